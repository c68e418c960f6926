import { HOUR } from '../../model/column.ts';
import type { Contract } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Calendar, Instant } from '../../model/time.ts';
import { instantText } from '../../model/time.ts';
import { exact, ratio } from '../../units/rational.ts';
import { bundleStates } from '../hourly/bundles.ts';
import type { SiteInputs } from '../inputs.ts';
import { countText, numberText } from '../wording.ts';
import { noIndependentData } from './no-independent-data.ts';

const WATT_HOUR = 3600n;
const DAY = 86_400;
/** Hours of the night in which no plant of the sun gives power, by the clock of the site; wide of any change of clocks. */
const NIGHT = 3 * HOUR;

/** Energy of one contract by the hour, in joules. */
interface Hourly {
  readonly contract: Contract;
  /** `certificates`, or `generation of meter park`. */
  readonly of: string;
  readonly hours: ReadonlyMap<Instant, bigint>;
}

function certified(site: SiteInputs): Hourly[] {
  const held = bundleStates(site.granular ?? []).filter(({ state }) => state === 'held');
  return site.contracts.flatMap((contract) => {
    const hours = new Map<Instant, bigint>();
    for (const { bundle } of held) {
      if (bundle.contract !== contract.id || bundle.isStorage === true) continue;
      const energy = (hours.get(bundle.start) ?? 0n) + bundle.energyWh * WATT_HOUR;
      hours.set(bundle.start, energy);
    }
    return hours.size === 0 ? [] : [{ contract, of: 'granular certificates', hours }];
  });
}

function generated({ contracts, plantMeters = [], generationColumns }: SiteInputs): Hourly[] {
  return plantMeters.flatMap((meter): Hourly[] => {
    const contract = contracts.find(({ id }) => id === meter.contract);
    const column = generationColumns?.get(meter.id);
    if (meter.measures !== 'contracted-generation' || !contract || !column) return [];
    const hours = new Map<Instant, bigint>();
    for (const [i, cell] of column.cells.entries()) {
      if (column.known[i] === 1 && cell > 0n) {
        hours.set(column.start + i * HOUR, cell / column.scale);
      }
    }
    return [{ contract, of: `generation of meter ${meter.id}`, hours }];
  });
}

function mwhOf(joules: bigint) {
  return ratio(joules, WATT_HOUR * 1_000_000n);
}

/** Hours with what is told of each, in joules, in order of time. */
type Told = readonly (readonly [at: Instant, joules: bigint])[];

function inOrder(told: Told): Told {
  return [...told].sort(([a], [b]) => a - b);
}

function total(told: Told): string {
  return numberText(mwhOf(told.reduce((all, [, joules]) => all + joules, 0n)), 6);
}

function said(
  severity: Finding['severity'],
  contract: Contract,
  text: string,
  field = '',
): Finding {
  return finding('ACC-CERTIFIED-HOUR', severity, text, {
    entry: `contracts.${contract.id}${field}`,
  });
}

function againstCapacity({ contract, of, hours }: Hourly): Finding {
  const { id, capacity_mw } = contract;
  if (capacity_mw === undefined) {
    const what = `The ${of} of contract ${id} against the capacity of its plant`;
    return noIndependentData(what, 'capacity_mw is not stated');
  }
  const most = exact(capacity_mw);
  const beyond = inOrder([...hours].filter(([, joules]) => mwhOf(joules).gt(most)));
  const [first] = beyond;
  if (!first) {
    const text = `By the ${of}, contract ${id} gave no more than the ${capacity_mw} MW of its plant in any of ${countText(hours.size, 'hour')}.`;
    return said('info', contract, text);
  }
  const [at, joules] = first;
  return said(
    'quality',
    contract,
    `By the ${of}, contract ${id} gave more than the ${capacity_mw} MW of its plant in ${countText(beyond.length, 'hour')}, the first ${instantText(at)} with ${numberText(mwhOf(joules), 6)} MWh; correct the records or capacity_mw.`,
    '.capacity_mw',
  );
}

/** The time of day at an instant by the clock that the site has at the beginning of the month. */
function clockAt(at: Instant, { months }: Calendar): number {
  const month = months.find(({ start, end }) => start <= at && at < end);
  return month ? (((at - month.start) % DAY) + DAY) % DAY : DAY;
}

function atNight({ contract, of, hours }: Hourly, { calendar }: SiteInputs): Finding[] {
  if (contract.technology !== 'solar') return [];
  const told = inOrder(
    [...hours].filter(([at, joules]) => joules > 0n && clockAt(at, calendar) < NIGHT),
  );
  const [first] = told;
  if (!first) return [];
  const text = `By the ${of}, contract ${contract.id} gave ${total(told)} MWh in ${countText(told.length, 'hour')} from midnight to 3 o’clock at the site, the first ${instantText(first[0])}, and its technology is solar; correct times, zone or technology.`;
  return [said('quality', contract, text)];
}

/** Load of a site by the hour, of the hours that every connection is read; undefined without readings. */
function loadOf({ meters, energyColumns }: SiteInputs): ReadonlyMap<Instant, bigint> | undefined {
  const mains = meters.filter(({ measures }) => measures === 'grid-import');
  const columns = mains.flatMap(({ id }) => energyColumns.get(id) ?? []);
  const [first] = columns;
  if (!first || columns.length < mains.length) return undefined;
  const load = new Map<Instant, bigint>();
  for (const i of first.cells.keys()) {
    const at = first.start + i * HOUR;
    const cells = columns.flatMap((column) => {
      const j = (at - column.start) / HOUR;
      return column.known[j] === 1 ? [(column.cells[j] ?? 0n) / column.scale] : [];
    });
    if (cells.length === columns.length)
      load.set(
        at,
        cells.reduce((a, b) => a + b, 0n),
      );
  }
  return load;
}

/** Certificates stand for the generation of their contract: of the two, what is certified is held against load. */
function addedUp(all: readonly Hourly[]): ReadonlyMap<Instant, bigint> {
  const isFirst = ({ contract, of }: Hourly) =>
    of === 'granular certificates' ||
    !all.some((one) => one.contract === contract && one.of === 'granular certificates');
  const added = new Map<Instant, bigint>();
  for (const { hours } of all.filter(isFirst)) {
    for (const [at, joules] of hours) added.set(at, (added.get(at) ?? 0n) + joules);
  }
  return added;
}

function againstLoad(all: readonly Hourly[], site: SiteInputs): Finding {
  const { id } = site.site;
  const load = loadOf(site);
  if (!load || load.size === 0) {
    const what = `Hourly certificates and generation of ${id} against its load`;
    return noIndependentData(what, 'its connections have no readings');
  }
  const common = [...addedUp(all)].flatMap(([at, joules]) => {
    const used = load.get(at);
    return used === undefined ? [] : [[at, joules - used] as const];
  });
  const over = common.filter(([, rest]) => rest > 0n);
  const text =
    over.length === 0
      ? 'never more than its load'
      : `${total(over)} MWh more than its load in ${countText(over.length, 'hour')}, a surplus that covers no other hour`;
  const message = `In ${countText(common.length, 'hour')} of ${id} with readings and hourly certificates or generation, these are ${text}.`;
  return finding('ACC-CERTIFIED-HOUR', 'info', message, { entry: `sites.${id}` });
}

/**
 * Granular certificates and contracted generation, hour by hour, against the capacity of their plant, the night where
 * it is of the sun, and the load of the site. Silent where nothing is contracted by the hour.
 */
export function certifiedHours(site: SiteInputs): Finding[] {
  const all = [...certified(site), ...generated(site)];
  if (all.length === 0) return [];
  return [
    ...all.map(againstCapacity),
    ...all.flatMap((each) => atNight(each, site)),
    againstLoad(all, site),
  ];
}
