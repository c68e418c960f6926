import { account } from '../../src/app/accounting.ts';
import { daysOf } from '../../src/app/calendar.ts';
import { measure } from '../../src/kernel/measure.ts';
import { loadFactors } from '../../src/store/factors.ts';
import { openWorkspace } from '../../src/store/workspace.ts';
import { decimalText } from '../../src/units/rounding.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const DAYS = 'start: From, end: To, end_date: inclusive, date_format: yyyy-MM-dd';
const SCOPE3 = `scope3:
  factors:
    - { id: s21, kind: supplier, co2e_kg: "310", per: unit, evidence: product footprint, quality: 2 }
    - { id: flight, kind: proxy, co2e_kg: "0.2", per: passenger·km, source: a table, quality: 5, uncertainty_percent: "50" }
    - { id: scrap, kind: proxy, co2e_kg: "1.2", per: kg, source: a table, quality: 4, uncertainty_percent: "50" }
  activities:
    - { id: machines, site: home, category: "2", what: machines, quantity: "400", unit: unit, start: 2023-03-01, end: 2023-03-01, factor: s21 }
  waste:
    - { waste: Boards, route: Dealer, becomes: recycle, electronic: true, factor: scrap }
  categories:
    "11": { relevance: not-applicable, because: nothing is sold }
`;

async function accounting(scope3: string) {
  const folder = smallWorkspace({
    workspace: [
      [
        'factors: {',
        `  - { kind: activities, files: travel.csv, map: { id: No, ${DAYS}, category: "6", what: What, quantity: { column: Km, unit: passenger·km }, factor: flight } }
  - { kind: waste, files: waste.csv, site: home, map: { ${DAYS}, waste: W, route: R, mass: { column: M, unit: kg } } }
${scope3}factors: {`,
      ],
    ],
    files: {
      'travel.csv': 'No,From,To,What,Km\nT-1,2023-05-01,2023-05-02,Houston,3000\n',
      'waste.csv': 'From,To,W,R,M\n2023-02-01,2023-02-14,boards,dealer,500\n',
    },
  });
  const open = await openWorkspace(folder);
  if (!open.workspace) throw new Error(open.findings.map(({ message }) => message).join('\n'));
  const factors = loadFactors();
  const result = await account(open, factors, daysOf(open.workspace.period), () => undefined);
  const gwp = factors.find(({ set }) => set.publisher === 'ipcc' && set.edition === 'AR6-100')?.set;
  const value = (metric: string) => {
    const { measurements } = measure(result.footprint, { metric, ...(gwp && { gwp }) });
    return measurements[0] && decimalText(measurements[0].step.value);
  };
  return { ...result, value };
}

test('lines of the workspace, files of activities and waste feed their categories', async () => {
  const { value, findings, footprint } = await accounting(SCOPE3);
  expect(value('scope3.2.co2e')).toBe('124');
  expect(value('scope3.6.co2e')).toBe('0.6');
  expect(value('scope3.5.co2e')).toBe('0.6');
  expect(value('waste.electronic.mass')).toBe('0.5');
  // the loss of the grid is not known, so category 3c is left out
  expect(value('scope3.co2e')).toBe('125.2');
  const told = findings.filter(({ code }) => code === 'ACC-SCOPE3-CATEGORY');
  expect(told.every(({ at }) => at.file === 'workspace.yaml' && at.line !== undefined)).toBe(true);
  expect(footprint.scope3?.categories.find(({ category }) => category === '11')?.state).toBe(
    'not-applicable',
  );
});

test('activities without declared factors have no figure, and waste without a treatment neither', async () => {
  const { value, findings } = await accounting('');
  expect(value('scope3.6.co2e')).toBeUndefined();
  const codes = findings.map(({ code }) => code);
  expect(codes).toContain('ACC-SCOPE3-FACTOR');
  expect(codes).toContain('ACC-WASTE');
});
