import type { FactorRow, FactorSet } from '../../model/documents/factor-set.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { listText } from '../wording.ts';

/** What is asked of the factor sets, in words. */
export const SUBJECT = {
  location: 'emission factor',
  residual: 'residual mix',
  mix: 'renewable share of the grid mix',
  loss: 'loss of the grid',
  combustion: 'fuel factor',
} as const;

/** For what a row was used. */
export interface Usage {
  readonly site: string;
  readonly use: keyof typeof SUBJECT;
  readonly year: number;
  readonly at: Place;
}

/** True for a value that a row states; null states that it is not available. */
export function isStated(value: string | null | undefined): boolean {
  return value !== undefined && value !== null;
}

/** What a row that does not state all three gases leaves out. */
function leftOut({ states = [], co2e_kg: whole }: FactorRow): string {
  if (isStated(whole)) {
    return 'the sum of gases as CO2e, with the warming potentials of its publisher';
  }
  const absent = ['CO2', 'CH4', 'N2O'].filter((gas) => !states.some((stated) => stated === gas));
  return `${listText(states)} alone, so ${listText(absent)} of this energy ${absent.length === 1 ? 'is' : 'are'} not in its CO2e`;
}

/** What is to be said of a row that was used: of another year, from memory, or of some gases only. */
export function remarksOn(
  { set, row }: { set: FactorSet; row: FactorRow },
  { site, use, year, at }: Usage,
): Finding[] {
  const name = `${set.title}, row ${row.id}`;
  const otherYear = finding(
    'ACC-FACTOR-OTHER-YEAR',
    'quality',
    `For ${String(year)} the ${SUBJECT[use]} of ${String(row.answers.year)} was used at ${site} (${name}), since none of ${String(year)} is at hand.`,
    at,
  );
  const unverified = finding(
    'ACC-FACTOR-UNVERIFIED',
    'quality',
    `The ${SUBJECT[use]} of ${site} (${name}) stands from memory; check it against ${row.source.document}.`,
    at,
  );
  return [
    ...((row.answers.year ?? year) === year ? [] : [otherYear]),
    ...(row.grade === 'M' ? [unverified] : []),
    ...(row.states === undefined || hasAllGases(row)
      ? []
      : [
          finding(
            'ACC-FACTOR-GASES',
            'quality',
            `The ${SUBJECT[use]} of ${site} (${name}) states ${leftOut(row)}.`,
            at,
          ),
        ]),
  ];
}

function hasAllGases({ states = [] }: FactorRow): boolean {
  return (['CO2', 'CH4', 'N2O'] as const).every((gas) => states.includes(gas));
}
