import type { BillTemplate } from '../../model/documents/bill-template.ts';
import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding, type Finding } from '../../model/finding.ts';
import type { ExtractedBill } from '../bills-csv/bill.ts';
import { clocksOf, dayPattern } from '../bills-csv/layout.ts';
import { meterByNames } from '../bills-csv/named-meter.ts';
import { billRecords } from '../bills-csv/records.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { quoted } from '../wording.ts';
import { readBill } from './bill.ts';
import { pageNotes } from './page-notes.ts';
import { patternFaults } from './pattern-faults.ts';
import { Doubt } from './reading.ts';
import { segmentedPages } from './segments.ts';

/** Never certain: what a document says is known by a template only. */
export function identify({ pages }: InputFile): Identification {
  return pages === undefined
    ? { confidence: 0, why: 'It is no PDF document that holds text.' }
    : { confidence: 0.5, why: 'A PDF document with text, of which a template may tell more.' };
}

/**
 * The one bill of a document, by the template that the input names. Every place of every field must match exactly once
 * and all must agree, and the checks of the template must hold; else the bill is refused with what was seen.
 */
export function extract(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Extraction<ExtractedBill> {
  const template = templateOf(input, context, file.path);
  if ('code' in template) return refusedFile(template);
  const dates = dayPattern(template.date_format, file.path);
  const faults = [
    ...patternFaults(template, input.template ?? ''),
    ...('code' in dates ? [dates] : []),
  ];
  if (faults.length > 0 || 'code' in dates) return refusedFile(...faults);
  if (!file.pages) {
    const message = `${file.path} is no PDF document that can be read. Name the documents of bills in files.`;
    return refusedFile(finding('IN-PDF', 'critical', message, { file: file.path }));
  }
  try {
    const read = readBill(file, segmentedPages(file.pages), template, dates);
    const notes = pageNotes(file.path, read.page);
    const meter = meterByNames(input, context, notes)(read.names, read.page);
    const raw = meter === undefined ? [] : [{ ...read.bill, meter }];
    const rules = { file: file.path, endDate: template.end_date, clockOf: clocksOf(context) };
    const { records } = billRecords(raw, rules, notes);
    const rows = { read: 1, rejected: 1 - records.length, duplicate: 0 };
    return { records, findings: notes.findings(), rows };
  } catch (error) {
    if (!(error instanceof Doubt)) throw error;
    return {
      ...refusedFile(doubtful(error, template, file)),
      rows: { read: 1, rejected: 1, duplicate: 0 },
    };
  }
}

/** Without a workspace there is no template, and without one nothing is read. */
export function extractUnmapped({ path }: InputFile): Extraction<ExtractedBill> {
  const message = `${path} is a PDF document, and a bill is read of one by a template only: name it in workspace.yaml with profile: pdf-bill and template.`;
  return refusedFile(finding('IN-NO-READINGS', 'critical', message, { file: path }));
}

function templateOf(
  { template: path }: ProfileInput,
  { billTemplates }: IngestContext,
  file: string,
): BillTemplate | Finding {
  if (path === undefined) {
    const message = `The input of ${file} names no template, and a bill is read of a PDF document by one only. Add template.`;
    return finding('IN-BILL-TEMPLATE', 'critical', message, { file });
  }
  const template = billTemplates?.get(path);
  if (template) return template;
  const message = `The template ${quoted(path)} of ${file} could not be used, so nothing is read. Mend it.`;
  return finding('IN-BILL-TEMPLATE', 'critical', message, { file });
}

function doubtful(
  { message: why, page }: Doubt,
  { id }: BillTemplate,
  { path }: InputFile,
): Finding {
  const message = `${path} is not read by the template ${id}: ${why}. Nothing of it is counted; look at the page, and mend the template or map the bill by hand.`;
  return finding('IN-PDF', 'critical', message, {
    file: path,
    ...(page !== undefined && { page }),
  });
}
