import type {
  LocationAgainstMarket,
  LocationAgainstMarketChart,
  Sheet,
  SheetAttestation,
  SheetForm,
  SheetFormField,
  SheetTable,
} from '../../src/model/sheet.ts';
import { number, row, SAMPLE } from './sample-sheet.ts';

function field(label: string, value: string, more: Partial<SheetFormField> = {}): SheetFormField {
  return { label, value, width: 1, state: 'value', grade: 'V', ...more };
}

function choices(
  chosen: string,
  ...labels: readonly string[]
): NonNullable<SheetFormField['choices']> {
  return labels.map((label) => ({ label, isChosen: label === chosen }));
}

/** Fields in every state. */
export const FIELDS: SheetForm = {
  kind: 'form',
  rows: [
    {
      item: '(c)(1)',
      fields: [
        field('Legal business name', 'Aurora Compute Texas LLC'),
        field('Corporate parent', 'Aurora Compute AB, Sweden'),
      ],
    },
    {
      item: '(c)(2)',
      fields: [
        field('Principal place of business', '100 Specimen Road, Pecos, TX 79772', { width: 2 }),
        field('Telephone', '+1 555 0100', { state: 'unverified', grade: 'M' }),
      ],
    },
    {
      item: '(c)(3)',
      fields: [
        field('Regulatory contact: name and title', 'Ask: operations, Pecos Ridge', {
          width: 2,
          state: 'missing',
        }),
        field('Internal staff', '', { choices: choices('yes', 'yes', 'no') }),
      ],
    },
    {
      item: '(c)(4)',
      fields: [
        field('Form of business', '', {
          choices: choices(
            'limited liability company',
            'corporation',
            'partnership',
            'limited liability company',
            'sole proprietor',
          ),
        }),
      ],
    },
  ],
};

const PEAK_LOAD: SheetTable = {
  kind: 'table',
  number: '(c)(7), (c)(8)',
  title: 'Anticipated peak load and its interruptible part',
  unit: 'MW',
  columns: ['2026', '2027', '2028', '2029', '2030'].map((head, i) =>
    number(head, i === 0 ? 'first year' : '', 1),
  ),
  rows: [
    row('(c)(7)', 'Peak load', ['118.0', '120.0', '120.0', '120.0', '120.0']),
    row('(c)(8)', 'Interruptible^{a}', ['109.7', '111.6', '111.6', '111.6', '111.6']),
    row('', 'Interruptible share, %', ['93.0', '93.0', '93.0', '93.0', '93.0'], 'total'),
  ],
  notes: [
    {
      mark: 'a',
      text: 'Demonstrated in 2025: load fell by 93% in each of the called hours. The rule asks for at least 10% of the annual peak.',
    },
  ],
  hasGradeKey: false,
};

const LAST_YEAR: SheetForm = {
  kind: 'form',
  rows: [
    {
      item: '(c)(9)',
      fields: [
        field('Actual peak load in 2025, MW', '113.9', { width: 1.15, grade: 'C' }),
        field('Interval of the peak', '11 December, 05:45 to 06:00 CST', { width: 1.6 }),
        field('Energy in 2025, MWh', '889,661', { grade: 'C' }),
      ],
    },
  ],
};

export const ATTESTATION: SheetAttestation = {
  kind: 'attestation',
  title: 'Attestation',
  statement:
    'I am authorised to sign for the registrant. The information given here is true and complete to the best of my knowledge, and I will report material changes.',
  places: [
    { label: 'Name', value: 'the officer', isOpen: false },
    { label: 'Title', value: 'General manager', isOpen: false },
    { label: 'Date', value: 'not signed', isOpen: true },
    { label: 'Seal', value: 'none in a draft', isOpen: true },
  ],
};

/** A confidential registration as a draft, in one section without a heading. */
export const FORM: Sheet = {
  ...SAMPLE,
  layout: 'form',
  mark: 'CONFIDENTIAL',
  status: {
    kind: 'draft',
    text: 'Draft 3 of 20 February 2026. Not for filing: one mandatory item is missing.',
  },
  standard: 'Texas registration',
  title: 'Registration of a virtual currency mining facility',
  lead: 'Public Utility Commission of Texas, 16 TAC §25.114(c). Pecos Ridge.',
  runningTitle: 'Texas registration of Pecos Ridge',
  cover: [],
  sections: [{ number: '', title: '', blocks: [FIELDS, PEAK_LOAD, LAST_YEAR, ATTESTATION] }],
};

const PLACES: LocationAgainstMarket['places'] = [
  { name: 'Pecos Ridge', sub: 'US-TX', location: '297601', market: '142512', isTotal: false },
  { name: 'Manic Sud', sub: 'CA-QC', location: '923', market: '923', isTotal: false },
  { name: 'Boden North', sub: 'SE', location: '1756', market: '1508', isTotal: false },
];

const ALL_SITES = {
  name: 'All sites',
  sub: '2025',
  location: '300280',
  market: '144943',
  isTotal: true,
};

export function placesChart(places: LocationAgainstMarket['places']): LocationAgainstMarketChart {
  return {
    kind: 'chart',
    chart: 'location-against-market',
    number: 'Figure 2',
    title: 'Scope 2 by site, location-based and market-based',
    subtitle: 't CO₂e, 2025. Solid: location-based. Hatched: market-based. Two views, never added.',
    data: { unit: 't CO₂e', places },
    altText: `Bars of Scope 2 emissions of ${String(places.length)} places in 2025, in t CO₂e. The figures stand in Table 1.`,
    note: 'Market-based emissions are **52%** lower than location-based ones.',
  };
}

export const ONE_PLACE = placesChart(PLACES.slice(0, 1));
export const THREE_PLACES = placesChart([ALL_SITES, ...PLACES]);
/** Eight sites: one without a factor, one without emissions, one with a long name. */
export const EIGHT_PLACES = placesChart([
  ...PLACES,
  { name: 'Villarrica', sub: 'PY', location: '0', market: '0', isTotal: false },
  { name: 'Tórshavn', sub: 'FO', location: null, market: null, isTotal: false },
  { name: 'Kristiansund', sub: 'NO', location: '18.25', market: null, isTotal: false },
  {
    name: 'Hall three of the data centre at Sundsvall, operated for the municipal energy company',
    sub: 'SE, bidding zone SE2, residual mix of the Nordic countries',
    location: '12000.5',
    market: '250000.0',
    isTotal: false,
  },
  { name: 'Rockdale', sub: 'US-TX', location: '88123', market: '88123', isTotal: false },
  ALL_SITES,
]);
/** More places than fit a page. */
export const FORTY_PLACES = placesChart([
  ...Array.from({ length: 40 }, (_, i) => ({
    name: `Container ${String(i + 1)}`,
    sub: 'US-TX',
    location: String(1000 * (i + 1)),
    market: i % 9 === 4 ? null : String(900 * (i + 1)),
    isTotal: false,
  })),
  { ...ALL_SITES, location: '820000', market: '640000' },
]);

const NARRATIVE =
  'The facility takes part in the emergency response service and lowers its load within ten minutes of a call. ';

const LONG_FIELDS: SheetForm = {
  kind: 'form',
  rows: [
    {
      item: '16 TAC §25.114(c)(10)(A)(ii)(III), §25.114(c)(11)',
      fields: [
        field(
          'Name under which the company that operates the facility is registered in the state',
          'Общество с ограниченной ответственностью «Северная вычислительная компания»',
        ),
        field('County', 'Reeves'),
        field('Substation and transmission operator', 'Übertragungsnetzbetreiberverordnung', {
          state: 'unverified',
          grade: 'M',
        }),
      ],
    },
    {
      item: '(c)(12)',
      fields: [
        field('Cooling', '', {
          width: 0.4,
          choices: choices('immersion', 'air', 'evaporative', 'immersion', 'none'),
        }),
        field('How the load is interrupted', '', {
          width: 0.6,
          state: 'missing',
          choices: choices(
            '',
            'by the operator of the grid',
            'by the registrant itself or by a third party that the registrant names to the Commission beforehand',
          ),
        }),
      ],
    },
    {
      item: '(c)(13)',
      fields: [
        field('Description of the curtailment plan', NARRATIVE.repeat(70), { width: 3 }),
        field('Contact', 'Ask: operations', { state: 'missing' }),
      ],
    },
    {
      item: '',
      fields: [
        field('Remarks', ''),
        field('1', 'x'),
        field('2', 'y'),
        field('3', 'z'),
        field('4', 'January to December'),
      ],
    },
  ],
};

const LONG_ATTESTATION: SheetAttestation = {
  kind: 'attestation',
  title: 'Attestation of the responsible officer under oath',
  statement: `${NARRATIVE.repeat(9)}\nI declare this under penalty of perjury.`,
  places: [
    { label: 'Name', value: 'Maria del Carmen Fernández-Villaverde y Gutiérrez', isOpen: false },
    ...ATTESTATION.places.slice(1),
    { label: 'Notary public in and for the State of Texas', value: 'not signed', isOpen: true },
  ],
};

/** A final form of several pages with statements on its cover, everything too long, and every chart of places. */
export const LONG_FORM: Sheet = {
  ...FORM,
  status: { kind: 'final', text: 'Final. Not sealed.' },
  mark: 'CONFIDENTIAL UNDER 16 TAC §22.71',
  entity:
    'Общество с ограниченной ответственностью «Северная вычислительная компания» & Sons <Mining> Ltd',
  standard: '16 TAC §25.114(c), with the Texas Utilities Code §39.9702 and what else the rule says',
  title:
    'Registration of a virtual currency mining facility, first renewal, with a title of two lines',
  cover: SAMPLE.cover.slice(0, 4),
  sections: [
    { number: '', title: '', blocks: [LONG_FIELDS, LONG_ATTESTATION, ONE_PLACE] },
    { number: '2', title: 'Emissions', blocks: [FIELDS, THREE_PLACES, EIGHT_PLACES, FORTY_PLACES] },
    { number: '3', title: 'Signature', blocks: [ATTESTATION] },
    { number: '4', title: 'Figures', blocks: SAMPLE.sections[0]?.blocks.slice(0, 1) ?? [] },
  ],
};

/** A confidential report with four statements on its cover. */
export const CONFIDENTIAL: Sheet = {
  ...SAMPLE,
  mark: 'CONFIDENTIAL',
  cover: SAMPLE.cover.slice(0, 4),
  sections: [
    ...SAMPLE.sections.slice(0, 1),
    { number: '2', title: 'Scope 2', blocks: [THREE_PLACES] },
  ],
};
