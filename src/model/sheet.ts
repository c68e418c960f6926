import type { Severity } from './finding.ts';
import type { Grade } from './documents/factor-set.ts';

/*
 * A disclosure set in order for reading: titles, tables and texts with every number already formatted. Renderers lay it
 * out and never compute. Texts may hold `**strong**` and `^{a}` (anchor of the note with that mark).
 */

/** Everything that a page renderer needs, chart data included. */
export interface Sheet {
  readonly language: string;
  readonly entity: string;
  readonly status: { readonly kind: 'final' | 'draft'; readonly text: string };
  /** Line above the title: the standard and its paragraphs. */
  readonly standard: string;
  readonly title: string;
  readonly lead: string;
  /** Title in the running head of later pages. */
  readonly runningTitle: string;
  /** `form` sets an authority's form: a small title, the status above it, no print of the data on page 1. */
  readonly layout?: 'report' | 'form';
  /** Confidentiality mark such as `CONFIDENTIAL`, beside the status and in the head of every page. */
  readonly mark?: string;
  /** Four or eight statements of the cover, in rows of four; a form may have none. */
  readonly cover: readonly { readonly label: string; readonly lines: readonly [string, string] }[];
  readonly sections: readonly SheetSection[];
  readonly evidence: SheetEvidence;
  /** Words of the page furniture in the sheet's language. */
  readonly words: SheetWords;
  /** SHA-256 of the canonical disclosure, 64 lower-case hexadecimal digits. */
  readonly hash: string;
  /** For document information and attachments: an instant fixed by the data, never the clock. ISO 8601 UTC. */
  readonly created: string;
}

export interface SheetSection {
  readonly number: string;
  /** Where number and title are both empty, the blocks stand without a heading, as on a form. */
  readonly title: string;
  /** Small text at the right of the title. */
  readonly aside?: string;
  readonly blocks: readonly SheetBlock[];
}

export type SheetBlock =
  | KeyFigures
  | SheetTable
  | SheetChart
  | SheetText
  | SheetStatements
  | SheetList
  | SheetForm
  | SheetAttestation;

/** Figures in rows of four; the first row is set large. */
export interface KeyFigures {
  readonly kind: 'key-figures';
  readonly figures: readonly {
    readonly label: string;
    readonly value: string;
    readonly unit: string;
    readonly note: string;
    readonly citation: string;
  }[];
}

export interface SheetTable {
  readonly kind: 'table';
  /** `Table 1`. */
  readonly number: string;
  readonly title: string;
  /** Common unit, at the head of the label column; empty where units differ and stand in a column. */
  readonly unit: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly SheetRow[];
  readonly notes: readonly SheetNote[];
  /** The key to the grades follows the notes (first table of a document). */
  readonly hasGradeKey: boolean;
}

export interface SheetColumn {
  readonly head: string;
  /** Second line of the head: place, months, unit. */
  readonly sub: string;
  /** number: right-aligned on the decimal point. text: left. grade: the evidence mark, always last. */
  readonly align: 'number' | 'text' | 'grade';
  /** Decimals of the column's numbers, for alignment. */
  readonly decimals: number;
}

export interface SheetRow {
  /** Item number in the law; may be empty. */
  readonly item: string;
  readonly label: string;
  readonly weight: 'normal' | 'head' | 'sub' | 'total';
  /** One text for each column; of a grade column `V`, `S`, `C`, `M` or empty. */
  readonly cells: readonly string[];
}

export interface SheetNote {
  /** Letter of the anchor; empty for a general note. */
  readonly mark: string;
  readonly text: string;
}

export type SheetChart = EnergyByMonthChart | LocationAgainstMarketChart;

interface ChartFrame {
  readonly kind: 'chart';
  /** `Figure 1`. */
  readonly number: string;
  readonly title: string;
  /** Unit, period, and what the forms mean. */
  readonly subtitle: string;
  readonly altText: string;
  readonly note: string;
}

/** Stacked columns of energy by source and month. */
export interface EnergyByMonthChart extends ChartFrame {
  readonly chart: 'energy-by-month';
  readonly data: EnergyByMonth;
}

/** Two bars for each place: location-based emissions solid, market-based hatched. */
export interface LocationAgainstMarketChart extends ChartFrame {
  readonly chart: 'location-against-market';
  readonly data: LocationAgainstMarket;
}

/** Data of the chart, as exact decimal strings in the printed unit. */
export interface EnergyByMonth {
  readonly unit: string;
  /** Month names as printed, in order. */
  readonly months: readonly string[];
  readonly series: readonly {
    readonly name: string;
    /** Second line of the label: `463.6 GWh, 32%`. */
    readonly detail: string;
    readonly source: SourceHue;
    /** Backed by an instrument (solid) or not (hatched). */
    readonly isBacked: boolean;
    /** One value for each month; null where the month has no data. */
    readonly values: readonly (string | null)[];
  }[];
}

/** Data of the chart: two views of one scope, which are never added. */
export interface LocationAgainstMarket {
  readonly unit: string;
  readonly places: readonly {
    readonly name: string;
    /** Second line of the label: region, grid. */
    readonly sub: string;
    /** Decimal string in the unit, with the decimals that are printed; null where there is no factor. */
    readonly location: string | null;
    readonly market: string | null;
    /** The sum of all places; it stands last, under a strong rule. */
    readonly isTotal: boolean;
  }[];
}

/** Hues of the design's source palette. */
export type SourceHue =
  'hydro' | 'wind' | 'solar' | 'otherRen' | 'nuclear' | 'grid' | 'gas' | 'oil' | 'coal';

export interface SheetText {
  readonly kind: 'text';
  /** Item numbers in the hang column. */
  readonly items: readonly string[];
  readonly paragraphs: readonly string[];
}

/** Item number, label and a text of any length. */
export interface SheetStatements {
  readonly kind: 'statements';
  readonly statements: readonly {
    readonly item: string;
    readonly label: string;
    readonly text: string;
    readonly grade: Grade;
    /** The text stands for a missing value. */
    readonly isMissing: boolean;
  }[];
}

/** Boxes of an authority's form: rows of fields beside their item numbers. */
export interface SheetForm {
  readonly kind: 'form';
  readonly rows: readonly SheetFormRow[];
}

export interface SheetFormRow {
  /** Item number in the law; may be empty. */
  readonly item: string;
  readonly fields: readonly SheetFormField[];
}

export interface SheetFormField {
  readonly label: string;
  /** Of a missing value what stands after `Missing.`: whom to ask, or why. */
  readonly value: string;
  /** Share of the row, against the other fields in it; the fields always fill the row. */
  readonly width: number;
  readonly state: 'value' | 'missing' | 'unverified';
  /** Drawn as squares, crossed when chosen, in place of the value. */
  readonly choices?: readonly { readonly label: string; readonly isChosen: boolean }[];
  readonly grade: Grade;
}

/** The sentence that is signed, and the places for who signs: name, title, date, seal. */
export interface SheetAttestation {
  readonly kind: 'attestation';
  readonly title: string;
  readonly statement: string;
  readonly places: readonly {
    readonly label: string;
    readonly value: string;
    /** Nothing stands here yet; the value says so: `not signed`. */
    readonly isOpen: boolean;
  }[];
}

/** Findings, decisions, inputs: a mark or short code, a line, and small print under it. */
export interface SheetList {
  readonly kind: 'list';
  readonly entries: readonly {
    readonly severity?: Severity;
    /** Code, path or id; set in mono where `isMono`. */
    readonly head: string;
    readonly isMono: boolean;
    readonly text: string;
    readonly small: string;
  }[];
}

export interface SheetEvidence {
  readonly title: string;
  readonly text: string;
  readonly hashLabel: string;
  /** Four short lines: inputs, factors, figures, ledger. */
  readonly counts: readonly { readonly label: string; readonly text: string }[];
}

/** Words that a renderer sets by itself. `{n}` and `{of}` are replaced by page numbers. */
export interface SheetWords {
  readonly item: string;
  readonly grade: string;
  readonly page: string;
  readonly continued: string;
  readonly draft: string;
  readonly dataPrint: string;
  /** Before what is said of a missing value, without a full stop. */
  readonly missing: string;
  /** In place of a bar that has no value. */
  readonly noFactor: string;
  readonly grades: Readonly<Record<Grade, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
}
