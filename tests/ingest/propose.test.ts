import type { ProposeContext } from '../../src/ingest/propose/job.ts';
import type { Answers, Proposal } from '../../src/ingest/propose/proposal.ts';
import { propose } from '../../src/ingest/propose/propose.ts';
import { CONTEXT, given, lines } from './given.ts';

const ONE: ProposeContext = {
  sites: [{ id: 'home', name: 'Home', country: 'US', zone: 'America/Chicago', role: 'own' }],
  meters: [{ id: 'main', site: 'home', measures: 'grid-import' }],
  contracts: [
    { id: 'wind', site: 'home', kind: 'ppa', technology: 'wind', attributes: 'retained' },
  ],
  fuels: ['distillate-2', 'natural-gas'],
  algorithm: undefined,
};
const TWO: ProposeContext = { ...CONTEXT, fuels: ONE.fuels, algorithm: undefined };

function look(text: string, answers: Answers = {}, context = ONE): Proposal {
  return propose(given(text), context, answers);
}

/** `value (confidence)` of a settled part; the text of the question where it is open. */
function of(proposal: Proposal, id: string): string {
  const settled = proposal.settled.find((one) => one.id === id);
  if (settled) return `${settled.value} (${settled.confidence})`;
  return proposal.questions.find((one) => one.id === id)?.text ?? 'not spoken of';
}

function options(proposal: Proposal, id: string): string[] {
  const { options: all = [] } = proposal.questions.find((one) => one.id === id) ?? {};
  return all.map(({ value, why }) => `${value}: ${why}`);
}

const open = ({ questions }: Proposal) => questions.map(({ id }) => id);

const BILLS = lines(
  'Utility Co',
  '',
  'Invoice;From;To;Usage (kWh);Amount (EUR)',
  'A1;01.01.2025;31.01.2025;1.000,5;100,00',
  'A2;01.02.2025;28.02.2025;900,25;90,00',
);

describe('a table of bills', () => {
  test('is read by what stands in it: marks, columns, unit, dates and the end of the periods', () => {
    const proposal = look(BILLS, { meter: 'main' });
    expect(open(proposal)).toEqual([]);
    expect(proposal.settled.filter(({ confidence }) => confidence === 'likely')).toEqual([]);
    expect(proposal.entry).toEqual({
      kind: 'bills',
      meter: 'main',
      csv: { delimiter: ';', decimal: ',', thousands: '.' },
      map: {
        start: 'From',
        end: 'To',
        end_date: 'inclusive',
        date_format: 'dd.MM.yyyy',
        energy: { column: 'Usage (kWh)', unit: 'kWh' },
        invoice: 'Invoice',
        cost: 'Amount (EUR)',
      },
    });
  });

  test('shows the first rows with the lines on which they stand', () => {
    const { preview } = look(BILLS);
    expect(preview).toEqual({
      headers: ['Invoice', 'From', 'To', 'Usage (kWh)', 'Amount (EUR)'],
      headerLine: 3,
      rowCount: 2,
      rows: [
        { line: 4, cells: ['A1', '01.01.2025', '31.01.2025', '1.000,5', '100,00'] },
        { line: 5, cells: ['A2', '01.02.2025', '28.02.2025', '900,25', '90,00'] },
      ],
    });
  });

  test('is for the only meter of the workspace once a person confirms it', () => {
    expect(of(look(BILLS), 'meter')).toBe('main (likely)');
    expect(of(look(BILLS, { meter: 'main' }), 'meter')).toBe('main (given)');
  });

  test('of which each bill begins on the end of the one before excludes its last day', () => {
    const text = lines('From,To,kWh', '2025-01-01,2025-02-01,1', '2025-02-01,2025-03-01,2');
    expect(of(look(text, { kind: 'bills' }), 'end-date')).toBe('exclusive (certain)');
  });

  test('of one bill alone does not show whether its last day is included: that is asked', () => {
    const proposal = look(lines('From,To,kWh', '2025-01-01,2025-02-01,1'), { kind: 'bills' });
    expect(of(proposal, 'end-date')).toContain('Whether the day in column "To" belongs to its row');
    expect(options(proposal, 'end-date')).toEqual([
      'inclusive: the first row then ends with 2025-02-01, that day included',
      'exclusive: the first row then ends with 2025-01-31, that day included',
    ]);
  });
});

describe('the order of day and month', () => {
  const table = (...days: string[]) =>
    lines('Start,End,Usage kWh,Invoice', ...days.map((pair) => `${pair},5,B`));

  test('is seen where one day is beyond 12, in either column', () => {
    const proposal = look(table('01/02/2025,01/03/2025', '01/03/2025,28/03/2025'));
    expect(of(proposal, 'date-format')).toBe('dd/MM/yyyy (certain)');
  });

  test('is asked where no row shows it, with both readings', () => {
    const proposal = look(table('01/02/2025,01/03/2025', '01/03/2025,01/04/2025'));
    expect(of(proposal, 'date-format')).toContain('can be read in 2 ways');
    expect(options(proposal, 'date-format')).toEqual([
      'MM/dd/yyyy: "01/02/2025" is 2 January 2025',
      'dd/MM/yyyy: "01/02/2025" is 1 February 2025',
    ]);
    expect(proposal.entry).toBeNull();
  });

  test('follows the answer', () => {
    const text = table('01/02/2025,01/03/2025', '01/03/2025,01/04/2025');
    const proposal = look(text, { 'date-format': 'dd/MM/yyyy' });
    expect(of(proposal, 'date-format')).toBe('dd/MM/yyyy (given)');
    // the first of one month is the end of the month before
    expect(of(proposal, 'end-date')).toBe('exclusive (certain)');
  });

  test('with years of two digits is asked where slashes divide, and known where points do', () => {
    const table2 = (days: string) => lines('From,To,kWh,Invoice', `${days},1,A`);
    expect(of(look(table2('01.02.03,02.02.03')), 'date-format')).toBe('dd.MM.yy (certain)');
    expect(options(look(table2('01/02/03,02/02/03')), 'date-format')).toEqual([
      'MM/dd/yy: "01/02/03" is 2 January 2003',
      'dd/MM/yy: "01/02/03" is 1 February 2003',
    ]);
  });

  test('is likely, not certain, where a cell is no date', () => {
    const proposal = look(
      table('13/02/2025,28/02/2025', '01/03/2025,31/03/2025', 'soon,30/04/2025'),
    );
    expect(of(proposal, 'date-format')).toBe('dd/MM/yyyy (likely)');
  });

  test('of a form that nobody knows is asked for by its letters', () => {
    const proposal = look(table('2025 wk 1,2025 wk 2'), {
      kind: 'bills',
      'column.start': 'Start',
      'column.end': 'End',
    });
    expect(of(proposal, 'date-format')).toContain('No known form fits');
    const wrong = look(table('2025 wk 1,2025 wk 2'), {
      kind: 'bills',
      'column.start': 'Start',
      'column.end': 'End',
      'date-format': 'week',
    });
    expect(of(wrong, 'date-format')).toContain('"week" is no answer for form of dates');
  });
});

describe('marks in numbers', () => {
  const usage = (...cells: string[]) =>
    lines(
      'Invoice;Start;End;Usage (kWh)',
      ...cells.map(
        (cell, i) => `${String(i)};2025-0${String(i + 1)}-01;2025-0${String(i + 1)}-28;${cell}`,
      ),
    );

  test('are asked where a comma may divide or group', () => {
    const proposal = look(usage('1,234', '5,678'));
    expect(of(proposal, 'decimal')).toContain('"1,234" can be read in 2 ways');
    expect(options(proposal, 'decimal')).toEqual([',: "1,234" is 1.234', '.: "1,234" is 1234']);
  });

  test('follow the answer', () => {
    const csv = (answers: Answers) =>
      look(usage('1,234', '5,678'), { meter: 'main', 'end-date': 'inclusive', ...answers }).entry?.[
        'csv'
      ];
    expect(csv({ decimal: ',' })).toEqual({ delimiter: ';', decimal: ',' });
    expect(csv({ decimal: '.' })).toEqual({ delimiter: ';', thousands: ',' });
    expect(csv({ thousands: ',' })).toEqual({ delimiter: ';', thousands: ',' });
  });

  test.each([
    [['1,234.5', '6,789'], { thousands: ',' }],
    [['1.234,5', '6.789'], { decimal: ',', thousands: '.' }],
    [['1 234,5', '678'], { decimal: ',', thousands: ' ' }],
    [["1'234.5", '678'], { thousands: "'" }],
    [['12,5', '1,25'], { decimal: ',' }],
    [['12.5', '.25'], {}],
    [['12', 'n/a'], {}],
  ])('%j need no question', (cells, csv) => {
    const { entry } = look(usage(...cells), { meter: 'main', 'end-date': 'inclusive' });
    expect(entry?.['csv']).toEqual({ delimiter: ';', ...csv });
  });
});

describe('units', () => {
  test('are never assumed', () => {
    const proposal = look(lines('Invoice,From,To,Usage', 'A,2025-01-01,2025-01-31,5'));
    expect(of(proposal, 'unit.energy')).toBe(
      'Column "Usage" has no unit, such as "5". In which unit is it?',
    );
    expect(options(proposal, 'unit.energy')[0]).toBe('kWh: energy');
  });

  test('may stand in a column of their own', () => {
    const text = (second: string) =>
      lines(
        'Invoice,From,To,Usage,Units',
        'A,2025-01-01,2025-01-31,5,MWh',
        `B,2025-02-01,2025-02-28,5,${second}`,
      );
    expect(of(look(text('MWh')), 'unit.energy')).toBe('MWh (certain)');
    expect(of(look(text('kWh')), 'unit.energy')).toContain('one file is read in one unit');
  });

  test('are given by their role, and the main one by itself', () => {
    const text = lines('Invoice,From,To,Usage,Demand', 'A,2025-01-01,2025-01-31,5,6');
    const proposal = look(text, { unit: 'MWh', 'unit.peak_demand': 'kW' });
    expect(of(proposal, 'unit.energy')).toBe('MWh (given)');
    expect(of(proposal, 'unit.peak_demand')).toBe('kW (given)');
    expect(of(look(text, { unit: 'gallons' }), 'unit.energy')).toContain('"gallons" is no answer');
  });
});

describe('columns', () => {
  test('of which two may hold the energy are asked about', () => {
    const text = lines('Invoice,From,To,Day (kWh),Night (kWh)', 'A,2025-01-01,2025-01-31,5,6');
    const proposal = look(text);
    expect(of(proposal, 'column.energy')).toBe(
      'Several columns may hold the energy: "Day (kWh)", "Night (kWh)". Which one counts?',
    );
    expect(of(look(text, { 'column.energy': 'Day (kWh)' }), 'unit.energy')).toBe('kWh (certain)');
  });

  test('taken by elimination are only likely', () => {
    const text = lines('start,value', '2025-01-01T00:00:00Z,5', '2025-01-01T01:00:00Z,6');
    const proposal = look(text);
    expect(of(proposal, 'kind')).toBe('readings (likely)');
    expect(of(proposal, 'column.energy')).toBe('value (likely)');
  });

  test('that the file does not have are no answer', () => {
    const proposal = look(BILLS, { 'column.energy': 'Energy' });
    expect(of(proposal, 'column.energy')).toContain('"Energy" is no answer for energy');
  });

  test('may be left out where they are not needed', () => {
    const proposal = look(BILLS, { meter: 'main', 'column.cost': '' });
    expect((proposal.entry?.['map'] as object | undefined) ?? {}).not.toHaveProperty('cost');
  });

  test('of money, reactive energy and demand are never the energy', () => {
    const text = lines(
      'Invoice,From,To,Cost per kWh,Reactive kVArh,Demand kW,Energy charge,Consumed kWh',
      'A,2025-01-01,2025-01-31,0.05,7,8,9,10',
    );
    expect(of(look(text), 'column.energy')).toBe('Consumed kWh (certain)');
  });

  test('of texts are sorted: what a word says, what a letter may say, what is asked', () => {
    const text = lines(
      'Invoice,From,To,kWh,Read type',
      'A,2025-01-01,2025-01-31,5,Estimated',
      'B,2025-02-01,2025-02-28,5,A',
      'C,2025-03-01,2025-03-31,5,X9',
    );
    const proposal = look(text);
    expect(of(proposal, 'read_type.Estimated')).toBe('estimated (certain)');
    expect(of(proposal, 'read_type.A')).toBe('actual (likely)');
    expect(of(proposal, 'read_type.X9')).toBe('What does "X9" in column "Read type" mean?');
  });
});

test('answers that fit nothing are named once nothing else is open', () => {
  const proposal = look(BILLS, { meter: 'main', 'column.enrgy': 'Usage (kWh)', label: 'end' });
  expect(proposal.unused).toEqual(['column.enrgy', 'label']);
});

describe('intervals', () => {
  const rows = (header: string, stamp: (hour: string) => string) =>
    lines(header, ...['00', '01', '02', '03'].map((hour) => `${stamp(hour)},5`));

  test('with offsets have their zone; the label of a lone column is asked', () => {
    const proposal = look(rows('time,kWh', (hour) => `2025-03-01T${hour}:00:00-06:00`));
    expect(of(proposal, 'zone')).toBe('offset (certain)');
    expect(of(proposal, 'interval-minutes')).toBe('60 (certain)');
    expect(options(proposal, 'label')).toEqual([
      'start: "2025-03-01T00:00:00-06:00" stands for 2025-03-01 00:00 to 01:00',
      'end: "2025-03-01T00:00:00-06:00" stands for 2025-02-28 23:00 to 00:00',
    ]);
  });

  test('without offsets ask for the zone: that of the site is a choice, not an assumption', () => {
    const proposal = look(rows('interval start,kWh', (hour) => `2025-03-01 ${hour}:00`));
    expect(of(proposal, 'zone')).toContain('the file does not say which clock they show');
    expect(options(proposal, 'zone')).toEqual([
      'America/Chicago: local time of site home, summer time included',
      'UTC: universal time, without summer time',
    ]);
    expect(of(proposal, 'label')).toBe('start (likely)');
  });

  test('whose header names UTC are likely in UTC', () => {
    const proposal = look(rows('hour_utc,kWh', (hour) => `2025-03-01 ${hour}:00`));
    expect(of(proposal, 'zone')).toBe('UTC (likely)');
  });

  test('take any zone of the IANA list as an answer, and nothing else', () => {
    const text = rows('hour,kWh', (hour) => `2025-03-01 ${hour}:00`);
    expect(of(look(text, { zone: 'Europe/Oslo' }), 'zone')).toBe('Europe/Oslo (given)');
    expect(of(look(text, { zone: 'CST6' }), 'zone')).toContain('"CST6" is no answer');
  });

  test('with starts and ends are certain of their label and length', () => {
    const text = lines(
      'Meter,Date,Start Time,End Time,Usage (kWh)',
      'main,01/31/2025,00:00,00:29,1',
      'main,01/31/2025,00:30,00:59,2',
    );
    const proposal = look(text);
    expect(of(proposal, 'column.time')).toBe('Date + Start Time (certain)');
    expect(of(proposal, 'label')).toBe('start (certain)');
    expect(of(proposal, 'interval-minutes')).toBe('30 (certain)');
    expect(of(proposal, 'meter-of.main')).toBe('main (certain)');
  });

  test('of a day each are no readings, and the file is told what it may be', () => {
    const text = lines('start,kWh', '2025-01-01T00:00:00Z,5', '2025-01-02T00:00:00Z,6');
    expect(of(look(text), 'interval-minutes')).toContain('1,440 minutes');
  });
});

describe('the meter', () => {
  const text = (...meters: string[]) =>
    lines('Meter No,From,To,Usage (kWh)', ...meters.map((id) => `${id},2025-01-01,2025-01-31,5`));

  test('is found by its number, whatever apostrophe a spreadsheet adds', () => {
    const proposal = look(text("'1008900001", '810000000'), {}, TWO);
    expect(of(proposal, 'meter-of.1008900001')).toBe('main (certain)');
    expect(of(proposal, 'meter-of.810000000')).toBe('other (certain)');
    expect(proposal.meterNumbers).toEqual({});
    const said = look(text("'1008900001"), { 'meter-of.1008900001': 'main' }, TWO);
    expect(of(said, 'meter-of.1008900001')).toBe('main (given)');
  });

  test('that is unknown is asked for, and the meter that is named receives the number', () => {
    expect(of(look(text('77')), 'meter-of.77')).toContain('which the workspace does not hold');
    const named = look(text('77'), { 'meter-of.77': 'main', 'end-date': 'inclusive' });
    expect(named.meterNumbers).toEqual({ main: '77' });
    expect(named.entry).toMatchObject({ map: { meter: 'Meter No' } });
    expect(look(text('77'), { meter: 'main', 'end-date': 'inclusive' }).meterNumbers).toEqual({
      main: '77',
    });
  });

  test('may be told apart from the number, which is then left out', () => {
    const proposal = look(text('77'), {
      'meter-of.77': 'ignore',
      meter: 'main',
      'end-date': 'inclusive',
    });
    expect(proposal.entry).toMatchObject({ meter: 'main' });
    expect(proposal.entry?.['map']).not.toHaveProperty('meter');
  });

  test('that has another number is no choice', () => {
    const proposal = look(text('77'), {}, TWO);
    expect(options(proposal, 'meter-of.77').map((one) => one.split(':')[0])).toEqual(['ignore']);
  });

  test('of the file cannot be answered away', () => {
    const proposal = look(text('810000000'), { meter: 'main' }, TWO);
    expect(of(proposal, 'meter')).toContain('"main" is no answer for meter');
  });
});

describe('other kinds', () => {
  test('a table that fits several kinds is asked about, with a sentence on each', () => {
    const proposal = look(lines('From,To,MWh', '2025-01-01,2025-01-31,5'));
    expect(open(proposal)).toEqual(['kind']);
    expect(
      options(proposal, 'kind')
        .slice(0, 2)
        .map((one) => one.split(':')[0])
        .sort(),
    ).toEqual(['bills', 'deliveries']);
  });

  test('hashrate asks for the algorithm, but proposes that of the workspace', () => {
    const text = lines(
      'ts,worker,hashrate_ths',
      '2025-01-01T00:00:00Z,a,5',
      '2025-01-01T00:00:00Z,b,5',
      '2025-01-01T00:10:00Z,a,6',
    );
    expect(of(look(text), 'algorithm')).toContain('By which algorithm');
    const proposal = look(text, { label: 'start' }, { ...ONE, algorithm: 'scrypt' });
    expect(of(proposal, 'algorithm')).toBe('scrypt (likely)');
    expect(proposal.entry).toMatchObject({
      kind: 'hashrate',
      site: 'home',
      map: {
        device: 'worker',
        rate: { column: 'hashrate_ths', unit: 'TH/s' },
        interval_minutes: 10,
      },
    });
  });

  test('fuels ask what each text means', () => {
    const text = lines('Start,End,Fuel,Gallons', '2025-01-01,2025-01-31,Off-road diesel,50');
    const proposal = look(text, {
      'fuel.Off-road diesel': 'distillate-2',
      'end-date': 'inclusive',
    });
    expect(of(look(text), 'fuel.Off-road diesel')).toContain('What does "Off-road diesel"');
    expect(proposal.entry).toMatchObject({
      kind: 'fuels',
      map: {
        fuel: 'Fuel',
        names: { 'Off-road diesel': 'distillate-2' },
        quantity: { column: 'Gallons', unit: 'gal' },
      },
    });
  });

  test('certificates sort their states and take the only contract when it is confirmed', () => {
    const text = lines(
      'Registry,Serial Start,Serial End,MWh,Vintage,Country,Status,Beneficiary',
      'R,S-1,S-5,5,01/2025,US,Retired,Home',
      'R,S-6,S-9,4,02/2025,US,Active,Home',
      'R,S-10,S-11,2,02/2025,US,On hold,Home',
    );
    const proposal = look(text);
    expect(of(proposal, 'status.Retired')).toBe('yes (certain)');
    expect(of(proposal, 'status.Active')).toBe('no (certain)');
    expect(open(proposal)).toEqual(['status.On hold']);
    expect(of(proposal, 'contract')).toBe('wind (likely)');
    const { entry } = look(text, { 'status.On hold': 'no', contract: 'wind' });
    expect(entry).toMatchObject({
      site: 'home',
      contract: 'wind',
      map: { retired: ['Retired'], vintage_format: 'MM/yyyy', status: 'Status' },
    });
  });

  test('a further kind is one more entry of a table', () => {
    const text = lines(
      'From,To,Type,Water m3',
      '2025-01-01,2025-01-31,Withdrawal,9',
      '2025-02-01,2025-02-28,Discharge,4',
    );
    const proposal = look(text, { 'kind.Withdrawal': 'withdrawn', 'kind.Discharge': 'discharged' });
    expect(proposal.entry).toMatchObject({
      kind: 'water',
      site: 'home',
      map: {
        kind: { column: 'Type', names: { Withdrawal: 'withdrawn', Discharge: 'discharged' } },
        volume: { column: 'Water m3', unit: 'm3' },
      },
    });
  });
});

describe('layouts with a name', () => {
  const SMT = lines(
    'ESIID,USAGE_DATE,REVISION_DATE,USAGE_START_TIME,USAGE_END_TIME,USAGE_KWH,ESTIMATED_ACTUAL,CONSUMPTION_SURPLUSGENERATION',
    "'10000000000000000,01/31/2024,02/01/2024 06:10:00,23:30,23:45,.125,A,Consumption",
    "'10000000000000000,01/31/2024,02/01/2024 06:10:00,23:45,00:00,.131,A,Consumption",
  );

  test('are recognised by content, and ask only for the meter of an unknown number', () => {
    const proposal = look(SMT);
    expect(of(proposal, 'profile')).toBe('smart-meter-texas (certain)');
    expect(open(proposal)).toEqual(['meter-of.10000000000000000']);
    const named = look(SMT, { 'meter-of.10000000000000000': 'main' });
    expect(named.entry).toEqual({ kind: 'profile', profile: 'smart-meter-texas' });
    expect(named.meterNumbers).toEqual({ main: '10000000000000000' });
  });

  test('find a meter by its number without a word', () => {
    const meters = [{ ...ONE.meters[0], number: '10000000000000000' }] as ProposeContext['meters'];
    const proposal = look(SMT, {}, { ...ONE, meters });
    expect(open(proposal)).toEqual([]);
    expect(of(proposal, 'meter')).toBe('main (certain)');
  });

  test('can be set aside for a mapping of columns', () => {
    const proposal = look(SMT, { profile: 'none' });
    expect(of(proposal, 'kind')).toBe('readings (certain)');
    expect(of(proposal, 'column.time')).toBe('USAGE_DATE + USAGE_START_TIME (certain)');
  });

  test('that nobody knows are no answer', () => {
    expect(of(look(BILLS, { profile: 'nobody' }), 'profile')).toContain('"nobody" is no answer');
  });
});

describe('files that are no tables', () => {
  test('say so, and propose nothing', () => {
    const refused = (content: string | Uint8Array) => {
      const { findings, entry } = propose(given(content), ONE, {});
      return [findings.map(({ code }) => code), entry];
    };
    expect(refused('')).toEqual([['IN-EMPTY'], null]);
    expect(refused('one line of prose\nand another\n')).toEqual([['IN-NO-HEADER'], null]);
    expect(refused(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2))).toEqual([['IN-NOT-TEXT'], null]);
    expect(refused('a,b\n')).toEqual([['IN-NO-HEADER'], null]);
  });

  test('a workbook is read by the sheet that holds a table', () => {
    const sheet = (name: string, ...rows: string[][]) => ({
      name,
      rows: rows.map((cells, i) => ({ number: i + 1, cells })),
    });
    const table = [
      ['Invoice', 'From', 'To', 'Usage (kWh)'],
      ['A', '2025-01-01', '2025-01-31', '5'],
      ['B', '2025-02-01', '2025-02-28', '6'],
    ];
    const file = {
      ...given(Uint8Array.of(0x50, 0x4b)),
      sheets: [sheet('Notes', ['Printed']), sheet('Bills', ...table)],
    };
    const alone = propose(file, ONE, { meter: 'main' });
    expect(alone.entry).toMatchObject({ kind: 'bills', map: { start: 'From' } });
    expect(alone.entry).not.toHaveProperty('csv');
    const twice = { ...file, sheets: [...file.sheets, sheet('Copy', ...table)] };
    expect(propose(twice, ONE, { meter: 'main' }).questions.map(({ id }) => id)).toEqual(['sheet']);
    expect(propose(twice, ONE, { meter: 'main', sheet: 'Copy' }).entry).toMatchObject({
      csv: { sheet: 'Copy' },
    });
  });

  test('a sep= line settles what divides the cells', () => {
    const text = lines(
      'sep=;',
      'Invoice;From;To;Usage (kWh)',
      'A;2025-01-01;2025-01-31;5',
      'B;2025-02-01;2025-02-28;6',
    );
    const { entry, preview } = look(text, { meter: 'main' });
    expect(entry).not.toHaveProperty('csv');
    expect(preview?.headerLine).toBe(2);
  });
});
