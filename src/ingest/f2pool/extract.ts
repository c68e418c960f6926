import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { HashSeries } from '../../model/records.ts';
import type { Payout } from '../../model/source-records.ts';
import type { Interval } from '../../model/time.ts';
import { ratio } from '../../units/rational.ts';
import { roundedText } from '../../units/rounding.ts';
import { DAY, dayText } from '../clock/calendar.ts';
import type { Given } from '../extractions.ts';
import { ALL, hashSeriesOf } from '../hashrate-csv/hash-series.ts';
import { type Identification, type InputFile, refusedFile } from '../input-file.ts';
import { evidenceOf, type JsonValue, memberOf } from '../json/json-value.ts';
import { looksLikeJson, readJson } from '../json/read-json.ts';
import { type Account, accountOf, snapshot } from '../pool-answer/account.ts';
import { amountIn } from '../pool-answer/amount.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';

const NAMES = ['hashes_last_day', 'stale_hashes_rejected_last_day', 'value', 'workers'];
const INSTEAD = 'Export the hashrate as a series with times';
const GIGA = ratio(10n ** 9n);
const STALE = 'stale_hashes_rejected_last_day';

/** How far the file is an answer of F2Pool on an account. */
export function identify(file: InputFile): Identification {
  const document = looksLikeJson(file) ? readJson(file) : undefined;
  return document && !document.refused && isAnswer(document.value)
    ? { confidence: 1, why: `It has the members ${NAMES.join(', ')} of an answer of F2Pool.` }
    : { confidence: 0, why: 'It is no answer of F2Pool.' };
}

function isAnswer(document: JsonValue): boolean {
  return NAMES.every((name) => memberOf(document, name) !== undefined);
}

/**
 * The hashes of the last 24 hours, and what was credited in them. `hashes_last_day` counts hashes and is no rate; stale
 * ones stand apart, and `workers` say the same by machine.
 *
 * @see F2Pool, developer/api: glossary
 */
export function extract(file: InputFile, input: ProfileInput): Given {
  const account = accountOf(input, file.path);
  if ('severity' in account) return refused(account);
  const { algorithm } = input;
  if (algorithm !== undefined) return extractFor(file, account, algorithm);
  const message = `The answer of F2Pool in ${file.path} does not say which coin was mined. Add algorithm to the input.`;
  return refused(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
}

/** The same for an account whose site may stand open. */
export function extractFor(
  file: InputFile,
  { site, lastDay }: Account,
  algorithm: HashSeries['algorithm'],
): Given {
  const document = readJson(file);
  if (document.refused) return refused(document.refused);
  const answer = document.value;
  if (!isAnswer(answer)) {
    const message = `${file.path} holds no answer of F2Pool on an account. ${INSTEAD}, or name another profile.`;
    return refused(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
  }
  if (!lastDay) return refused(snapshot(file, answer, INSTEAD));
  const notes = rowNotes(file.path);
  const gigahashes = amountIn(answer, 'hashes_last_day', notes)?.div(GIGA);
  noteStale(answer, notes);
  const amounts = gigahashes ? [{ ...lastDay, device: ALL, line: answer.line, gigahashes }] : [];
  const of = { site, algorithm, intervalSeconds: DAY };
  const { records } = hashSeriesOf(file, of, amounts, notes);
  const payouts = algorithm === 'sha256' ? payoutOf(answer, site, lastDay, file, notes) : [];
  const findings = notes.findings();
  return {
    hashrate: { records, findings, rows: { read: 1, rejected: 1 - records.length, duplicate: 0 } },
    payouts: { records: payouts, findings: [], rows: { read: 0, rejected: 0, duplicate: 0 } },
  };
}

function refused(why: Finding): Given {
  return { hashrate: refusedFile(why) };
}

function noteStale(answer: JsonValue, notes: RowNotes): void {
  const stale = amountIn(answer, STALE, notes);
  if (!stale || stale.n === 0n) return;
  const petahashes = roundedText(stale.div(GIGA.mul(10n ** 6n)), { decimals: 3, mode: 'half-up' });
  const what = `the pool rejected ${petahashes} PH of the day as stale. They are not counted.`;
  notes.row('IN-STALE', 'info', { line: answer.line, column: `/${STALE}` }, what);
}

/** What was credited in the last 24 hours, where the answer says it. */
function payoutOf(
  answer: JsonValue,
  site: string,
  { start, end }: Interval,
  file: InputFile,
  notes: RowNotes,
): Payout[] {
  const value = memberOf(answer, 'value_last_day');
  const coins = value && amountIn(answer, 'value_last_day', notes);
  if (!coins) return [];
  const day = (at: number) => dayText(Math.floor(at / DAY));
  const days = { start, end, firstDay: day(start), lastDay: day(end - 1) };
  return [{ site, coins, ...days, evidence: evidenceOf(file, value) }];
}
