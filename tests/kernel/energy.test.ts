import type { Meter } from '../../src/model/documents/workspace.ts';
import { exact } from '../../src/units/rational.ts';
import {
  bill,
  calendar,
  column,
  footprintOf,
  hashes,
  MAIN,
  messagesOf,
  midnight,
  monthlyBills,
  site,
  valueOf,
  valuesOf,
} from './sample.ts';

const KWH = 3_600_000n;
const BY_MONTH = { metric: 'energy.electricity', by: ['month'] } as const;

function january(more: Parameters<typeof site>[0] = {}) {
  return footprintOf({
    sites: [site({ calendar: calendar('2025-01-01', '2025-01-31'), ...more })],
  });
}

describe('bills', () => {
  test('a bill within a month is that month’s energy', () => {
    expect(valuesOf(footprintOf(), BY_MONTH)['2025-07']).toBe('100');
    expect(valueOf(footprintOf(), 'energy.electricity')).toBe('1200');
    expect(valueOf(footprintOf(), 'energy.total')).toBe('4320');
    expect(footprintOf().findings.map(({ code }) => code)).not.toContain('ACC-BILL-STRADDLES');
  });

  test('a bill that straddles two months is split by days', () => {
    // 17 of 31 days in January, 14 in February
    const footprint = footprintOf({
      sites: [
        site({
          calendar: calendar('2025-01-15', '2025-02-14'),
          bills: [bill('2025-01-15', '2025-02-14', '31000')],
        }),
      ],
    });
    expect(valuesOf(footprint, BY_MONTH)).toEqual({ '2025-01': '17', '2025-02': '14' });
    expect(messagesOf(footprint, 'ACC-BILL-STRADDLES')).toEqual([]);
  });

  test('it is split by the shape of readings where every hour of it is read', () => {
    // 2 kWh an hour in January, 1 kWh in February: 17 x 48 against 14 x 24
    const span = calendar('2025-01-15', '2025-02-14');
    const shape = column('main.energy', span, (hour) => (hour < 17 * 24 ? 2n * KWH : KWH));
    const meters: Meter[] = [{ ...MAIN, energy_from: 'bills' }];
    const bills = [bill('2025-01-15', '2025-02-14', '11520')];
    const energyColumns = new Map([['main', shape]]);
    const footprint = footprintOf({
      sites: [site({ calendar: span, meters, bills, energyColumns })],
    });
    expect(valuesOf(footprint, BY_MONTH)).toEqual({ '2025-01': '8.16', '2025-02': '3.36' });
  });

  test('one hour without a reading, and days split it', () => {
    const span = calendar('2025-01-15', '2025-02-14');
    const shape = column('main.energy', span, (hour) => (hour === 5 ? undefined : 2n * KWH));
    const meters: Meter[] = [{ ...MAIN, energy_from: 'bills' }];
    const bills = [bill('2025-01-15', '2025-02-14', '31000')];
    const energyColumns = new Map([['main', shape]]);
    const footprint = footprintOf({
      sites: [site({ calendar: span, meters, bills, energyColumns })],
    });
    expect(valuesOf(footprint, BY_MONTH)['2025-01']).toBe('17');
  });

  test('a bill over the edge of the period counts in part, with a finding that says how', () => {
    // 10 of 20 days within
    const footprint = january({
      bills: [bill('2024-12-22', '2025-01-10', '2000'), bill('2025-01-11', '2025-01-31', '2100')],
    });
    expect(valueOf(footprint, 'energy.electricity')).toBe('3.1');
    expect(messagesOf(footprint, 'ACC-BILL-STRADDLES')).toEqual([
      'The bill of main from 2024-12-22 to 2025-01-10 (2,000 kWh) reaches over the edge of the period; it was split by days.',
    ]);
  });

  test('days are local days: a bill over the change of clocks is split by days, not by hours', () => {
    const zone = 'America/Chicago';
    const footprint = footprintOf({
      sites: [
        site({
          calendar: calendar('2025-02-01', '2025-03-31', zone),
          bills: [bill('2025-02-01', '2025-03-31', '59000', { zone })],
        }),
      ],
    });
    expect(valuesOf(footprint, BY_MONTH)).toEqual({ '2025-02': '28', '2025-03': '31' });
  });

  test('missing days are named, the rest is still added up', () => {
    const bills = monthlyBills(() => '100000').filter(({ firstDay }) => firstDay !== '2025-12-01');
    const footprint = footprintOf({ sites: [site({ bills })] });
    expect(valueOf(footprint, 'energy.electricity')).toBe('1100');
    expect(valuesOf(footprint, BY_MONTH)).not.toHaveProperty('2025-12');
    const missing = footprint.findings.find((f) => f.code === 'ACC-BILL-MISSING');
    expect(missing?.severity).toBe('critical');
    expect(missing?.message).toContain('2025-12-01 to 2025-12-31');
  });

  test('a single missing day is named', () => {
    const bills = [
      bill('2025-01-01', '2025-01-14', '1400'),
      bill('2025-01-16', '2025-01-31', '1600'),
    ];
    expect(messagesOf(january({ bills }), 'ACC-BILL-MISSING')[0]).toContain(
      'no bill for 2025-01-15;',
    );
  });

  test.each(['America/Chicago', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC'])(
    'missing days are named by the calendar of the site: %s',
    (zone) => {
      const bills = [bill('2025-01-03', '2025-01-29', '2700', { zone })];
      const span = calendar('2025-01-01', '2025-01-31', zone);
      const footprint = footprintOf({ sites: [site({ calendar: span, bills })] });
      expect(messagesOf(footprint, 'ACC-BILL-MISSING')[0]).toContain(
        'no bill for 2025-01-01 to 2025-01-02 and 2025-01-30 to 2025-01-31;',
      );
    },
  );

  test('a month without a bill is left out of both sides of a ratio', () => {
    const span = calendar('2025-01-01', '2025-02-28');
    const footprint = footprintOf({
      sites: [
        site({
          calendar: span,
          bills: [bill('2025-01-01', '2025-01-31', '14880')],
          hashes: hashes(span, 1n),
        }),
      ],
    });
    // 744 h at 20 kW and 1 PH/s; February has hashes and no energy
    expect(valueOf(footprint, 'efficiency.facility')).toBe('20');
    expect(valueOf(footprint, 'hash.volume')).toBe('5097600000');
  });

  test('estimated reads are disclosed with their part of the energy', () => {
    const bills = [
      bill('2025-01-01', '2025-01-14', '3000'),
      bill('2025-01-15', '2025-01-31', '1000', { quality: 'estimated' }),
    ];
    expect(messagesOf(january({ bills }), 'ACC-BILL-ESTIMATED')[0]).toMatch(/1 of 2 bills .* 25%/);
  });

  test('no meter at the grid gives no figure', () => {
    const footprint = footprintOf({ sites: [site({ meters: [] })] });
    expect(valueOf(footprint, 'energy.electricity')).toBe('ACC-NO-ENERGY');
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('ACC-NO-ENERGY');
  });
});

describe('readings', () => {
  const zone = 'America/Chicago';
  const span = calendar('2025-01-01', '2025-12-31', zone);
  const flat = (cell: (hour: number) => bigint | undefined) =>
    footprintOf({
      sites: [
        site({
          calendar: span,
          bills: [],
          energyColumns: new Map([['main', column('main.energy', span, cell)]]),
        }),
      ],
    });

  test('months have the hours of local time: March 743, November 721', () => {
    const byMonth = valuesOf(
      flat(() => 1000n * KWH),
      BY_MONTH,
    );
    expect(byMonth['2025-03']).toBe('743');
    expect(byMonth['2025-11']).toBe('721');
    expect(byMonth['2025-01']).toBe('744');
    expect(
      valueOf(
        flat(() => 1000n * KWH),
        'energy.electricity',
      ),
    ).toBe('8760');
  });

  test('a scale is undone exactly', () => {
    const thirds = column('main.energy', span, () => 1n, { scale: 3n });
    const footprint = footprintOf({
      sites: [site({ calendar: span, bills: [], energyColumns: new Map([['main', thirds]]) })],
    });
    // 8760 / 3 J in GJ
    expect(valueOf(footprint, 'energy.total')).toBe('0.00000292');
  });

  test('missing hours are counted, a day of them is critical', () => {
    const [few, many] = [23, 24].map((missing) =>
      flat((hour) => (hour < missing ? undefined : KWH)).findings.find(
        ({ code }) => code === 'ACC-READINGS-MISSING',
      ),
    );
    expect(few?.severity).toBe('quality');
    expect(few?.message).toContain('23 of 8760');
    expect(many?.severity).toBe('critical');
  });
});

describe('what energy served', () => {
  const IT = (id: string, use?: Meter['use']): Meter => ({
    id,
    site: 'alpha',
    measures: 'it-load',
    part_of: 'main',
    ...(use && { use }),
  });
  const plainMain: Meter = { id: 'main', site: 'alpha', measures: 'grid-import' };
  const metered = (main: Meter, parts: readonly (readonly [Meter, string])[]) =>
    january({
      meters: [main, ...parts.map(([meter]) => meter)],
      bills: [
        bill('2025-01-01', '2025-01-31', '110000'),
        ...parts.map(([meter, kwh]) => bill('2025-01-01', '2025-01-31', kwh, { meter: meter.id })),
      ],
    });
  const byUse = { metric: 'energy.electricity', by: ['use'] } as const;

  test('a main meter’s use less its parts of other use', () => {
    const footprint = metered(MAIN, [[IT('ai', 'compute'), '30000']]);
    expect(valuesOf(footprint, byUse)).toEqual({ compute: '30', mining: '80' });
  });

  test('without a stated use, overhead goes with the equipment', () => {
    // 110 x 60/100 and 110 x 40/100
    const footprint = metered(plainMain, [
      [IT('asic', 'mining'), '60000'],
      [IT('ai', 'compute'), '40000'],
    ]);
    expect(valuesOf(footprint, byUse)).toEqual({ compute: '44', mining: '66' });
    expect(valueOf(footprint, 'mining.energy')).toBe('66');
    expect(valueOf(footprint, 'mining.equipment-energy')).toBe('60');
    expect(valueOf(footprint, 'pue')).toBe('1.1');
  });

  test('no use and no parts: no figure per hash', () => {
    const footprint = metered(plainMain, []);
    expect(valueOf(footprint, 'mining.energy')).toBe('ACC-NO-USE');
    expect(valueOf(footprint, 'energy.electricity')).toBe('110');
    expect(messagesOf(footprint, 'ACC-NO-USE')).toHaveLength(1);
  });

  test('a part without use behind a meter without use: no figure per hash', () => {
    const footprint = metered(plainMain, [
      [IT('asic', 'mining'), '60000'],
      [IT('x'), '40000'],
    ]);
    expect(messagesOf(footprint, 'ACC-NO-USE')[0]).toContain('Meter x of alpha');
  });

  test('equipment that did not run leaves overhead alone', () => {
    const footprint = metered(plainMain, [
      [IT('asic', 'mining'), '0'],
      [IT('ai', 'compute'), '0'],
    ]);
    expect(valuesOf(footprint, byUse)).toEqual({ other: '110' });
    expect(valueOf(footprint, 'pue')).toBe('ACC-ZERO-DENOMINATOR');
  });

  test('equipment that used more than was bought is impossible', () => {
    const footprint = metered(MAIN, [[IT('asic'), '120000']]);
    expect(messagesOf(footprint, 'ACC-PUE')[0]).toContain('0.9167');
  });

  test('a PUE above 1.35 is asked about', () => {
    const footprint = metered(MAIN, [[IT('asic'), '80000']]);
    expect(footprint.findings.find((f) => f.code === 'ACC-PUE')?.severity).toBe('quality');
    expect(valueOf(footprint, 'pue')).toBe('1.375');
  });
});

describe('the reported share', () => {
  const half = { percent: exact('60'), evidence: { file: 'workspace.yaml', sha256: '', at: {} } };
  const footprint = footprintOf({ sites: [site({ share: half })] });

  test('it multiplies totals and leaves ratios as they are', () => {
    expect(valueOf(footprint, 'energy.electricity')).toBe('720');
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('289.188');
    expect(valueOf(footprint, 'energy.grid-share')).toBe('1');
    expect(messagesOf(footprint, 'ACC-SHARE')).toEqual([
      'Figures of alpha were taken at 60%, the entity’s share of it.',
    ]);
  });

  test('checks look at the whole site', () => {
    const at = (connected: string) =>
      messagesOf(
        footprintOf({ sites: [site({ share: half, site: { connected_mw: connected } })] }),
        'ACC-CONNECTED',
      );
    expect(at('0.13')).toHaveLength(1);
    expect(at('0.14')).toEqual([]);
  });
});

test('direct emissions are zero where a person decided so, else missing', () => {
  expect(valueOf(footprintOf(), 'scope1.co2e')).toBe('ACC-NO-DIRECT-SOURCES');
  const decision = {
    id: 'no-direct-emissions',
    site: 'alpha',
    value: 'yes',
    by: 'A. Tester, engineer',
    on: '2026-01-10',
    because: 'no generator on the site',
  };
  const evidence = { file: 'workspace.yaml', sha256: '', at: { line: 40 } };
  const of = (more: object) =>
    valueOf(
      footprintOf({ decisions: [{ decision: { ...decision, ...more }, evidence }] }),
      'scope1.co2e',
    );
  expect(of({})).toBe('0');
  expect(of({ value: 'no' })).toBe('ACC-NO-DIRECT-SOURCES');
  expect(of({ site: 'beta' })).toBe('ACC-NO-DIRECT-SOURCES');
});

test('bills and readings of one meter are compared over the hours that both cover', () => {
  const span = calendar('2025-01-01', '2025-02-28');
  const readings = column('main.energy', span, (hour) => (hour < 744 ? KWH : undefined));
  const compared = (kwh: string) => {
    const bills = [bill('2025-01-01', '2025-01-31', kwh), bill('2025-02-01', '2025-02-28', '9')];
    const energyColumns = new Map([['main', readings]]);
    const { findings } = footprintOf({ sites: [site({ calendar: span, bills, energyColumns })] });
    return findings.find(({ code }) => code === 'ACC-BILLS-READINGS');
  };
  expect(compared('747.72')).toMatchObject({ severity: 'info' });
  expect(compared('747.73')).toMatchObject({ severity: 'quality' });
  expect(compared('760')?.message).toContain('760 kWh by 1 bill and 744 kWh by readings');
});

test('midnight of a zone is taken of the zone', () => {
  expect(midnight('2025-01-01', 'America/Chicago') - midnight('2025-01-01', 'UTC')).toBe(6 * 3600);
});
