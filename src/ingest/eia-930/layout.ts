import { headerKey } from '../table/header.ts';
import type { GridKey } from '../grid/collect.ts';

/** A column of values: what it belongs to, where the file or the row names the rest. */
export interface ValueColumn {
  readonly name: string;
  readonly quantity: GridKey['quantity'];
  readonly of?: string;
  readonly status: GridKey['status'];
  /** Absent: the row names it. */
  readonly area?: string;
}

/** Columns of the six-month files. */
export const AREA = 'Balancing Authority';
export const NEIGHBOUR = 'Directly Interconnected Balancing Authority';
export const UTC_END = 'UTC Time at End of Hour';
export const INTERCHANGE = 'Interchange (MW)';

const TOTAL =
  /^(demand forecast|demand|net generation|total interchange) \(mw\)( \((?:imputed|adjusted)\))?$/;
const BY_SOURCE = /^Net Generation \(MW\) from (.+?)( \((?:Imputed|Adjusted)\))?$/i;
const QUANTITIES: Readonly<Record<string, GridKey['quantity']>> = {
  'demand forecast': 'demand-forecast',
  demand: 'demand',
  'net generation': 'net-generation',
  'total interchange': 'interchange',
};

/** The columns of a balance file that hold values. */
export function balanceColumns(headers: readonly string[]): ValueColumn[] {
  return headers.flatMap((header): ValueColumn[] => {
    const tidy = header.replace(/\s+/gu, ' ').trim();
    const [, total, note] = TOTAL.exec(headerKey(header)) ?? [];
    const quantity = QUANTITIES[total ?? ''];
    if (quantity !== undefined) return [{ name: header, quantity, status: statusOf(note) }];
    const [, source, mark] = BY_SOURCE.exec(tidy) ?? [];
    if (source === undefined) return [];
    return [{ name: header, quantity: 'generation', of: source, status: statusOf(mark) }];
  });
}

function statusOf(note: string | undefined): GridKey['status'] {
  if (note === undefined) return 'reported';
  return /imputed/i.test(note) ? 'imputed' : 'adjusted';
}

const SERIES = /^EBA\.([A-Z0-9]+)-([A-Z0-9]+)\.(D|DF|NG|TI|ID|NG\.[A-Z0-9]+)\.H$/;
const BULK: Readonly<Record<string, GridKey['quantity']>> = {
  D: 'demand',
  DF: 'demand-forecast',
  NG: 'net-generation',
  'NG.*': 'generation',
  TI: 'interchange',
  ID: 'interchange',
};

/** The columns of a table of bulk series, such as `EBA.ERCO-ALL.NG.WND.H`; hours in UTC end in `.H`. */
export function bulkColumns(headers: readonly string[]): ValueColumn[] {
  return headers.flatMap((name) => {
    const [, area, other, kind] = SERIES.exec(name.trim().toUpperCase()) ?? [];
    if (area === undefined || other === undefined || kind === undefined) return [];
    const meaning = meaningOf(kind, other);
    return meaning ? [{ name, area, status: 'reported' as const, ...meaning }] : [];
  });
}

/** What a kind of series counts; undefined where it does not go with its neighbour. */
function meaningOf(kind: string, other: string): Pick<ValueColumn, 'quantity' | 'of'> | undefined {
  const quantity = BULK[kind.replace(/^NG\..+$/, 'NG.*')];
  if (quantity === undefined || (kind === 'ID') === (other === 'ALL')) return undefined;
  if (kind === 'ID') return { quantity, of: other };
  return kind.startsWith('NG.') ? { quantity, of: kind.slice(3) } : { quantity };
}
