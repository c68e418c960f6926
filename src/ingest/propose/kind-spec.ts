import type { canonicalUnit } from '../../units/unit.ts';
import type { Identification, InputFile } from '../input-file.ts';

/** What a unit of the registry measures. */
export type UnitKind = Parameters<typeof canonicalUnit>[0];

/** What the cells of a column must be. */
export type Holds = 'day' | 'stamp' | 'month' | 'number' | 'amount' | 'text';

/** A column that a kind of input needs or may have. */
export interface Role {
  /** The key of `map` that names it. */
  readonly key: string;
  /** The same in words of a person. */
  readonly what: string;
  readonly isNeeded: boolean;
  readonly holds: Holds;
  /** Headers, as words in lower case, that say so. */
  readonly named: RegExp;
  /** Headers that may mean it: to be confirmed. */
  readonly maybe?: RegExp;
  /** Headers that never mean it. */
  readonly never?: RegExp;
  /** What its unit measures, where it has one. */
  readonly measures?: readonly UnitKind[];
  /** A unit in the header is enough to name it. */
  readonly isNamedByUnit?: boolean;
  /** Taken by elimination where it is the only column of its shape. */
  readonly isLastResort?: boolean;
  /** Left out where several columns could be it: it enters no figure. */
  readonly isMinor?: boolean;
  /** The units to choose from, where they are no units of the registry. */
  readonly units?: readonly string[];
  /** The texts in the column are sorted into meanings. */
  readonly texts?: TextMeanings;
}

/** One meaning that a text may have, and how it is known. */
export interface Meaning {
  readonly value: string;
  readonly why: string;
  /** Texts that say so. */
  readonly certain?: RegExp;
  /** Texts that may say so: to be confirmed. */
  readonly likely?: RegExp;
}

/** What the texts of a column may mean, and where the mapping says so. */
export interface TextMeanings {
  /**
   * `read-types`: beside the column as `actual` and `estimated`. `list`: those that mean `yes`, under a key of their own.
   * `names`: a table of texts, under the key `names`. `column-names`: the same beside the column.
   */
  readonly as: 'read-types' | 'list' | 'names' | 'column-names';
  /** The key of the list. */
  readonly list?: string;
  /** `fuels`: the fuels of the factor sets. */
  readonly meanings: readonly Meaning[] | 'fuels';
}

/** How the rows of a kind stand in time. */
export type Times =
  /** First and last day; `end_date` says whether the last day belongs to the row. */
  | 'days'
  /** Stamps of intervals of 5 to 60 minutes. */
  | 'intervals'
  /** Start and end as instants. */
  | 'events'
  /** Days on which something begins and ends. */
  | 'service'
  /** The month of generation. */
  | 'vintage'
  /** The day of retirement. */
  | 'retired-on'
  /** One instant for each row. */
  | 'stamps'
  /** Nothing that has a form of its own. */
  | 'none';

/** One kind of mapped table. A further kind is one more of these. */
export interface KindSpec {
  readonly kind: string;
  /** What the file is, for a person who chooses among kinds. */
  readonly about: string;
  /** What its entry names beside the mapping. */
  readonly belongs: readonly ('meter' | 'site' | 'contract' | 'algorithm')[];
  readonly times: Times;
  readonly roles: readonly Role[];
  /** Headers that other kinds do not have. */
  readonly tells: RegExp;
  /** Where a kind allows one algorithm only, that one. */
  readonly algorithm?: string;
  readonly identify?: (file: InputFile) => Identification;
}
