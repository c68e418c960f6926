import type { HourlyValues } from '../../../model/documents/factor-set.ts';
import type { GranularCertificate } from '../../../model/source-records.ts';
import type { SiteInputs } from '../../../kernel/inputs.ts';
import { computeFootprint } from '../../../kernel/compute-footprint.ts';
import { exact, ONE, type Rational } from '../../../units/rational.ts';
import { decimalText } from '../../../units/rounding.ts';
import { type Compute, textOf } from '../example.ts';
import {
  columnOf,
  CONTRACT,
  days,
  EVIDENCE,
  GRID,
  gridRow,
  inputsOf,
  setOf,
  siteOf,
  valueOf,
} from '../setting.ts';

const DAY = days(1);
const HOURS = 24;
/** Load of each hour, in Wh. */
const LOAD = 1_000_000n;
/** Hours of the first half of the day are those in which energy is contracted. */
const isFirstHalf = (hour: number) => hour < HOURS / 2;

/**
 * A day of even load, contracted in its first half alone, on a grid that is carbon-free by the share of the year in the
 * first half, and by less in the second: so that the hours give the shares that were published.
 */
const matching: Compute = (inputs) => {
  const contracted = exact(textOf(inputs, 'contracted_share'));
  const consumed = exact(textOf(inputs, 'consumed_grid_share'));
  const annual = textOf(inputs, 'annual_grid_cfe');
  const first = contracted.mul(2);
  const second = consumed.mul(2).sub(ONE.sub(first).mul(exact(annual)));
  const shares = Array.from({ length: HOURS }, (_, hour) =>
    isFirstHalf(hour) ? annual : decimalText(second),
  );
  const mix = gridRow({
    id: 'mix',
    answers: { use: 'mix', grid: GRID, year: 2025 },
    basis: { boundary: 'consumption' },
    renewable: annual,
    carbon_free: annual,
    hourly: { start: '2025-01-01T00:00:00Z', carbon_free: shares } satisfies HourlyValues,
  });
  const given = inputsOf(dayOf(first), setOf(mix));
  const footprint = computeFootprint({
    ...given,
    factors: { ...given.factors, hourly: 'use' },
  });
  const score = valueOf(footprint, { metric: 'hourly.cfe.with-grid' });
  return { cfe_share: score, forbidden_product_rule: score };
};

/** Certificates for a part of each hour of the first half. */
function dayOf(part: Rational): SiteInputs {
  const energy = part.mul(LOAD);
  const granular = Array.from({ length: HOURS }, (_, hour) => hour)
    .filter(isFirstHalf)
    .map((hour): GranularCertificate => {
      const start = DAY.start + hour * 3600;
      return {
        site: CONTRACT.site,
        contract: CONTRACT.id,
        issuance: `EXAMPLE-${String(hour)}`,
        rangeStart: '1',
        rangeEnd: decimalText(energy),
        energyWh: energy.n,
        start,
        end: start + 3600,
        technology: 'wind',
        technologyText: 'wind',
        country: 'US',
        evidence: EVIDENCE,
      };
    });
  const id = { id: 'main.energy', quantity: 'energy', unit: 'J' } as const;
  const load = columnOf(DAY, id, () => LOAD * 3600n);
  return siteOf({
    calendar: DAY,
    energyColumns: new Map([['main', load]]),
    contracts: [{ ...CONTRACT, grid: GRID }],
    granular,
  });
}

/** Examples of hours, by id. */
export const HOURLY: Readonly<Record<string, Compute>> = {
  's2-hourly-not-product': matching,
};
