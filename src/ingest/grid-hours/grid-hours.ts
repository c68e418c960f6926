import { type Finding, finding } from '../../model/finding.ts';
import type { GridSeries } from '../../model/source-records.ts';
import type { Extraction, InputFile } from '../input-file.ts';
import { noRows, type TableRequest, type TableRows } from '../factor-tables/importer.ts';
import { listed } from '../wording.ts';
import { type HourSpan, spanOf } from './amounts.ts';
import { type FlowKind, flowsOf } from './flows.ts';
import { unknownSources, zoneFindings } from './remarks.ts';
import { DIGITS, zoneRows } from './rows.ts';
import { type Technologies, technologiesFor } from './technologies.ts';
import { type TechnologyOf, zoneMixes, zonesOf } from './zone-hours.ts';

/** How the hours of one publisher are read, and with whose factors of plants. */
export interface GridHours {
  readonly publisher: string;
  /** The grid under which factors of plants stand: `national:US`. */
  readonly region: string;
  readonly extract: (file: InputFile) => Extraction<GridSeries>;
  readonly technologyOf: TechnologyOf;
  readonly flows: FlowKind;
}

/** What holds for the hours of every publisher. */
export const HOURS_NOTES: readonly string[] = [
  `CO2 of burning alone, in kg per MWh with ${String(DIGITS.mass)} digits behind the point; shares with ${String(DIGITS.share)}. Computed exactly and rounded once, half to even.`,
  'Generation: the sum of generation by source x CO2 of the source, by the sum of generation. Sources without a factor bear the mean of the others, up to a twentieth of the hour; above that the hour has no factor. They count as neither renewable nor carbon-free.',
  'What stores give out bears the mean of the hour; what plants and stores take is load. Generation below zero counts as none.',
  'Consumption: own generation and imports, each zone at what it consumes itself, all zones solved together. An hour with an import from a zone that the files do not hold, or whose hour is not known, has no factor.',
];

const YEAR = 31_556_952;

/** The hours that are wanted: all, or those of a year of UTC. */
function wantedSpan(all: HourSpan, year: number | undefined): HourSpan {
  if (year === undefined) return all;
  const [from, to] = [Date.UTC(year, 0, 1) / 1000, Date.UTC(year + 1, 0, 1) / 1000];
  const start = Math.max(all.start, from);
  const end = Math.min(all.start + all.hours * 3600, to);
  return { start, hours: Math.max(0, (end - start) / 3600) };
}

function fault(file: string, message: string): Finding {
  return finding('IN-FACTOR-TABLE', 'critical', message, { file });
}

interface Readings {
  readonly file: string;
  readonly series: readonly GridSeries[];
  readonly findings: readonly Finding[];
}

function readAll(files: readonly InputFile[], { extract }: GridHours): Readings {
  const all = files.map((file) => extract(file));
  return {
    file: files[0]?.path ?? '',
    series: all.flatMap(({ records }) => records),
    findings: all.flatMap(({ findings }) => findings),
  };
}

function made(
  hours: GridHours,
  { file, series, findings }: Readings,
  span: HourSpan,
  technologies: Technologies,
  request: TableRequest,
): TableRows {
  const flows = flowsOf(series, span, hours.flows);
  const zones = zonesOf(series, span, hours.technologyOf);
  const held = zones.map(({ area }) => area);
  const wanted = new Set(request.zones ?? held);
  const strange = [...wanted].filter((area) => !held.includes(area));
  if (strange.length > 0) {
    const message = `No generation of ${listed(strange)} is in ${file}, which holds ${listed([...held].sort())}. Correct --zone.`;
    return noRows(...findings, fault(file, message));
  }
  const mixes = zoneMixes(zones, span, technologies, flows);
  const own = mixes
    .filter(({ area }) => wanted.has(area))
    .sort((a, b) => (a.area < b.area ? -1 : 1));
  const of = {
    publisher: hours.publisher,
    document: request.document,
    technologies: technologies.set,
  };
  return {
    rows: own.flatMap((zone) => zoneRows(of, zone, span)),
    notes: [`CO2 and kinds of plants are those of ${technologies.set}.`],
    findings: [
      ...findings,
      ...unknownSources(file, series, hours.technologyOf),
      ...zoneFindings(file, mixes, own, flows.neighboursOf),
    ],
  };
}

/** The rows that the files of a publisher give: factors of each zone, hour by hour. */
export function gridHours(
  files: readonly InputFile[],
  request: TableRequest,
  hours: GridHours,
): TableRows {
  const readings = readAll(files, hours);
  const { file, series, findings } = readings;
  const generation = series.filter(({ quantity }) => quantity === 'generation');
  const all = spanOf(generation.map(({ points }) => points));
  if (!all) {
    return noRows(
      ...findings,
      fault(
        file,
        `${file} states no generation by source, of which factors are made. Bring the file that does.`,
      ),
    );
  }
  const span = wantedSpan(all, request.year);
  if (span.hours === 0) {
    return noRows(
      ...findings,
      fault(file, `${file} holds no hour of ${String(request.year)}. Correct --year.`),
    );
  }
  const year = request.year ?? 1970 + Math.floor((span.start + (span.hours * 3600) / 2) / YEAR);
  const technologies = technologiesFor(hours.region, year, request.sets ?? []);
  if (!technologies) {
    return noRows(
      ...findings,
      fault(
        file,
        `No factor set states what plants of ${hours.region} emit. Add one with rows of use technology.`,
      ),
    );
  }
  return made(hours, readings, span, technologies, request);
}
