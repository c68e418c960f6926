import type {
  HostingClient,
  HostingStatement,
  Meter,
} from '../../../src/model/documents/workspace.ts';
import { certificate, footprintOf, MAIN, messagesOf, monthlyBills, site } from '../sample.ts';

/* A site of 1,200 MWh a year; the machines of the client acme use 480 MWh behind a meter of their own. */
const IT: Meter = { id: 'acme-it', site: 'alpha', measures: 'it-load', part_of: 'main' };
const BILLS = [
  ...monthlyBills(() => '100000'),
  ...monthlyBills(() => '40000', { meter: 'acme-it' }),
];
const stated = (energy_mwh: string, more: Partial<HostingStatement> = {}): HostingStatement => ({
  energy_mwh,
  source: 'letter of Acme, 2026-02-01',
  ...more,
});

type More = Parameters<typeof site>[0];

function host(statement?: HostingStatement, client: Partial<HostingClient> = {}, more: More = {}) {
  const acme: HostingClient = {
    ...{ id: 'acme', name: 'Acme', meters: ['acme-it'] },
    ...(statement && { statement }),
    ...client,
  };
  const hosting = { control: 'client' as const, clients: [acme] };
  const of = {
    meters: [MAIN, IT],
    bills: BILLS,
    ...more,
    site: { role: 'host' as const, hosting },
  };
  return footprintOf({ sites: [site(of)] });
}

function client(statement?: HostingStatement, more: More = {}) {
  const hosting = { control: 'client' as const, ...(statement && { statement }) };
  const of = { ...more, site: { role: 'client' as const, hosting_party: 'Big Host', hosting } };
  return footprintOf({ sites: [site(of)] });
}

const severities = (footprint: ReturnType<typeof host>) =>
  footprint.findings
    .filter(({ code }) => code === 'ACC-HOSTING-STATEMENT')
    .map(({ severity }) => severity);

// one percent of 480 MWh is 4.8 MWh
test.each([
  ['484.8', 'info'],
  ['484.801', 'quality'],
  ['475.2', 'info'],
  ['475.199', 'quality'],
])('a client that states %s MWh where its host meters 480: %s', (mwh, severity) => {
  expect(severities(host(stated(mwh)))).toEqual([severity]);
});

// and of 1,200 MWh 12 MWh
test.each([
  ['1212', 'info'],
  ['1212.001', 'quality'],
])('a host that states %s MWh where its client meters 1,200: %s', (mwh, severity) => {
  expect(severities(client(stated(mwh)))).toEqual([severity]);
});

test('the numbers and the document stand in the message', () => {
  expect(messagesOf(host(stated('500')), 'ACC-HOSTING-STATEMENT')).toEqual([
    'The client acme of alpha states 500 MWh (letter of Acme, 2026-02-01); 480 MWh are metered, a difference of 20 MWh, 4.167%, beyond 1%; settle it with the other party.',
  ]);
});

test.each([
  ['no statement', host(), 'it states none'],
  ['no statement of the host', client(), 'it states none'],
  [
    'a month without a record',
    host(stated('480'), {}, { bills: BILLS.slice(0, -1) }),
    'not metered',
  ],
  [
    'a declared part, which is no meter',
    host(stated('480'), {
      meters: undefined,
      share: { percent: '40', source: 'contract' },
    } as never),
    'not metered',
  ],
])('%s: no independent data', (_, footprint, words) => {
  const lacks = messagesOf(footprint, 'ACC-NO-INDEPENDENT-DATA');
  expect(lacks.filter((text) => text.includes('against the statement of')).join()).toContain(words);
  expect(severities(footprint)).toEqual([]);
});

describe('certificates', () => {
  const claims = (serial_start: string, serial_end: string) =>
    stated('480', { certificates: [{ registry: 'REG', serial_start, serial_end }] });

  test('that both claim are told, and the figures stay', () => {
    const certificates = [certificate()];
    const both = host(claims('A-100', 'A-150'), {}, { certificates });
    expect(severities(both)).toEqual(['critical', 'info']);
    expect(messagesOf(both, 'ACC-HOSTING-STATEMENT')[0]).toContain(
      'share serials with A-100 to A-150, which the client acme claims as well',
    );
  });

  test('that stand apart are not', () => {
    const certificates = [certificate()];
    expect(severities(host(claims('A-101', 'A-150'), {}, { certificates }))).toEqual(['info']);
  });
});

test('a site of its own states nothing', () => {
  expect(messagesOf(footprintOf(), 'ACC-HOSTING-STATEMENT')).toEqual([]);
});
