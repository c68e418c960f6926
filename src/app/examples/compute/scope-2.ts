import { bundleStates, issuedWh } from '../../../kernel/hourly/bundles.ts';
import { constant, convert, inUnit, product } from '../../../kernel/ledger.ts';
import { measure } from '../../../kernel/measure.ts';
import type { GranularCertificate } from '../../../model/source-records.ts';
import { exact } from '../../../units/rational.ts';
import { decimalText } from '../../../units/rounding.ts';
import { conversionFactor } from '../../../units/unit.ts';
import { type Compute, type Facts, groupOf, groupsOf, textOf } from '../example.ts';
import {
  billOf,
  certificateOf,
  CONTRACT,
  EVIDENCE,
  footprintOf,
  gridRow,
  potentials,
  setOf,
  siteOf,
  valueOf,
  YEAR,
} from '../setting.ts';

const GASES = ['CO2', 'CH4', 'N2O'] as const;

/** Factors in lb per MWh; masses gas by gas, and their equivalents by three sets of potentials. */
const byGas: Compute = (inputs, catalogue) => {
  const pounds = groupOf(inputs, 'factor_lb_per_MWh');
  const kg = (gas: string) =>
    decimalText(exact(textOf(pounds, gas)).mul(conversionFactor('lb', 'kg')));
  const factor = gridRow({ co2_kg: kg('CO2'), ch4_kg: kg('CH4'), n2o_kg: kg('N2O') });
  const bills = [billOf(YEAR, textOf(inputs, 'electricity_kWh'))];
  const footprint = footprintOf(siteOf({ bills }), setOf(factor));
  const { measurements } = measure(footprint, { metric: 'scope2.location.mass', by: ['gas'] });
  const masses = GASES.map((gas) => {
    const found = measurements.find(({ dimensions }) => dimensions.gas === gas);
    return [
      `${gas}_lb`,
      found && convert(inUnit(found.step, `kg ${gas}`), `lb ${gas}`).value,
    ] as const;
  });
  const co2e = (edition: string) =>
    valueOf(footprint, { metric: 'scope2.location.co2e', gwp: potentials(catalogue, edition) });
  return {
    ...Object.fromEntries(masses),
    co2e_t: {
      AR4_25_298: co2e('AR4-100'),
      AR5_28_265: co2e('AR5-100'),
      AR6_27p9_273: co2e('AR6-100'),
    },
  };
};

function marketOf(inputs: Facts) {
  const bills = [billOf(YEAR, textOf(inputs, 'electricity_kWh'))];
  const certificates = groupsOf(inputs, 'certificates').map((each) =>
    certificateOf(textOf(each, 'quantity_kWh'), textOf(each, 'factor_kg_per_kWh')),
  );
  const residual = gridRow({
    id: 'residual',
    answers: { use: 'residual', grid: 'US', year: 2025 },
    per: 'kWh',
    co2_kg: textOf(inputs, 'residual_factor_kg_per_kWh'),
  });
  const grid = inputs['grid_factor_kg_per_kWh'];
  const average = typeof grid === 'string' ? [gridRow({ per: 'kWh', co2_kg: grid })] : [];
  return footprintOf(siteOf({ bills, certificates }), setOf(residual, ...average));
}

/** Certificates first, then the residual mix. */
const market: Compute = (inputs, catalogue) => {
  const footprint = marketOf(inputs);
  const gwp = potentials(catalogue, 'AR6-100');
  return {
    location_t: valueOf(footprint, { metric: 'scope2.location.co2e', gwp }),
    market_t: valueOf(footprint, { metric: 'scope2.market.co2e', gwp }),
    coverage: valueOf(footprint, { metric: 'renewable.contractual.share' }),
  };
};

/** An add-on for losses beside the market-based total, never in it. */
const lossesApart: Compute = (inputs, catalogue) => {
  const gwp = potentials(catalogue, 'AR6-100');
  const { measurements } = measure(marketOf(inputs), { metric: 'scope2.market.co2e', gwp });
  const total = measurements[0]?.step;
  const addOn = constant(textOf(inputs, 'loss_add_on'), '1', 'Add-on for losses');
  return {
    scope2_market_t: total?.value,
    category3_loss_add_on_t: total && product(total, addOn, 'Losses, category 3c').value,
    must_not_equal_scope2_market_t: total?.value,
  };
};

/** At a grid of one tonne per MWh, tonnes of category 3c are MWh lost. */
const loss: Compute = (inputs, catalogue) => {
  const consumed = exact(textOf(inputs, 'consumption_MWh'));
  const grid_loss = {
    fraction: textOf(inputs, 'loss_fraction_of_generation'),
    source: EVIDENCE.file,
  };
  const bills = [billOf(YEAR, decimalText(consumed.mul(1000)))];
  const site = siteOf({ site: { grid_loss }, bills });
  const footprint = footprintOf(site, setOf(gridRow({ co2_kg: '1000' })));
  const gwp = potentials(catalogue, 'AR6-100');
  const lost = valueOf(footprint, { metric: 'scope3.3c.co2e', gwp });
  return { loss_MWh: lost, generated_MWh: lost?.add(consumed) };
};

/** Certificates for whole watt-hours, split in two that follow one another. */
const split: Compute = (inputs) => {
  const issued = issuedWh(exact(textOf(inputs, 'production_Wh')));
  const parts = inputs['split'];
  const sizes = Array.isArray(parts) ? parts.map((part) => BigInt(String(part))) : [];
  let next = 1n;
  const children = sizes.map((size) => {
    const first = next;
    next += size;
    return bundle(first, size);
  });
  const states = bundleStates([bundle(1n, issued), ...children]);
  const held = states.filter(({ state }) => state === 'held');
  const [parent] = states.filter((each) => each.bundle.energyWh === issued);
  return {
    issued_Wh: issued,
    sum_of_children_Wh: held.reduce((sum, each) => sum + each.bundle.energyWh, 0n),
    parent_state: parent?.state,
  };
};

function bundle(first: bigint, energyWh: bigint): GranularCertificate {
  const { start } = YEAR;
  return {
    site: CONTRACT.site,
    contract: CONTRACT.id,
    issuance: 'EXAMPLE',
    rangeStart: first.toString(),
    rangeEnd: (first + energyWh - 1n).toString(),
    energyWh,
    start,
    end: start + 3600,
    technology: 'wind',
    technologyText: 'wind',
    country: 'US',
    evidence: EVIDENCE,
  };
}

/** Examples of electricity, by id. */
export const SCOPE_2: Readonly<Record<string, Compute>> = {
  's2-location-egrid2019-hims': byGas,
  's2-dual-partial-certificates': market,
  's2-market-fully-covered': market,
  's3-transmission-loss-gross-up': loss,
  'gc-floor-and-split': split,
  N2: lossesApart,
};
