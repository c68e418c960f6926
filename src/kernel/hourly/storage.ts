import { HOUR, type HourColumn } from '../../model/column.ts';
import { finding } from '../../model/finding.ts';
import type { StorageFlow } from '../../model/source-records.ts';
import { exact, numeratorOf, ONE, ZERO } from '../../units/rational.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import {
  columnSum,
  convert,
  declared,
  difference,
  inUnit,
  isWhollyKnown,
  product,
  share,
  type Step,
  sum,
} from '../ledger.ts';
import { countText, numberText } from '../wording.ts';
import type { SiteColumns } from './columns.ts';
import { MOST_IN_AN_HOUR, recordColumn } from './record-columns.ts';
import type { StoreTotals } from './result.ts';
import { kindOf, type Supply, zeroRates } from './supplies.ts';

/** What went into the stores of a site and came out of them. */
export interface Store {
  readonly charge: HourColumn;
  readonly discharge: HourColumn;
}

/** What a store moved to other hours. */
export interface Moved {
  readonly supply: Supply;
  /** Energy taken out of the hours in which it was charged, losses included. */
  readonly cancelled: HourColumn;
}

function remark(site: SiteInputs, severity: 'quality' | 'completeness' | 'info', text: string) {
  return finding('ACC-STORAGE', severity, text, { entry: `sites.${site.site.id}` });
}

/** Records of a registry, of which each must lie within one hour. */
function recorded(site: SiteInputs, { keep }: SiteColumns): Found<Store | undefined> {
  const { calendar } = site;
  const { id } = site.site;
  const hourOf = (at: number) => Math.floor((at - calendar.start) / HOUR);
  const inside = (site.storage ?? []).filter(
    ({ start, end }) => start >= calendar.start && end <= calendar.end,
  );
  const isPossible = ({ energyWh }: StorageFlow) =>
    energyWh <= MOST_IN_AN_HOUR && energyWh >= -MOST_IN_AN_HOUR;
  const flows = inside.filter(
    (flow) => hourOf(flow.start) === hourOf(flow.end - 1) && isPossible(flow),
  );
  const long = inside.length - flows.length;
  const [first] = inside;
  const text = `${countText(long, 'storage record')} of ${id} reach over an hour, or hold more than any store gives in one, and were left out; correct them.`;
  const findings = long > 0 && first ? remark(site, 'quality', text) : [];
  if (flows.length === 0) return found(undefined, findings);
  const column = (name: string, some: readonly StorageFlow[]) =>
    keep(
      recordColumn(
        `${id}.${name}`,
        id,
        some.map((flow) => ({
          ...flow,
          energyWh: flow.energyWh < 0n ? -flow.energyWh : flow.energyWh,
        })),
        calendar,
      ),
    );
  return found(
    {
      charge: column(
        'charge',
        flows.filter(({ energyWh }) => energyWh < 0n),
      ),
      discharge: column(
        'discharge',
        flows.filter(({ energyWh }) => energyWh > 0n),
      ),
    },
    findings,
  );
}

/** The meters of stores that have readings of both directions. */
function metered(site: SiteInputs, { derive }: SiteColumns): Store | undefined {
  const stores = (site.plantMeters ?? [])
    .filter(({ measures }) => measures === 'storage')
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ id }): Store[] => {
      const [charge, discharge] = [site.chargeColumns?.get(id), site.generationColumns?.get(id)];
      return charge && discharge ? [{ charge, discharge }] : [];
    });
  const [first, ...others] = stores;
  if (!first || others.length === 0) return first;
  return {
    charge: derive(
      'charge',
      'sum',
      stores.map(({ charge }) => charge),
    ),
    discharge: derive(
      'discharge',
      'sum',
      stores.map(({ discharge }) => discharge),
    ),
  };
}

/** Charge and discharge of a site hour by hour: by the records of a registry, else by meters. */
export function storeOf(site: SiteInputs, columns: SiteColumns): Found<Store | undefined> {
  const { value: records, findings } = recorded(site, columns);
  if (!records) return found(metered(site, columns), findings);
  const isMetered = (site.plantMeters ?? []).some(({ measures }) => measures === 'storage');
  const text = `Charge and discharge of ${site.site.id} stand in records of a registry and in readings of meters; the records count.`;
  return found(records, findings, isMetered ? remark(site, 'info', text) : []);
}

function total(column: HourColumn, { calendar, site }: SiteInputs, what: string): Step<'MWh'> {
  const name = `${what}, ${site.id}`;
  return convert(inUnit(columnSum(column, calendar, name), 'J'), 'MWh');
}

type Known = NonNullable<SiteInputs['site']['storage']>;

function stated(site: SiteInputs, text: string, unit: 'MWh' | '1', name: string, source: string) {
  const { file, sha256 } = site.share.evidence;
  const at = { element: `sites.${site.site.id}.storage` };
  return declared(exact(text), unit, { name, cites: [source] }, [{ file, sha256, at }]);
}

/** Energy given out per energy taken in, with what the store held at the beginning and at the end on the stated side. */
function actual(
  { start_mwh, end_mwh, side, source }: NonNullable<Known['state_of_charge']>,
  { charge, discharge }: Store,
  site: SiteInputs,
): Figure<'1'> {
  const [start, end] = [
    inUnit(stated(site, start_mwh, 'MWh', 'In the store at the beginning', source), 'MWh'),
    inUnit(stated(site, end_mwh, 'MWh', 'In the store at the end', source), 'MWh'),
  ];
  const given = total(discharge, site, 'Given out by the store');
  const taken = total(charge, site, 'Taken in by the store');
  const gained = difference(end, start, 'Held more at the end than at the beginning');
  const result =
    side === 'delivered'
      ? share(sum([given, gained], 'Given out, and still to be given out'), taken, {
          name: `Efficiency of the store of ${site.site.id}`,
          formula:
            '(given out + held at the end - held at the beginning) / taken in; held counted as what can be given out',
        })
      : share(given, difference(taken, gained, 'Taken in for what was given out'), {
          name: `Efficiency of the store of ${site.site.id}`,
          formula:
            'given out / (taken in - held at the end + held at the beginning); held counted as what was taken in',
        });
  const text = `The store of ${site.site.id} took in nothing, so it has no efficiency.`;
  return result ?? { missing: remark(site, 'completeness', text) };
}

/** The efficiency that the workspace gives; undefined where it gives none. */
function given(store: Store, site: SiteInputs): Figure<'1'> | undefined {
  const { storage, id } = site.site;
  if (storage?.state_of_charge) return actual(storage.state_of_charge, store, site);
  if (!storage?.efficiency) return undefined;
  const { fraction, source } = storage.efficiency;
  return inUnit(
    stated(site, fraction, '1', `Efficiency of the store of ${id}, as stated`, source),
    '1',
  );
}

/** The round-trip efficiency of a site's store: from states of charge, else as stated; never assumed. */
export function efficiencyOf(store: Store, site: SiteInputs): Found<Figure<'1'>> {
  const { storage, id } = site.site;
  const figure = given(store, site);
  if (!figure) {
    const text = `The efficiency of the store of ${id} is not known; state storage.state_of_charge or storage.efficiency of the site.`;
    return found({ missing: remark(site, 'completeness', text) });
  }
  const both = `The efficiency of the store of ${id} is taken from its states of charge; that which is stated is not used.`;
  const isBoth = storage?.state_of_charge !== undefined && storage.efficiency !== undefined;
  const remarks = isBoth ? remark(site, 'info', both) : [];
  if (isMissing(figure) || (figure.value.gt(ZERO) && figure.value.lte(ONE))) {
    return found(figure, remarks);
  }
  const strange = `The store of ${id} would give out ${numberText(figure.value, 4)} of what it took in; correct its records or its states of charge.`;
  return found({ missing: remark(site, 'quality', strange) }, remarks);
}

/** What a store took in over the period, and what its efficiency makes of that. */
export function storeTotals(store: Store, efficiency: Figure<'1'>, site: SiteInputs): StoreTotals {
  const taken = total(store.charge, site, 'Taken in by the store');
  const name = `Given out by the store for what it took in, ${site.site.id}`;
  return { taken, given: isMissing(efficiency) ? efficiency : product(taken, efficiency, name) };
}

/** Why a store moves nothing to other hours; undefined where it does. */
function idle(
  store: Store,
  efficiency: Figure<'1'>,
  supplies: readonly Supply[],
  site: SiteInputs,
): Missing['missing'] | undefined {
  const { storage, id } = site.site;
  if (!storage) {
    const text = `Charge and discharge of ${id} move no contracted energy to other hours until storage.connection of the site says where the store stands.`;
    return remark(site, 'completeness', text);
  }
  if (storage.connection === 'behind-the-meter') {
    const text = `The store of ${id} stands behind its connection: what it takes in, losses included, is load of the hour of charge, and what it gives out lowers what is bought.`;
    return remark(site, 'info', text);
  }
  if (supplies.some(({ source }) => source.startsWith('storage:'))) {
    const text = `Certificates of releases from storage are held for ${id}; charge and discharge make no further ones.`;
    return remark(site, 'info', text);
  }
  if (isMissing(efficiency)) return efficiency.missing;
  const isKnown = [store.charge, store.discharge].every((column) =>
    isWhollyKnown(column, site.calendar),
  );
  if (isKnown) return undefined;
  const text = `Hours of charge or discharge of ${id} have no reading, so discharge cannot be linked to charge; add them.`;
  return remark(site, 'completeness', text);
}

function burnsNothing({ rates }: Supply): boolean {
  return [...rates.values()].every(({ value }) => value.equals(ZERO));
}

/**
 * What a store with a connection of its own moves to other hours: carbon-free production of no emissions that the load
 * left over, charged first discharged first, net of losses.
 */
export function moved(
  store: Store,
  efficiency: Figure<'1'>,
  load: HourColumn,
  supplies: readonly Supply[],
  site: SiteInputs,
  { derive }: SiteColumns,
): Found<Moved | undefined> {
  const because = idle(store, efficiency, supplies, site);
  if (because || isMissing(efficiency)) return found(undefined, because ?? []);
  const storable = supplies.filter(
    (supply) => supply.isStorable && supply.isCarbonFree && burnsNothing(supply),
  );
  if (storable.length === 0) return found(undefined);
  const production = derive(
    'storable',
    'sum',
    storable.map(({ column }) => column),
  );
  const available = derive('available', 'surplus', [production, load]);
  const fraction = `${String(numeratorOf(efficiency.value))}/${String(efficiency.value.d)}`;
  const from = [available, store.charge, store.discharge];
  const released = derive('released', 'storage', from, fraction);
  const isRenewable = storable.every((supply) => supply.isRenewable);
  const supply: Supply = {
    id: `${site.site.id}.released`,
    source: 'storage',
    ...kindOf('other'),
    isRenewable,
    isCarbonFree: true,
    isStorable: false,
    column: released,
    rates: zeroRates(
      site,
      'Emission rate of energy out of the store, which charged what burns nothing',
    ),
  };
  return found({ supply, cancelled: derive('cancelled', 'storage-charge', from, fraction) });
}
