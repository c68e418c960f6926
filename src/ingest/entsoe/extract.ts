import { finding } from '../../model/finding.ts';
import type { GridSeries } from '../../model/source-records.ts';
import { type GridCollection, gridCollection, type GridKey } from '../grid/collect.ts';
import type { Extraction, Identification, InputFile } from '../input-file.ts';
import { refusedFile } from '../input-file.ts';
import { type RowNotes, rowNotes } from '../row-notes.ts';
import { quoted } from '../wording.ts';
import { childOf, childrenOf, textIn, type XmlElement } from '../xml/xml.ts';
import { marketDocument } from './document.ts';
import { type Omitted, pointsOf } from './period.ts';

const SNIFFED = 4096;
const ROOT =
  /^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->)*<(?:[\w.-]+:)?(GL|Publication|Acknowledgement)_MarketDocument[\s>/]/;
const CURVES: Readonly<Record<string, Omitted>> = { A01: 'missing', A03: 'held' };

/** Whether the file is a document of load, generation or flows of ENTSO-E, or the answer that there is none. */
export function identify({ bytes }: InputFile): Identification {
  const head = new TextDecoder().decode(bytes.subarray(0, SNIFFED));
  const root = ROOT.exec(head)?.[1];
  return root === undefined
    ? { confidence: 0, why: 'The file is no document of load, generation or flows of ENTSO-E.' }
    : { confidence: 1, why: `Its root element is ${root}_MarketDocument.` };
}

/** The series of a document by area and type of plant. */
export function extract(file: InputFile): Extraction<GridSeries> {
  const document = marketDocument(file);
  if (document.refused) return refusedFile(document.refused);
  const { quantity, series } = document.value;
  const notes = rowNotes(file.path);
  const collection = gridCollection(file, notes);
  const counts = series.map((element) => addSeries(element, quantity, collection, notes));
  const total = (of: 'read' | 'rejected') => counts.reduce((sum, count) => sum + count[of], 0);
  const records = collection.series();
  const findings = notes.findings();
  if (records.length === 0) {
    const message = `${file.path} gives no value. The findings beside this say why.`;
    findings.push(finding('IN-NO-READINGS', 'critical', message, { file: file.path }));
  }
  const rows = { read: total('read'), rejected: total('rejected'), duplicate: 0 };
  return { records, findings, rows };
}

/** Adds the points of a series; returns how many the document states, and how many of these are not counted. */
function addSeries(
  element: XmlElement,
  quantity: GridKey['quantity'],
  collection: GridCollection,
  notes: RowNotes,
) {
  const key = keyOf(element, quantity, notes);
  const omitted = key && omittedOf(element, key, notes);
  const counts = childrenOf(element, 'Period').map((period) => {
    const stated = childrenOf(period, 'Point').length;
    if (!key || !omitted) return { stated, isRead: false };
    const points = pointsOf(period, nameOf(key), omitted, notes);
    for (const point of points) collection.add(key, point);
    return { stated, isRead: points.length > 0 };
  });
  const sum = (some: typeof counts) => some.reduce((all, { stated }) => all + stated, 0);
  return { read: sum(counts), rejected: sum(counts.filter(({ isRead }) => !isRead)) };
}

function nameOf({ area, quantity, of }: GridKey): string {
  return [quantity, of, 'of', area].filter((part) => part !== undefined).join(' ');
}

/** What the points of a series are; undefined where a finding says why it is not counted. */
function keyOf(
  series: XmlElement,
  quantity: GridKey['quantity'],
  notes: RowNotes,
): GridKey | undefined {
  const { line } = series;
  const unit = textIn(series, 'quantity_Measure_Unit.name') ?? '';
  if (unit !== 'MAW') {
    const what = `the unit ${quoted(unit)} of a series is not MAW, megawatts. The series is not counted.`;
    notes.row('IN-UNIT', 'critical', { line }, what);
    return undefined;
  }
  if (quantity === 'interchange') return flowKey(series, notes);
  const [into, out] = ['inBiddingZone_Domain.mRID', 'outBiddingZone_Domain.mRID'].map((name) =>
    textIn(series, name),
  );
  const of = textIn(childOf(series, 'MktPSRType'), 'psrType');
  if (quantity !== 'generation')
    return areaKey(out ?? into, { quantity, status: 'reported' }, line, notes);
  if (into === undefined && out !== undefined) {
    notes.tally('IN-NOT-COUNTED', 'quality', { line }, (n, lines) => {
      return `What plants of type ${of ?? 'unknown'} took from ${out} is no generation, in ${n} (${lines}). It is not counted.`;
    });
    return undefined;
  }
  if (of !== undefined) return areaKey(into, { quantity, of, status: 'reported' }, line, notes);
  notes.row(
    'IN-STRUCTURE',
    'critical',
    { line },
    'a series of generation names no psrType. It is not counted; export it again.',
  );
  return undefined;
}

/** What flows out of one zone into another; the document states each way by itself. */
function flowKey(series: XmlElement, notes: RowNotes): GridKey | undefined {
  const [of, area] = ['in_Domain.mRID', 'out_Domain.mRID'].map((name) => textIn(series, name));
  if (of !== undefined && area !== undefined) {
    return { area, quantity: 'interchange', of, status: 'reported' };
  }
  notes.row(
    'IN-STRUCTURE',
    'critical',
    { line: series.line },
    'a series of flows does not name both zones. It is not counted; export it again.',
  );
  return undefined;
}

function areaKey(
  area: string | undefined,
  key: Omit<GridKey, 'area'>,
  line: number,
  notes: RowNotes,
): GridKey | undefined {
  if (area !== undefined) return { area, ...key };
  notes.row(
    'IN-STRUCTURE',
    'critical',
    { line },
    'a series names no bidding zone. It is not counted; export it again.',
  );
  return undefined;
}

/** Without a curve type every position is expected, so that a gap is never filled by a guess. */
function omittedOf(series: XmlElement, key: GridKey, notes: RowNotes): Omitted | undefined {
  const curve = textIn(series, 'curveType') ?? 'A01';
  const omitted = CURVES[curve];
  if (omitted) return omitted;
  const what = `the curve type ${quoted(curve)} of ${nameOf(key)} is neither A01 nor A03. The series is not counted.`;
  notes.row('IN-INTERVAL', 'critical', { line: series.line }, what);
  return undefined;
}
