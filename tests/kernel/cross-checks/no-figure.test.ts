import fc from 'fast-check';
import { computeFootprint } from '../../../src/kernel/compute-footprint.ts';
import { crossChecks } from '../../../src/kernel/cross-checks/all.ts';
import type { Footprint } from '../../../src/kernel/footprint.ts';
import type { HostingClient, Meter } from '../../../src/model/documents/workspace.ts';
import { exact } from '../../../src/units/rational.ts';
import {
  bill,
  calendar,
  certificate,
  contract,
  hashes,
  inputs,
  MAIN,
  site,
  valueOf,
} from '../sample.ts';

/* A day of a host that meters one client, with certificates, hashes and a connection. */
const DAY = calendar('2025-01-01', '2025-01-01');
const IT: Meter = { id: 'acme-it', site: 'alpha', measures: 'it-load', part_of: 'main' };
const METRICS = ['energy.electricity', 'efficiency.facility', 'hosting.energy', 'pue'];
const EMISSIONS = ['scope2.location.co2e', 'scope2.market.co2e', 'hash.volume.observed'];

interface Stated {
  readonly energy: string;
  readonly connected: string;
  readonly capacity: string;
  readonly isClaimed: boolean;
}

function of(stated?: Stated) {
  const acme: HostingClient = {
    ...{ id: 'acme', name: 'Acme', meters: ['acme-it'] },
    ...(stated && {
      statement: {
        energy_mwh: stated.energy,
        source: 'a letter',
        certificates: stated.isClaimed
          ? [{ registry: 'REG', serial_start: 'A-001', serial_end: 'A-050' }]
          : [],
      },
    }),
  };
  const one = site({
    calendar: DAY,
    meters: [MAIN, { ...IT, use: 'mining' }],
    bills: [
      bill('2025-01-01', '2025-01-01', '480'),
      bill('2025-01-01', '2025-01-01', '200', { meter: 'acme-it' }),
    ],
    hashes: hashes(DAY, 1n),
    contracts: [contract(stated && { capacity_mw: stated.capacity })],
    certificates: [certificate({ vintage: '2025-01', energyMwh: exact('0.1') })],
    site: {
      role: 'host',
      hosting: { control: 'client', clients: [acme] },
      ...(stated && { connected_mw: stated.connected }),
    },
  });
  return inputs({ period: { start: '2025-01-01', end: '2025-01-01' }, sites: [one] });
}

const figures = (footprint: Footprint) =>
  [...METRICS, ...EMISSIONS].map((metric) => valueOf(footprint, metric));

test('what only checks look at changes no figure (1,000 runs)', () => {
  const plain = figures(computeFootprint(of()));
  expect(plain).not.toContain('nothing');
  const number = fc.integer({ min: 1, max: 10 ** 9 }).map((n) => String(n));
  const stated = fc.record({
    ...{ energy: number, connected: number, capacity: number },
    isClaimed: fc.boolean(),
  });
  fc.assert(
    fc.property(stated, (each) => {
      const footprint = computeFootprint(of(each));
      expect(figures(footprint)).toEqual(plain);
      expect(footprint.findings.some(({ code }) => code === 'ACC-HOSTING-STATEMENT')).toBe(true);
    }),
    { numRuns: 1000 },
  );
}, 120_000);

test('checks leave the accounting that they look at as it is', () => {
  const given = of({ energy: '7', connected: '1', capacity: '1', isClaimed: true });
  const footprint = computeFootprint(given);
  const before = figures(footprint);
  const [own] = given.sites;
  const [result] = footprint.sites;
  const told = own && result ? crossChecks(own, result, given.factorSets) : [];
  expect(told.length).toBeGreaterThan(3);
  expect(figures(footprint)).toEqual(before);
});
