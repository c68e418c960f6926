import { finding } from '../../model/finding.ts';
import type { InputFile } from '../input-file.ts';
import { evidenceOf, itemsOf, type JsonValue, memberOf, textIn } from '../json/json-value.ts';
import { readJson } from '../json/read-json.ts';
import type { RowNotes } from '../row-notes.ts';
import type { Entry } from './entry.ts';

/**
 * The bills of a listing as the API answers it, `{"bills": [...], "next": ...}`; none where a finding says why.
 *
 * @see https://utilityapi.com/docs/api/bills and https://utilityapi.com/docs/api/bills/list
 */
export function listedBills(file: InputFile, notes: RowNotes): readonly Entry[] {
  const document = readJson(file);
  if (document.refused) {
    notes.add(document.refused);
    return [];
  }
  const next = textIn(memberOf(document.value, 'next')) ?? '';
  if (next !== '') {
    const message = `${file.path} is one page of a listing and names a next one. Add the file of that page, or bills are missing.`;
    notes.add(finding('IN-COVERAGE', 'completeness', message, { file: file.path }));
  }
  return itemsOf(memberOf(document.value, 'bills')).map((bill) => entryOf(bill, file));
}

function entryOf(bill: JsonValue, file: InputFile): Entry {
  const base = memberOf(bill, 'base');
  const text = (...keys: readonly string[]) => textIn(memberOf(bill, ...keys)) ?? '';
  const numbers = itemsOf(memberOf(base, 'meter_numbers')).map(textIn);
  const remarks = itemsOf(memberOf(bill, 'notes')).map((note) => textIn(memberOf(note, 'type')));
  const energy = memberOf(base, 'bill_total_kwh') ?? base ?? bill;
  return {
    uid: text('uid'),
    meterUid: text('meter_uid'),
    otherNames: named([text('base', 'service_identifier'), ...numbers]),
    serviceClass: text('base', 'service_class'),
    start: text('base', 'bill_start_date'),
    end: text('base', 'bill_end_date'),
    kwh: text('base', 'bill_total_kwh'),
    volume: text('base', 'bill_total_volume'),
    unit: text('base', 'bill_total_unit'),
    cost: text('base', 'bill_total_cost'),
    updated: text('updated'),
    remarks: named(remarks),
    line: energy.line,
    evidence: evidenceOf(file, energy),
  };
}

function named(texts: readonly (string | undefined)[]): string[] {
  return texts.flatMap((text) => (text === undefined || text === '' ? [] : [text]));
}
