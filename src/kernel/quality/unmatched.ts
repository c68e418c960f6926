import { type Finding, finding } from '../../model/finding.ts';
import { speaksOf } from './origin.ts';
import type { Quality } from './quality.ts';

interface Stated {
  readonly of: string;
  readonly site?: string;
}

/** Statements that speak of no record: a name is wrong, or the records are not there. Those of factors and of declared numbers are not held against records. */
export function unmatchedFindings({ origins, statements }: Quality): Finding[] {
  const known = [...new Set(origins.values())];
  const idle = (list: readonly Stated[] = [], entry: string) =>
    list.flatMap((one, i): Finding[] => {
      const isOpen = one.of.startsWith('factor ') || one.of === 'kind declared';
      if (isOpen || known.some((origin) => speaksOf(one, origin))) return [];
      const where = one.site === undefined ? '' : ` of ${one.site}`;
      const message = `Nothing is recorded of ${one.of}${where}, of which ${entry} speaks; correct the name, or remove the entry.`;
      return [finding('ACC-QUALITY', 'quality', message, { entry: `${entry}.${String(i)}` })];
    });
  return [
    ...idle(statements.data_quality, 'data_quality'),
    ...idle(statements.uncertainty, 'uncertainty'),
  ];
}
