import type { SheetWords } from '../../model/sheet.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const FURNITURE: SheetWords = {
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
    completeness: 'Completeness',
    info: 'Note',
  },
};

/** The words of a printed disclosure in English, those of templates apart. */
export const ENGLISH = {
  language: 'en-GB',
  numbers: { group: ',', point: '.' },
  months: MONTHS,
  furniture: FURNITURE,
  cover: {
    entity: 'Reporting entity',
    period: 'Period',
    boundary: 'Boundary',
    measurement: 'Measurement',
    warming: 'Warming potentials',
    template: 'Template',
    assurance: 'Assurance',
    preparedBy: 'Prepared by',
    site: 'Site',
    figuresOf: 'Figures of',
    notStated: 'not stated',
    none: 'None',
    integrityOnly: 'integrity and arithmetic only',
    to: 'to',
    edition: 'edition',
    years: 'years',
    noWarming: 'none asked for',
  },
  approaches: {
    'operational-control': 'Operational control',
    'financial-control': 'Financial control',
    'equity-share': 'Equity share',
  } as Readonly<Record<string, string>>,
  status: {
    final: 'Final. Not sealed',
    draft: 'Draft, not for filing',
  },
  sites: (n: number) => (n === 1 ? 'one site' : `${String(n)} sites`),
  lead: (names: readonly string[]) =>
    (names.length === 1 ? 'One site: ' : `${String(names.length)} sites: `) + names.join(', '),
  gaps: {
    title: 'Gaps of this draft',
    text: (n: number) =>
      n === 1
        ? 'One critical finding stops a final filing. Figures that rest on it are missing or may be wrong.'
        : `${String(n)} critical findings stop a final filing. Figures that rest on them are missing or may be wrong.`,
  },
  confidential: 'CONFIDENTIAL',
  attestation: {
    title: 'Attestation',
    name: 'Name',
    office: 'Title',
    date: 'Date',
    seal: 'Seal',
    notStated: 'not stated',
    notSigned: 'not signed',
    none: 'none',
  },
  comparison: {
    subtitle: (unit: string, period: string) =>
      `${unit}, ${period}. Solid: location-based. Hatched: market-based. Two views of one scope, never added.`,
    alt: (unit: string) => `Two bars for each site, in ${unit}: location-based, then market-based.`,
    note: 'A market-based bar that is as long as its neighbour rests on the grid average throughout.',
    all: 'All sites',
  },
  noPrior: (year: string) => `no ${year} figure`,
  table: 'Table',
  figure: 'Figure',
  allSites: 'all sites',
  total: 'Total',
  year: 'year',
  unit: 'Unit',
  value: 'Value',
  noData: 'no data',
  mayNotSum:
    'Rounded once from exact figures: lines may not sum. 0 is a measured zero, – does not apply. A total carries the weakest grade beneath it.',
  quarters: { Q1: 'Jan–Mar', Q2: 'Apr–Jun', Q3: 'Jul–Sep', Q4: 'Oct–Dec' } as Readonly<
    Record<string, string>
  >,
  uses: { mining: 'Mining', compute: 'Other computing', other: 'Other uses' } as Readonly<
    Record<string, string>
  >,
  technologies: {
    wind: 'Wind',
    solar: 'Solar',
    hydro: 'Hydro',
    geothermal: 'Geothermal',
    biomass: 'Biomass',
    nuclear: 'Nuclear',
    gas: 'Gas',
    other: 'Other',
  } as Readonly<Record<string, string>>,
  certificates: (technology: string) => `${technology}, certificates`,
  gridSupply: 'Grid, no certificate',
  sources: {
    'residual-mix': 'Residual mix',
    'supplier-rate': 'Supplier’s rate',
    meter: 'From the meter',
    shares: 'From pool shares',
    linear: 'Between neighbours',
    coins: 'From coins',
  } as Readonly<Record<string, string>>,
  contractSupply: (technology: string) => `${technology}, contract`,
  chart: {
    subtitle: (unit: string, period: string) =>
      `${unit} at the grid connection, ${period}. Solid: backed by certificates that count. Hatched: not backed.`,
    note: (total: string, share: string) =>
      `In all **${total}**; certificates back **${share}** of it.`,
    alt: {
      start: (period: string, unit: string) =>
        `Stacked columns of electricity used in each month of ${period}, in ${unit}.`,
      year: 'Whole period',
      extremes: (highest: string, lowest: string) => `Highest month ${highest}, lowest ${lowest}.`,
      missing: (months: string) => `No data for ${months}.`,
      table: (number: string) => `The figures stand in ${number}.`,
    },
  },
  evidence: {
    title: 'Evidence',
    text: 'This file carries its data, the ledger of every step, the hourly columns and the hashes of its inputs. What it says is bound to them; it is no assurance conclusion.',
    hash: 'SHA-256 of the embedded disclosure',
    inputs: 'Inputs',
    factors: 'Factors',
    figures: 'Figures',
    ledger: 'Ledger',
    files: (n: number) => `${String(n)} ${n === 1 ? 'file' : 'files'}`,
    sets: (sets: number, rows: number) =>
      sets === 0
        ? 'none'
        : `${String(sets)} published ${sets === 1 ? 'set' : 'sets'}, ${String(rows)} ${rows === 1 ? 'row' : 'rows'}`,
    facts: (n: number) => `${String(n)}, each traced`,
    steps: (n: number) => `${String(n)} steps`,
  },
  register: {
    records: (n: string, reader: string) => `${n} records, read by ${reader}`,
    decidedBy: (by: string, on: string) => `Decided by ${by} on ${on}`,
    noFindings: 'No findings.',
    eachYear: (day: string) => `each year on ${day}`,
    more: (n: number) => `${String(n)} more of this kind stand in the embedded data.`,
    notStated: 'not stated',
    noDecisions: 'No decisions.',
    rows: 'Rows used',
    citation: 'After',
    methods: 'How each figure is computed',
    how: 'Computed as',
  },
} as const;

/** The words of one language. */
export type Words = typeof ENGLISH;
