import { type Finding, finding } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import type { RetirementStatement } from '../../model/source-records.ts';
import { byKey } from '../by-key.ts';
import { placeOf, rangeOrItself, type SerialRange, where } from '../serial-ranges.ts';
import { counted, linesText, quoted } from '../wording.ts';

/** Lines without cover that are named one by one. */
const CAP = 20;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What the retirement statements say of the certificates that a ledger claims as retired. Every serial of a line must
 * stand in statements of its registry, for the line's beneficiary and of its day. `names` are the spellings of the
 * reporting entity, which are one beneficiary.
 */
export function retirementFindings(
  certificates: readonly Certificate[],
  statements: readonly RetirementStatement[],
  names: readonly string[],
): Finding[] {
  const claimed = certificates.filter(({ isRetired }) => isRetired);
  const stated = byKey(statements, ({ registry }) => registry.toLowerCase());
  const isOwn = new Set(names.map(plain));
  const isSame: SameBeneficiary = (a, b) =>
    plain(a) === plain(b) || (isOwn.has(plain(a)) && isOwn.has(plain(b)));
  const unproven = claimed.filter(({ registry }) => !stated.has(registry.toLowerCase()));
  const proven = claimed.filter(({ registry }) => stated.has(registry.toLowerCase()));
  const checked = proven.map((certificate) => ({
    certificate,
    found: unstated(certificate, stated.get(certificate.registry.toLowerCase()) ?? [], isSame),
  }));
  return [
    ...ledgerAlone(unproven),
    ...undated(proven),
    ...capped(checked.flatMap(({ certificate, found }) => lacking(certificate, found))),
  ];
}

type SameBeneficiary = (a: string, b: string) => boolean;

/** Case and space do not part one name from another. */
function plain(name: string): string {
  return name.replace(/\s+/g, '').toLowerCase();
}

/** Serials without a statement that fits, and statements that hold them and do not fit. */
interface Unstated {
  readonly serials: readonly SerialRange[];
  readonly others: readonly RetirementStatement[];
}

interface Held extends SerialRange {
  readonly statement: RetirementStatement;
}

function unstated(
  certificate: Certificate,
  statements: readonly RetirementStatement[],
  isSame: SameBeneficiary,
): Unstated {
  const whole = rangeOrItself(certificate.serialStart, certificate.serialEnd);
  const held = statements
    .map((statement): Held => ({
      ...rangeOrItself(statement.serialStart, statement.serialEnd),
      statement,
    }))
    .filter(({ prefix }) => prefix === whole.prefix);
  const fits = ({ statement: { beneficiary, retiredOn } }: Held) =>
    isSame(beneficiary, certificate.beneficiary) && isSameDay(certificate.retiredOn, retiredOn);
  const serials = without(whole, held.filter(fits));
  const others = held.filter((one) => !fits(one) && serials.some((gap) => meets(gap, one)));
  return { serials, others: others.map(({ statement }) => statement) };
}

/** A ledger without a day, or with one that cannot be compared, leaves the day to the statement. */
function isSameDay(claimed: string | undefined, stated: string): boolean {
  return claimed === undefined || !DAY.test(claimed) || claimed === stated;
}

function meets(a: SerialRange, b: SerialRange): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** What is left of a range when others are taken from it. */
function without(whole: SerialRange, taken: readonly SerialRange[]): SerialRange[] {
  const left: SerialRange[] = [];
  let next = whole.first;
  for (const { first, last } of [...taken].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    if (first > whole.last) break;
    if (first > next) left.push({ ...whole, first: next, last: first - 1n });
    if (last >= next) next = last + 1n;
  }
  if (next <= whole.last) left.push({ ...whole, first: next, last: whole.last });
  return left;
}

function lacking(certificate: Certificate, { serials, others }: Unstated): Finding[] {
  const [first] = serials;
  if (!first) return [];
  const { registry, evidence } = certificate;
  const named = serials.slice(0, 5).map((range) => serialsText(range, certificate));
  const more = serials.length > 5 ? ` and ${counted(serials.length - 5, 'range')} more` : '';
  const message = `${capital(where(evidence))} claims certificates of ${registry} as retired${claimText(certificate)}, and no retirement statement covers ${named.join(', ')}${more}${othersText(others)}. Add the statement, or correct the claim.`;
  return [finding('IN-NOT-RETIRED', 'critical', message, placeOf(evidence))];
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** The serials as the ledger writes them where a whole line lacks cover; else counted behind their beginning. */
function serialsText(
  { prefix, first, last }: SerialRange,
  { serialStart, serialEnd }: Certificate,
) {
  const whole = rangeOrItself(serialStart, serialEnd);
  const text = (serial: bigint) => {
    if (serial === whole.first) return quoted(serialStart);
    if (serial === whole.last) return quoted(serialEnd);
    const width = serialStart.length - prefix.length;
    return quoted(`${prefix}${String(serial).padStart(width, '0')}`);
  };
  if (prefix.includes('\0')) return `${quoted(serialStart)} to ${quoted(serialEnd)}`;
  return first === last ? text(first) : `${text(first)} to ${text(last)}`;
}

function claimText({ beneficiary, retiredOn }: Certificate): string {
  const day = retiredOn !== undefined && DAY.test(retiredOn) ? ` on ${retiredOn}` : '';
  return ` for ${quoted(beneficiary)}${day}`;
}

function othersText(others: readonly RetirementStatement[]): string {
  const [first] = others;
  if (!first) return '';
  const { beneficiary, retiredOn, evidence } = first;
  const more = others.length > 1 ? `, and ${counted(others.length - 1, 'other')} likewise` : '';
  return ` (${where(evidence)} retires such serials for ${quoted(beneficiary)} on ${retiredOn}${more})`;
}

/** One finding for each registry and ledger without any statement. */
function ledgerAlone(claimed: readonly Certificate[]): Finding[] {
  const ledgers = byKey(claimed, (c) => `${c.registry.toLowerCase()}\0${c.evidence.file}`);
  return [...ledgers.values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const { registry, evidence } = first;
    const rests = lines.length === 1 ? 'rests' : 'rest';
    const message = `${counted(lines.length, 'line')} of ${evidence.file} claimed as retired (${linesOf(lines)}) ${rests} on the ledger alone: no retirement statement of ${registry} is among the inputs. Add it as kind: retirements.`;
    return [finding('IN-RETIREMENT', 'info', message, placeOf(evidence))];
  });
}

/** Ledgers whose day of retirement is not written as the mapping says. */
function undated(claimed: readonly Certificate[]): Finding[] {
  const odd = claimed.filter(({ retiredOn }) => retiredOn !== undefined && !DAY.test(retiredOn));
  return [...byKey(odd, ({ evidence }) => evidence.file).values()].flatMap((lines) => {
    const [first] = lines;
    if (!first) return [];
    const message = `The day of retirement ${quoted(first.retiredOn ?? '')} of ${counted(lines.length, 'line')} of ${first.evidence.file} (${linesOf(lines)}) cannot be compared with the statements. Declare map.retired_on_format.`;
    return [finding('IN-RETIREMENT', 'quality', message, placeOf(first.evidence))];
  });
}

function linesOf(lines: readonly Certificate[]): string {
  return linesText(lines.map(({ evidence }) => evidence.at.line ?? 0));
}

/** The first twenty; the last of them says how many more there are. */
function capped(findings: readonly Finding[]): Finding[] {
  const more = findings.length - CAP;
  return findings.slice(0, CAP).map((one, i) => {
    if (more <= 0 || i < CAP - 1) return one;
    return { ...one, message: `${one.message} ${counted(more, 'more such line')} follow.` };
  });
}
