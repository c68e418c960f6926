import type {
  EnergyByMonth,
  EnergyByMonthChart,
  Sheet,
  SheetColumn,
  SheetList,
  SheetRow,
  SheetStatements,
  SheetTable,
} from '../../src/model/sheet.ts';

/** SHA-256 of the three letters `abc` (FIPS 180-4, appendix B.1). */
export const SAMPLE_HASH = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

export function number(head: string, sub = '', decimals = 0): SheetColumn {
  return { head, sub, align: 'number', decimals };
}

export function text(head: string, sub = ''): SheetColumn {
  return { head, sub, align: 'text', decimals: 0 };
}

export const GRADE: SheetColumn = { head: '', sub: '', align: 'grade', decimals: 0 };

export function row(
  item: string,
  label: string,
  cells: readonly string[],
  weight: SheetRow['weight'] = 'normal',
): SheetRow {
  return { item, label, cells, weight };
}

export const EMISSIONS: SheetTable = {
  kind: 'table',
  number: 'Table 1',
  title: 'Gross emissions by scope and site',
  unit: 't CO₂e',
  columns: [
    number('Pecos Ridge', 'US-TX'),
    number('Manic Sud', 'CA-QC'),
    number('Boden North', 'SE'),
    number('2025', 'all sites'),
    number('2024', 'restated'),
    number('Change', '%', 1),
    GRADE,
  ],
  rows: [
    row('29(a)(i)(1)', 'Scope 1', ['41', '0', '70', '111', '132', '−15.9', 'C'], 'head'),
    row('', 'Diesel, own generator', ['0', '0', '70', '70', '88', '−20.6', 'V'], 'sub'),
    row('', 'Refrigerant R-410A', ['41', '0', '0', '41', '43', '−6.5', 'V'], 'sub'),
    row(
      '29(a)(i)(2)',
      'Scope 2, location-based^{a}',
      ['297,601', '923', '1,756', '300,280', '311,480', '−3.6', 'V'],
      'head',
    ),
    row(
      '29(a)(v)',
      'Scope 2, market-based^{b}',
      ['142,512', '923', '1,508', '144,944', '171,930', '−15.7', 'S'],
      'head',
    ),
    row(
      '29(a)(i)(3)',
      'Scope 3, three categories',
      ['28,786', '3,439', '5,922', '38,147', '33,870', '+12.6', 'M'],
      'head',
    ),
    row(
      '',
      '2  Capital goods^{c}',
      ['12,840', '3,110', '5,460', '21,410', '19,240', '+11.3', 'M'],
      'sub',
    ),
    row(
      '',
      '3  Fuel and energy',
      ['15,925', '319', '455', '16,700', '14,591', '+14.5', 'V'],
      'sub',
    ),
    row('', '5  Waste', ['21', '9', '6', '37', '39', '−6.6', 'S'], 'sub'),
    row('29(a)(iv)', 'Scopes 1, 2 of other investees', ['0', '0', '0', '0', '0', '–', 'V']),
    row(
      '',
      'Total, location-based',
      ['326,427', '4,362', '7,748', '338,537', '345,482', '−2.0', 'M'],
      'total',
    ),
  ],
  notes: [
    {
      mark: 'a',
      text: 'Grid average of generation: eGRID2023 subregion ERCT 334.5, Québec 2.6 and Sweden 8.1 g CO₂e per kWh. Losses are in Scope 3, category 3.',
    },
    {
      mark: 'b',
      text: 'Information on contractual instruments; it does not replace the line above. Wind contract 463.6 GWh, guarantees of origin cancelled 209.6 GWh. Residual mix: none used for Québec (none published) or ERCOT (Green-e, not licensed): grid average.',
    },
    {
      mark: 'c',
      text: 'Machines. **Unverified**: no supplier footprint for two of five models. Economic proxy, uncertainty −40% to +90%.',
    },
    {
      mark: '',
      text: 'Rounded once from exact figures: lines may not sum. 0 is a measured zero, – does not apply. A total carries the weakest grade beneath it.',
    },
  ],
  hasGradeKey: true,
};

export const ENERGY: EnergyByMonth = {
  unit: 'GWh',
  months: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  series: [
    {
      name: 'Hydro, certificates',
      detail: '209.6 GWh, 14%',
      source: 'hydro',
      isBacked: true,
      values: [
        '16.1',
        '14.6',
        '16.4',
        '15.9',
        '17.8',
        '18.0',
        '18.6',
        '18.5',
        '18.0',
        '18.6',
        '18.2',
        '18.9',
      ],
    },
    {
      name: 'Wind contract',
      detail: '463.6 GWh, 32%',
      source: 'wind',
      isBacked: true,
      values: [
        '47.7',
        '34.2',
        '56.2',
        '57.0',
        '52.0',
        '43.0',
        '37.8',
        '40.1',
        '24.6',
        '23.7',
        '21.1',
        '25.3',
      ],
    },
    {
      name: 'Grid supply, Québec',
      detail: '355.0 GWh, 24%',
      source: 'hydro',
      isBacked: false,
      values: [
        '29.3',
        '24.9',
        '29.5',
        '29.5',
        '30.9',
        '29.8',
        '30.8',
        '30.7',
        '29.7',
        '30.6',
        '29.3',
        '29.9',
      ],
    },
    {
      name: 'Grid mix, unspecified',
      detail: '433.3 GWh, 30%',
      source: 'grid',
      isBacked: false,
      values: [
        '20.2',
        '26.0',
        '18.6',
        '16.9',
        '28.0',
        '28.3',
        '36.8',
        '36.0',
        '48.8',
        '57.9',
        '57.6',
        '56.7',
      ],
    },
    {
      name: 'Diesel, own generator',
      detail: '0.1 GWh, 0%',
      source: 'oil',
      isBacked: true,
      values: ['0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0.1'],
    },
  ],
};

export const CHART: EnergyByMonthChart = {
  kind: 'chart',
  chart: 'energy-by-month',
  number: 'Figure 1',
  title: 'Energy used, by source and month',
  subtitle:
    'GWh at the facility meters, 2025. Solid: backed by a contract or a cancelled certificate. Hatched: not backed.',
  data: ENERGY,
  altText:
    'Stacked columns of energy used in each month of 2025, in GWh. Year: hydro with certificates 209.6; wind contract 463.6; grid supply in Québec 355.0; grid mix 433.3. Highest month October, lowest February. The figures stand in Table 2.',
  note: 'The wind contract covers **32%** of the year’s energy, and 52% of that of Pecos Ridge.',
};

const QUARTERS: SheetTable = {
  kind: 'table',
  number: 'Table 2',
  title: 'Energy used, by source and quarter',
  unit: 'GWh',
  columns: [
    number('Q1', 'Jan–Mar', 1),
    number('Q2', 'Apr–Jun', 1),
    number('Q3', 'Jul–Sep^{e}', 1),
    number('Q4', 'Oct–Dec', 1),
    number('2025', 'year', 1),
    number('Share', '%', 1),
    GRADE,
  ],
  rows: [
    row('', 'Hydro, guarantees of origin cancelled', [
      '46.8',
      '51.6',
      '55.6',
      '55.6',
      '209.6',
      '14.3',
      'V',
    ]),
    row('', 'Wind, power purchase agreement', [
      '139.1',
      '152.0',
      '102.5',
      '70.1',
      '463.6',
      '31.7',
      'V',
    ]),
    row('', 'Grid supply, Québec, no certificates', [
      '83.7',
      '90.2',
      '91.2',
      '89.8',
      '355.0',
      '24.3',
      'V',
    ]),
    row('', 'Grid mix, unspecified', ['65.5', '74.0', '121.6', '172.2', '433.3', '29.6', 'V']),
    row('', 'Diesel, own generator', ['0.0', '0.0', '0.0', '0.1', '0.1', '0.0', 'V']),
    row(
      '130a.1(1)',
      'Energy used',
      ['335.1', '367.8', '370.9', '387.8', '1,461.6', '100.0', 'C'],
      'total',
    ),
    row(
      '',
      'Left to the grid, not used^{d}',
      ['16.8', '8.1', '18.2', '1.4', '44.5', '–', 'C'],
      'sub',
    ),
  ],
  notes: [
    {
      mark: 'd',
      text: 'Baseline less metered load in 554 called hours (ISO day-matching baseline). An operating figure: it lowers no emission total by itself.',
    },
    {
      mark: 'e',
      text: 'September: 2.1% of Boden North’s readings are estimated, by the mean of the hours before and after (method 7.3).',
    },
  ],
  hasGradeKey: false,
};

/** A table of sixty months and meters, with a total: it breaks over pages. */
export const LONG: SheetTable = {
  kind: 'table',
  number: 'Table 3',
  title: 'Readings behind the figures, by meter and month',
  unit: '',
  columns: [
    text('Reader'),
    text('Unit'),
    number('Energy', 'metered', 3),
    number('Estimated', '%', 1),
    GRADE,
  ],
  rows: [
    ...Array.from({ length: 60 }, (_, i) =>
      row(
        i % 12 === 0 ? `S2.29(${String(i / 12 + 1)})` : '',
        `Meter ${String(Math.floor(i / 12) + 1)}, month ${String((i % 12) + 1)} of 2025`,
        [
          i % 5 === 0 ? 'smart-meter-texas@1' : 'nem12@1',
          'MWh',
          i === 17 ? 'no data' : `${String(8000 + i * 137)}.${String(100 + i)}`,
          i % 7 === 0 ? '2.1' : '0',
          'VSCM'.charAt(i % 4),
        ],
      ),
    ),
    row('', 'All meters', ['', 'MWh', '722,490.000', '0.3', 'M'], 'total'),
  ],
  notes: [
    { mark: 'f', text: 'A month without readings is said to have none; nothing is filled in.' },
  ],
  hasGradeKey: false,
};

export const STATEMENTS: SheetStatements = {
  kind: 'statements',
  statements: [
    {
      item: '(c)(1)',
      label: 'Legal business name',
      text: 'Aurora Compute Texas LLC',
      grade: 'V',
      isMissing: false,
    },
    {
      item: '(c)(2)',
      label: 'Principal place of business',
      text: '100 Specimen Road, Pecos, TX 79772',
      grade: 'S',
      isMissing: false,
    },
    {
      item: '(c)(3)',
      label: 'Regulatory contact: name and title',
      text: 'Missing. Ask: operations, Pecos Ridge.',
      grade: 'V',
      isMissing: true,
    },
    {
      item: 'S2.6(a)(i), S2.6(a)(ii)',
      label:
        'How the body responsible for oversight is informed of climate-related risks, and how often',
      text: 'The board is informed each quarter by the operations director, who reads the figures of this filing before they are sealed. Curtailment, grid emergencies and the price of diesel are standing items.\nOnce a year the board compares the location-based figure with that of the year before, and decides on contracts for the next two years. In 2025 it decided to extend the wind contract at Pecos Ridge by forty megawatts and to leave the guarantees of origin at Boden North as they are.',
      grade: 'C',
      isMissing: false,
    },
    {
      item: '29(g)(i)',
      label: 'Remuneration tied to climate',
      text: 'None.',
      grade: 'M',
      isMissing: false,
    },
  ],
};

export const FINDINGS: SheetList = {
  kind: 'list',
  entries: [
    {
      severity: 'critical',
      head: 'DIS-MISSING',
      isMono: true,
      text: 'Item (c)(3) has no value: name the regulatory contact under `statements` in workspace.yaml.',
      small: 'fact tx.c3.regulatoryContact',
    },
    {
      severity: 'quality',
      head: 'INP-ESTIMATED',
      isMono: true,
      text: 'September: 2.1% of Boden North’s readings are flagged as estimated; ask the grid company for the final ones.',
      small: 'readings/boden/2025-09.csv, line 412, and 15 more',
    },
    {
      severity: 'completeness',
      head: 'INP-GAP',
      isMono: true,
      text: 'Four hours of 27 February have no reading at Pecos Ridge.',
      small: 'readings/pecos/2025-02.csv',
    },
    {
      severity: 'info',
      head: 'FAC-YEAR',
      isMono: true,
      text: 'The grid factors are those of 2023, the last year that is published.',
      small: '',
    },
  ],
};

const INPUTS: SheetList = {
  kind: 'list',
  entries: Array.from({ length: 6 }, (_, i) => ({
    head: `readings/pecos/2025-${String(i + 1).padStart(2, '0')}.csv`,
    isMono: true,
    text: `sha256 ${SAMPLE_HASH}`,
    small: 'smart-meter-texas@1, 2,976 intervals',
  })),
};

/** A filing of an invented miner with every kind of block. */
export const SAMPLE: Sheet = {
  language: 'en',
  entity: 'Aurora Compute AB',
  status: { kind: 'final', text: 'Final. Not sealed.' },
  standard: 'IFRS S2 Climate-related Disclosures. Metrics, paragraphs 29 to 36',
  title: 'Greenhouse gas and energy disclosure 2025',
  lead: 'Three mining sites in Texas, Québec and northern Sweden',
  runningTitle: 'Greenhouse gas and energy disclosure 2025',
  cover: [
    { label: 'Reporting entity', lines: ['Aurora Compute AB, Luleå', 'LEI 0000 00AURORA 00X0 00'] },
    { label: 'Period', lines: ['1 January to', '31 December 2025'] },
    { label: 'Boundary', lines: ['Operational control', 'three sites, no exclusions'] },
    { label: 'Measurement', lines: ['GHG Protocol 2004 and', 'Scope 2 Guidance 2015'] },
    { label: 'Warming potentials', lines: ['IPCC AR6, 100 years', 'CH₄ 29.8 fossil, N₂O 273'] },
    { label: 'Template', lines: ['int-ifrs-s2', 'edition 11 December 2025'] },
    { label: 'Assurance', lines: ['None', 'integrity and arithmetic only'] },
    { label: 'Prepared by', lines: ['the preparer, Reporting', 'reviewed by the reviewer'] },
  ],
  sections: [
    {
      number: '1',
      title: 'Key figures',
      aside: '2025 against 2024, as restated',
      blocks: [
        {
          kind: 'key-figures',
          figures: [
            {
              label: 'Scope 1',
              value: '111',
              unit: 't CO₂e',
              note: '**−15.9%** from 132',
              citation: '§29(a)(i)(1)',
            },
            {
              label: 'Scope 2, location-based',
              value: '300,280',
              unit: 't CO₂e',
              note: '**−3.6%** from 311,480',
              citation: '§29(a)(i)(2)',
            },
            {
              label: 'Scope 2, market-based',
              value: '144,944',
              unit: 't CO₂e',
              note: '**−15.7%** from 171,930',
              citation: '§29(a)(v)',
            },
            {
              label: 'Renewable share of energy',
              value: '46.1',
              unit: '%',
              note: '**+8.7 points** from 37.4',
              citation: 'TC-SI-130a.1',
            },
            {
              label: 'Energy used',
              value: '1,461.6',
              unit: 'GWh',
              note: '**+5.0%**',
              citation: '',
            },
            {
              label: 'Hash volume',
              value: '71,676',
              unit: 'EH/s·h',
              note: '**+20.5%**',
              citation: '',
            },
            {
              label: 'Facility efficiency',
              value: '20.39',
              unit: 'J/TH',
              note: '**−12.9%**',
              citation: '',
            },
            {
              label: 'Location-based intensity',
              value: '4.189',
              unit: 'kg CO₂e/(PH/s·h)',
              note: '**−20.0%**',
              citation: '',
            },
          ],
        },
        EMISSIONS,
      ],
    },
    {
      number: '2',
      title: 'Energy',
      blocks: [
        {
          kind: 'text',
          items: ['§29(a)(v)', 'TC-SI-130a.1'],
          paragraphs: [
            'The three sites used **1,461.6 GWh**. Cancelled certificates and the wind contract cover **46.1%** of it; only these count as renewable. Grid supply that no certificate backs is shown hatched, also where the grid is mostly hydro. **44.5 GWh** were left to the grid at its request and are part of no total.^{d}',
          ],
        },
        CHART,
        QUARTERS,
      ],
    },
    { number: '3', title: 'Statements', blocks: [STATEMENTS] },
    {
      number: '4',
      title: 'Findings',
      aside: '1 critical, 1 quality, 2 to know',
      blocks: [FINDINGS],
    },
    { number: '5', title: 'Evidence in detail', blocks: [LONG, INPUTS] },
  ],
  evidence: {
    title: 'Evidence',
    text: 'This file carries its data, the ledger of every step and the hashes of 214 input files. To check it offline: **hashprint verify FILE**',
    hashLabel: 'SHA-256 of disclosure.json',
    counts: [
      { label: 'Inputs', text: '214 files, 31 meters' },
      { label: 'Factors', text: '3 published sets, 11 rows' },
      { label: 'Figures', text: '186, all recomputed' },
      { label: 'Ledger', text: '4,211 steps' },
    ],
  },
  words: {
    item: 'Item',
    grade: 'Grade',
    page: 'Page {n} of {of}',
    continued: 'continued',
    draft: 'Draft',
    dataPrint: 'Print of this filing’s data',
    missing: 'Missing',
    noFactor: 'no factor',
    grades: {
      V: 'read in the source',
      S: 'secondary source',
      C: 'computed from other lines',
      M: 'from memory, unverified',
    },
    severities: {
      critical: 'Critical',
      quality: 'Quality',
      completeness: 'Complete',
      info: 'To know',
    },
  },
  hash: SAMPLE_HASH,
  created: '2026-03-12T12:00:00Z',
};

export const DRAFT: Sheet = {
  ...SAMPLE,
  status: {
    kind: 'draft',
    text: 'Draft of 20 February 2026. Not for filing: one mandatory item is missing.',
  },
};
