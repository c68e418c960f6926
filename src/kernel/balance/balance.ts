import { type Figure, isMissing, type Missing } from '../figure.ts';
import { type Step, sum } from '../ledger.ts';
import type { Plant } from './plants.ts';

/** What a plant behind the meter made in a month, and where it went. */
export interface PlantMonth {
  readonly plant: Plant;
  readonly generated: Figure<'MWh'>;
  /** Fed into the grid. */
  readonly exported: Figure<'MWh'>;
  /** Used at the site, at once or by way of storage. */
  readonly used: Figure<'MWh'>;
}

/** Power that was bought and sold again in a month. */
export interface ResoldPart {
  readonly to: 'end-user' | 'grid';
  readonly isMetered: boolean;
  readonly energy: Step<'MWh'>;
}

/** Where the energy of a month came from and went to. What was fed into the grid lowers nothing that was bought. */
export interface EnergyBalance {
  readonly plants: readonly PlantMonth[];
  /** Bought and used: bought at the connection less what was sold again. */
  readonly fromGrid: Figure<'MWh'>;
  /** Bought and used, and made and used; losses of storage are in it. */
  readonly consumed: Figure<'MWh'>;
  /** What reached the load: bought, made and taken out of storage, less what was put in and fed into the grid. */
  readonly load: Figure<'MWh'>;
  readonly charged: readonly Figure<'MWh'>[];
  readonly discharged: readonly Figure<'MWh'>[];
  /** Fed into the grid beyond what plant made in the same hour: out of storage. */
  readonly exportedOfStorage: Figure<'MWh'> | undefined;
  readonly resold: readonly ResoldPart[];
}

/** The sum of figures, or why one of them has no value; undefined of none. */
export function total(figures: readonly Figure<'MWh'>[], name: string): Figure<'MWh'> | undefined {
  const gap = figures.find(isMissing);
  if (gap) return gap;
  const steps = figures.filter((figure): figure is Step<'MWh'> => !isMissing(figure));
  return steps.length === 0 ? undefined : sum(steps, name);
}

/** What `take` makes of two figures; missing where one is. */
export function both<U extends string>(
  a: Figure<'MWh'>,
  b: Figure<'MWh'>,
  take: (a: Step<'MWh'>, b: Step<'MWh'>) => Step<U> | Missing,
): Figure<U> {
  if (isMissing(a)) return a;
  return isMissing(b) ? b : take(a, b);
}

/** Energy used of which the market-based figure knows no claim: null power. */
export function nullPower({ plants }: EnergyBalance, where: string): Figure<'MWh'> | undefined {
  const parts = plants.filter(({ plant }) => plant.claim === 'null').map(({ used }) => used);
  return total(parts, `Power made at the site whose attributes are not held, ${where}`);
}

/** A month by its balance, or by what was bought where nothing else came or went. */
interface Balanced {
  readonly energy: Figure<'MWh'>;
  readonly balance?: EnergyBalance;
}

/** Energy that was bought and used: that of Scope 2. */
export function fromGridOf({ energy, balance }: Balanced): Figure<'MWh'> {
  return balance?.fromGrid ?? energy;
}

/** Energy that was used, whether bought or made. */
export function consumedOf({ energy, balance }: Balanced): Figure<'MWh'> {
  return balance?.consumed ?? energy;
}
