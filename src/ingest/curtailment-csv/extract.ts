import type { CurtailmentInput } from '../../model/documents/workspace.ts';
import type { CurtailmentEvent } from '../../model/records.ts';
import type { Interval } from '../../model/time.ts';
import type { Rational } from '../../units/rational.ts';
import { intervalsOf, type StampReader, stampReader } from '../clock/stamps.ts';
import { unitFactor } from '../columns.ts';
import {
  type Extraction,
  type Identification,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { type MappedRow, readMapped } from '../mapped-rows.ts';
import { rowNotes, type RowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'start', spelled: /\b(start|begin|from)/i },
  { what: 'end', spelled: /\b(end|to|until|stop)/i },
  { what: 'baseline', spelled: /baseline/i },
  { what: 'event', spelled: /event|program|curtail|deploy|dispatch/i },
];

/** How far the file looks like a list of curtailment events. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The curtailment events of a file by its mapping. The zone is the mapping's own, since the grid dispatches by its clock. */
export function extract(file: InputFile, input: CurtailmentInput): Extraction<CurtailmentEvent> {
  const { csv, map } = input;
  const readers = eventReaders(input, file.path);
  const unit = unitFactor(map.baseline, [{ kind: 'power', to: 'MW' }], file.path);
  if (!('start' in readers) || 'severity' in unit) {
    const faults = 'start' in readers ? [] : [readers];
    return refusedFile(...faults, ...('severity' in unit ? [unit] : []));
  }
  const notes = rowNotes(file.path);
  const columns = [map.start, map.end, map.baseline.column, map.programme, map.method];
  return readMapped(file, { csv, columns }, notes, (rows) => {
    const spans = eventTimes(rows, input, readers, notes);
    return rows.flatMap((row, i) => eventOf(row, spans[i], input, unit.factor));
  });
}

interface EventReaders {
  readonly start: StampReader;
  readonly end: StampReader;
}

/** Each stamp names an instant, which is the start of an interval of a length that does not matter. */
function eventReaders({ map }: CurtailmentInput, file: string) {
  const layout = {
    label: 'start',
    seconds: 1,
    date_format: map.date_format,
    zone: map.zone,
  } as const;
  const start = stampReader({ ...layout, columns: [map.start] }, file);
  const end = stampReader({ ...layout, columns: [map.end] }, file);
  if ('severity' in start) return start;
  return 'severity' in end ? end : ({ start, end } satisfies EventReaders);
}

function eventTimes(
  rows: readonly MappedRow[],
  { map }: CurtailmentInput,
  readers: EventReaders,
  notes: RowNotes,
): (Interval | undefined)[] {
  // every row is a series of its own: the order of events settles no repeated hour
  const instants = (reader: StampReader, column: string) => {
    const stamped = rows.map((row) => {
      const text = row.stampText(column, reader.pattern);
      return { line: row.line, series: String(row.line), text, isBlank: false };
    });
    return intervalsOf(reader, stamped, notes).map((interval) => interval?.start);
  };
  const starts = instants(readers.start, map.start);
  const ends = instants(readers.end, map.end);
  return rows.map(({ line }, i) => {
    const [start, end] = [starts[i], ends[i]];
    if (start === undefined || end === undefined) return undefined;
    if (start < end) return { start, end };
    const what = `the event ends before it begins, or as it begins. The row was set aside; correct its times.`;
    notes.row('IN-PERIOD', 'critical', { line, column: map.end }, what);
    return undefined;
  });
}

function eventOf(
  row: MappedRow,
  span: Interval | undefined,
  { site, map }: CurtailmentInput,
  megawatts: Rational,
): CurtailmentEvent[] {
  const baseline = row.measured(map.baseline.column, 'not-negative');
  if (!span || !baseline) return [];
  const programme = row.text(map.programme);
  const method = row.text(map.method);
  return [
    {
      site,
      ...span,
      baselineMw: baseline.mul(megawatts),
      ...(programme === '' ? {} : { programme }),
      ...(method === '' ? {} : { method }),
      evidence: row.evidence(map.baseline.column),
    },
  ];
}
