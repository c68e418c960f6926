import type {
  EnergyByMonth,
  Sheet,
  SheetChart,
  SheetTable,
  SourceHue,
} from '../../src/model/sheet.ts';
import {
  CHART,
  DRAFT,
  EMISSIONS,
  ENERGY,
  FINDINGS,
  GRADE,
  number,
  row,
  SAMPLE,
  STATEMENTS,
  text,
} from './sample-sheet.ts';

/** Hash-price arithmetic easily makes numbers of this length. */
const HUGE = '75,945,600,000,000';
const LONG_WORD = 'Übertragungsnetzbetreiberverordnungskonformitätserklärung';
const LABELS = [
  'Scope 1, own generators and the refrigerants of immersion cooling',
  'Scope 2, location-based^{a}',
  LONG_WORD,
  'Total',
];

function labelled(cells: readonly string[]): SheetTable['rows'] {
  return LABELS.map((label, i) =>
    row(`29(a)(i)(${String(i + 1)})`, label, cells, i === 3 ? 'total' : i === 2 ? 'sub' : 'normal'),
  );
}

const HUGE_NUMBERS: SheetTable = {
  kind: 'table',
  number: 'Table 9',
  title:
    'Eight columns of very large numbers, with a title so long that it goes on in a second line of its own',
  unit: 'kg CO₂e',
  columns: [1, 2, 3, 4, 5, 6, 7]
    .map((site) => number(`Site number ${String(site)}`, 'US-TX', 1))
    .concat(GRADE),
  rows: labelled([`${HUGE}.5`, '1.5', `${HUGE}.1^{a}`, '–', '0', `${HUGE}.0`, 'no data', 'V']),
  notes: [{ mark: 'a', text: 'A note.' }],
  hasGradeKey: true,
};

const SCRIPTS: SheetTable = {
  ...HUGE_NUMBERS,
  number: 'Table 10',
  title: 'Eight columns',
  columns: ['Pecos Ridge', 'Manic Sud', 'Boden North', 'Ирландия', 'Ελλάδα', '2025', '2024']
    .map((head) => number(head, 't CO₂e', 1))
    .concat(GRADE),
  rows: labelled(['12,345.5', '1.5', '1,345.1', '–', '0', '−1,234.0', '123.4', 'S']),
  notes: [],
  hasGradeKey: false,
};

const TEXTS: SheetTable = {
  ...SCRIPTS,
  number: 'Table 11',
  title: 'Columns of text',
  unit: '',
  columns: [
    text('Publisher', 'and edition'),
    text('What it answers'),
    text('Where it stands'),
    number('Value', '', 4),
    text('Unit'),
    GRADE,
  ],
  rows: [
    row('', 'eGRID ERCT', [
      'epa-egrid 2023r2',
      'Location-based factor of the grid subregion ERCT (Texas), generation only',
      'SRL23, row 12, column "SRC2ERTA"',
      '334.5123',
      'kg CO₂e/MWh',
      'V',
    ]),
    row('', 'AIB residual mix SE', [
      'aib 2024',
      'Residual mix of Sweden, market-based',
      'Table 2',
      '12.1',
      'g CO₂/kWh',
      'S',
    ]),
    row('', 'A path', [
      'iea',
      'a/very/long/path/that/does/not/break/anywhere/but/at/slashes/of/which/it/has/many.pdf',
      '–',
      '1,234',
      'kg',
      'M',
    ]),
  ],
};

const NO_ITEMS: SheetTable = {
  ...EMISSIONS,
  number: 'Table 12',
  rows: EMISSIONS.rows.map((one) => ({ ...one, item: '' })),
  notes: [],
  hasGradeKey: false,
};

/** April without data, August without wind data. */
const GAPS: EnergyByMonth = {
  ...ENERGY,
  series: ENERGY.series.map((one, i) => ({
    ...one,
    values: one.values.map((value, month) =>
      month === 3 || (month === 7 && i === 1) ? null : value,
    ),
  })),
};

const HUES: readonly SourceHue[] = [
  'hydro',
  'wind',
  'solar',
  'otherRen',
  'nuclear',
  'grid',
  'gas',
  'oil',
  'coal',
];

/** More series than there is room for labels, over two years. */
const CROWDED: EnergyByMonth = {
  unit: 'MWh',
  months: Array.from(
    { length: 24 },
    (_, i) => `${ENERGY.months[i % 12] ?? ''} ${i < 12 ? '24' : '25'}`,
  ),
  series: HUES.flatMap((source, i) =>
    [true, false].map((isBacked) => ({
      name:
        i === 2
          ? 'Solar power under a very long named agreement with a cooperative'
          : `Source ${source}`,
      detail: '1,234.5 GWh, 11%',
      source,
      isBacked,
      values: Array.from({ length: 24 }, (_, month) => String(300_000 + i * 50_000 + month * 1000)),
    })),
  ),
};

const NO_DATA: EnergyByMonth = {
  ...ENERGY,
  series: ENERGY.series.map((one) => ({ ...one, values: one.values.map(() => null) })),
};

function chart(title: string, data: EnergyByMonth): SheetChart {
  return { ...CHART, title, data };
}

/** Everything too long, too wide, too many or missing, in three scripts. */
export const STRESS: Sheet = {
  ...DRAFT,
  entity:
    'Общество с ограниченной ответственностью «Северная вычислительная компания» — Βόρεια Υπολογιστική Ανώνυμη Εταιρεία Ενέργειας & Sons <Mining> Ltd',
  title:
    'Registration of a virtual currency mining facility, first renewal, with a title of three lines in a smaller size',
  lead: 'Sites in Ångermanland, Łódź and Ψαχνά; and a lead that goes on over several lines since somebody wanted to say everything',
  standard:
    '16 TAC §25.114(c), with the Texas Utilities Code §39.9702 and whatever else the regulation says in a line longer than the page is wide',
  runningTitle: `Registration of a virtual currency mining facility ${LONG_WORD}`,
  cover: SAMPLE.cover.map((one, i) =>
    i === 2
      ? {
          label: 'Boundary and how it was drawn in the year',
          lines: [
            'Operational control over seven sites of four companies in three countries',
            LONG_WORD,
          ],
        }
      : one,
  ),
  sections: [
    {
      number: '12.3',
      title:
        'A very long section title that has to wrap since it is wider than the room beside its aside',
      aside: '2025 against 2024',
      blocks: [
        {
          kind: 'key-figures',
          figures: [
            {
              label: 'Huge',
              value: HUGE,
              unit: 'kg CO₂e',
              note: `**+1%** from ${HUGE}`,
              citation: '§1',
            },
            {
              label: 'A label so long that it must go on in a second line',
              value: '12',
              unit: 't CO₂e',
              note: 'no 2024 figure',
              citation: '',
            },
            {
              label: 'Eight characters',
              value: '1,234,567',
              unit: 't CO₂e',
              note: '**−3.6%** from 1,311,480 before it was restated in March',
              citation: '§29',
            },
            { label: 'Small', value: '0.0', unit: 'kg CO₂e/(PH/s·h)', note: '', citation: 'x' },
          ],
        },
        HUGE_NUMBERS,
        SCRIPTS,
        TEXTS,
        NO_ITEMS,
      ],
    },
    {
      number: '',
      title: 'Charts',
      blocks: [chart('With gaps', GAPS), chart('Crowded', CROWDED), chart('Without data', NO_DATA)],
    },
    {
      number: 'A',
      title: 'Text',
      blocks: [
        {
          kind: 'text',
          items: ['§1', '§2', '§3', '§4(a)(i)(ii)(iii)(iv)(v)(vi)(vii)', '§5'],
          paragraphs: [
            'Short.',
            `≤ ≥ → ✓ ☐ kg CO₂e. ${'Lorem ipsum dolor sit amet, consectetur adipiscing elit. '.repeat(70)}`,
            'An identifier_that_does_not_break_'.repeat(4),
          ],
        },
        FINDINGS,
        STATEMENTS,
      ],
    },
  ],
};
