import type {
  BillField,
  BillTemplate,
  FieldOrConstant,
} from '../../model/documents/bill-template.ts';
import { finding, type Finding } from '../../model/finding.ts';
import { patternOf } from './pattern.ts';

/** What is wrong with the patterns of a template. */
export function patternFaults({ fields, checks = [] }: BillTemplate, path: string): Finding[] {
  const placed = Object.entries<FieldOrConstant>({ ...fields });
  const ofFields = placed.flatMap(([name, field]) =>
    isPlaced(field) ? field.map(({ pattern }) => [`fields.${name}`, pattern] as const) : [],
  );
  const ofChecks = checks.flatMap((check) =>
    check.kind === 'sum' ? [['checks', check.lines.pattern] as const] : [],
  );
  return [...ofFields, ...ofChecks].flatMap(([where, source]) => {
    const pattern = patternOf(source);
    if (!('fault' in pattern)) return [];
    const message = `In ${path} the pattern ${source} of ${where} cannot be used: ${pattern.fault}. Write it more plainly.`;
    return [finding('IN-BILL-TEMPLATE', 'critical', message, { file: path })];
  });
}

function isPlaced(field: FieldOrConstant): field is BillField {
  return Array.isArray(field);
}
