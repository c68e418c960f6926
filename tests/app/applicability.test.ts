import { readdirSync } from 'node:fs';
import { report } from '../../src/app/report.ts';
import { templateFindings } from '../../src/disclosure/template-check.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { loadTemplates } from '../../src/store/templates.ts';
import {
  type Changes,
  emptyFolder,
  removeFolders,
  smallWorkspace,
} from '../support/small-workspace.ts';

afterAll(removeFolders);

test.each(loadTemplates().map((stored) => [stored.template.id, stored] as const))(
  'template %s is sound: every metric, unit, label and name it uses exists',
  (_, { template, labels }) => {
    const sets = loadFactors().map(({ set }) => set);
    expect(templateFindings(template, labels, sets)).toEqual([]);
  },
);

/** A registrant in Texas: forecast and statements on the site. */
const TEXAS: NonNullable<Changes['workspace']> = [
  [
    'zone: America/Chicago, role: own }',
    `zone: America/Chicago, role: own, retail_service: true, grid_operator: ERCOT,
      forecast: { from: 2024-03-01, peak_mw: ["80", "80", "80", "80", "80"], interruptible_mw: ["40", "40", "40", "40", "40"] },
      statements: { legal_name: Small Mining Ltd, principal_office: Austin, regulatory_contact: A person, regulatory_contact_internal: "yes", business_form: corporation, facility_location: Pecos, attestation_name: A person, attestation_title: officer, first_registration: "no" } }`,
  ],
  [
    'statements:\n  measurement_standard',
    'attachments: { sos_filing: filing.txt }\nstatements:\n  measurement_standard',
  ],
  [
    'energy: { column: Usage, unit: kWh } }',
    'energy: { column: Usage, unit: kWh }, peak_demand: { column: Demand, unit: kW } }',
  ],
];
const FILES = { 'filing.txt': 'a certificate' };
const DEMAND: NonNullable<Changes['bills']> = [
  [
    'From,To,Usage\n2023-01-01,2023-01-31,1000000\n',
    'From,To,Usage,Demand\n2023-01-01,2023-01-31,1000000,79500\n',
  ],
  ...Array.from({ length: 11 }, (_, i) => {
    const days = [28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][i] ?? 0;
    const month = `2023-${String(i + 2).padStart(2, '0')}`;
    const line = `${month}-01,${month}-${String(days)},1000000`;
    return [line, `${line},${String(78000 + i)}`] as const;
  }),
];

async function outcomeOf(changes: Changes, template = 'us-tx-puct-25-114') {
  const out = emptyFolder();
  const options = { template, out, formats: new Set(['pdf', 'json'] as const) };
  const { disclosures, findings } = await report(smallWorkspace(changes), options, () => undefined);
  const [first] = disclosures;
  return { first, findings, files: readdirSync(out).sort() };
}

const texas = (...more: NonNullable<Changes['workspace']>[number][]): Changes => ({
  workspace: [...TEXAS, ...more],
  bills: DEMAND,
  files: FILES,
});

test('a site in ERCOT above 75 MW with a tenth interruptible registers; the peak is the largest billed demand', async () => {
  const { first, findings, files } = await outcomeOf(texas());
  expect(findings.filter(({ severity }) => severity === 'critical')).toEqual([]);
  expect(first?.outcome).toBe('REPORT');
  expect(first?.applicability.rule).toBe('registers');
  expect(first?.applicability.numbers).toContainEqual({ fact: 'tx.peak.largest', value: '80' });
  expect(first?.keyFigures.find(({ fact }) => fact === 'tx.c9.priorYearActualPeakMW')?.value).toBe(
    '79.5',
  );
  expect(files).toEqual([
    'us-tx-puct-25-114-home-2023',
    'us-tx-puct-25-114-home-2023.json',
    'us-tx-puct-25-114-home-2023.pdf',
  ]);
}, 30_000);

test.each([
  [
    'at 75 MW exactly',
    texas(['"80", "80", "80", "80", "80"', '"75", "75", "75", "75", "75"']),
    'BELOW_THRESHOLD',
    'below-75-mw',
  ],
  [
    'with less than a tenth interruptible in one year',
    texas(['"40", "40", "40", "40", "40"', '"40", "40", "7.9", "40", "40"']),
    'BELOW_THRESHOLD',
    'below-10-percent',
  ],
  [
    'outside ERCOT',
    texas(['grid_operator: ERCOT', 'grid_operator: WECC']),
    'NOT_APPLICABLE',
    'not-in-ercot',
  ],
  [
    'outside Texas',
    texas(['subdivision: US-TX', 'subdivision: US-NM']),
    'NOT_APPLICABLE',
    'not-in-texas',
  ],
  ['as a client of a host', texas(['role: own', 'role: client']), 'NOT_APPLICABLE', 'not-operator'],
] as const)(
  '%s: %s',
  async (_, changes, outcome, rule) => {
    const { first, files } = await outcomeOf(changes);
    expect({ outcome: first?.outcome, rule: first?.applicability.rule }).toEqual({ outcome, rule });
    expect(files).toEqual([]);
  },
  30_000,
);

test('what the rule rests on is not stated: UNDETERMINED, a critical finding, nothing written', async () => {
  const { first, findings, files } = await outcomeOf(texas([' grid_operator: ERCOT,', '']));
  expect(first?.outcome).toBe('UNDETERMINED');
  expect(findings.map(({ code }) => code)).toContain('DIS-UNDETERMINED');
  expect(files).toEqual([]);
}, 30_000);

test('without interval readings or billed demand the peak is not printed and the gap is named', async () => {
  const changes = texas();
  const { findings, files } = await outcomeOf({
    ...changes,
    workspace: (changes.workspace ?? []).filter(([, to]) => !to.includes('peak_demand')),
    bills: [],
  });
  const gap = findings.find(
    ({ code, at }) =>
      code === 'DIS-MISSING-CONDITIONAL' && at.fact === 'tx.c9.priorYearActualPeakMW',
  );
  expect(gap?.severity).toBe('critical');
  expect(files).toEqual([]);
}, 30_000);

test('mining in China: PROHIBITED with the citation, and no document', async () => {
  const china: Changes = {
    workspace: [['country: US, subdivision: US-TX', 'country: CN, subdivision: CN-SC']],
  };
  const { first, files } = await outcomeOf(china, 'cn-ban');
  expect(first?.outcome).toBe('PROHIBITED');
  expect(first?.applicability.citation).toContain('NDRC Notice 2021 No. 1283');
  expect(files).toEqual([]);
}, 30_000);
