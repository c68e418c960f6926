import type { ProfileInput } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Interval } from '../../model/time.ts';
import { ratio } from '../../units/rational.ts';
import { DAY } from '../clock/calendar.ts';
import { unitFactor } from '../columns.ts';
import type { Given } from '../extractions.ts';
import { ALL, type HashAmount, hashSeriesOf } from '../hashrate-csv/hash-series.ts';
import { type Identification, type InputFile, refusedFile } from '../input-file.ts';
import { type JsonValue, memberOf, textIn } from '../json/json-value.ts';
import { looksLikeJson, readJson } from '../json/read-json.ts';
import { type Account, accountOf, snapshot } from '../pool-answer/account.ts';
import { amountIn, instantIn } from '../pool-answer/amount.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { answerOf } from './answer.ts';
import { payoutsOf } from './rewards.ts';

const INSTEAD = 'Export the hashrate day by day (accounts/hash_rate_daily/json/group/btc)';

/** How far the file is an answer of Braiins Pool. */
export function identify(file: InputFile): Identification {
  const document = looksLikeJson(file) ? readJson(file) : undefined;
  const answer = document && !document.refused && answerOf(document.value);
  return answer
    ? { confidence: 1, why: 'It has the members of an answer of Braiins Pool.' }
    : { confidence: 0, why: 'It is no answer of Braiins Pool.' };
}

/** Hashrate of days or of the last 24 hours, or the coins of days, of the account of a site. */
export function extract(file: InputFile, input: ProfileInput): Given {
  const account = accountOf(input, file.path);
  return 'severity' in account ? refused(account) : extractFor(file, account);
}

/** The same for an account whose site may stand open. */
export function extractFor(file: InputFile, account: Account): Given {
  const document = readJson(file);
  if (document.refused) return refused(document.refused);
  const { site } = account;
  const answer = answerOf(document.value) ?? { kind: 'other', what: 'no answer that is known' };
  switch (answer.kind) {
    case 'rewards':
      return { payouts: payoutsOf(answer.days, site, file) };
    case 'days':
      return hashrate(file, site, answer.days, dayAmount);
    case 'workers':
      return lastDayOf(answer.workers, document.value, account, file);
    case 'profile':
      return lastDayOf([[ALL, answer.profile]], document.value, account, file);
    case 'other': {
      const message = `${file.path} holds ${answer.what} of Braiins Pool. ${INSTEAD} or the daily rewards.`;
      return refused(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
    }
  }
}

/** The means of the last 24 hours. Those of 5 and 60 minutes lie within them and are never added. */
function lastDayOf(
  stated: readonly (readonly [device: string, stated: JsonValue])[],
  document: JsonValue,
  { site, lastDay }: Account,
  file: InputFile,
): Given {
  if (!lastDay) return refused(snapshot(file, document, INSTEAD));
  return hashrate(file, site, stated, ([device, one], notes) =>
    windowAmount(device, one, lastDay, notes, file.path),
  );
}

function refused(why: Finding): Given {
  return { hashrate: refusedFile(why) };
}

function hashrate<T>(
  file: InputFile,
  site: string,
  items: readonly T[],
  amountOf: (item: T, notes: RowNotes, file: string) => HashAmount | undefined,
): Given {
  const notes = rowNotes(file.path);
  const amounts = items.flatMap((item) => amountOf(item, notes, file.path) ?? []);
  const of = { site, algorithm: 'sha256', intervalSeconds: DAY };
  const { records, conflicting, duplicates } = hashSeriesOf(file, of, amounts, notes);
  const read = items.length;
  const rejected = read - amounts.length + conflicting;
  const rows = { read, rejected, duplicate: duplicates };
  return { hashrate: { records, findings: notes.findings(), rows } };
}

/** The day begins with the second that is stated, and has 24 hours. */
function dayAmount(day: JsonValue, notes: RowNotes, file: string): HashAmount | undefined {
  const start = instantIn(day, 'date', notes);
  if (start === undefined) return undefined;
  return windowAmount(ALL, day, { start, end: start + DAY }, notes, file);
}

function windowAmount(
  device: string,
  stated: JsonValue,
  { start, end }: Interval,
  notes: RowNotes,
  file: string,
): HashAmount | undefined {
  const written = textIn(memberOf(stated, 'hash_rate_unit')) ?? '';
  const column = { column: `${stated.pointer}/hash_rate_unit`, unit: written };
  const unit = unitFactor(column, [{ kind: 'hashrate', to: 'GH/s' }], file);
  if ('severity' in unit) {
    notes.add(unit);
    return undefined;
  }
  const rate = amountIn(stated, 'hash_rate_24h', notes);
  const seconds = ratio(BigInt(end - start));
  return (
    rate && {
      device,
      start,
      end,
      line: stated.line,
      gigahashes: rate.mul(unit.factor).mul(seconds),
    }
  );
}
