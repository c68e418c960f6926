import type { Siting } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Evidence } from '../../model/records.ts';
import { exact, ONE, ZERO } from '../../units/rational.ts';
import { meterEnergy } from '../energy/meter-energy.ts';
import { type Answer } from '../factors/choose.ts';
import { addedMasses } from '../factors/masses.ts';
import { type Figure, isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { constant, declared, difference, product, type Step, sum } from '../ledger.ts';
import { lossMasses, lostEnergy, type MonthlyLoss } from '../scope3/losses.ts';
import { siteEntry } from './heat-avoided.ts';
import type { DirectSupply } from './outside.ts';

type DirectMonths = ReadonlyMap<string, DirectSupply>;
type Energies = ReadonlyMap<string, Figure<'MWh'>>;

function doubt(site: string, severity: Finding['severity'], text: string): Finding {
  return finding('ACC-SITING', severity, `${text}.`, { entry: `sites.${site}.siting` });
}

/** The files that show a line past the grid; undefined where one of them is not attached. */
function proofOf(inputs: FootprintInputs, { evidence }: Siting): Evidence[] | undefined {
  const files = [evidence?.diagram, evidence?.metering].map((id) =>
    id === undefined ? undefined : inputs.attachments?.get(id),
  );
  const known = files.filter((file) => file !== undefined);
  if (known.length < files.length) return undefined;
  return known.map(({ path, sha256 }) => ({ file: path, sha256, at: {} }));
}

/** The loss of the line; none where the site declares none. */
function lineLoss(site: SiteInputs, siting: Siting, proof: readonly Evidence[]): Step<'1'> {
  const { loss, connection, plant = 'its plant' } = siting;
  const evidence = [siteEntry(site, 'siting'), ...proof];
  const name = `Loss between ${plant} and ${site.site.id}, ${connection}, as a fraction of what was fed in`;
  if (!loss) return declared(ZERO, '1', name, evidence);
  return declared(exact(loss.fraction), '1', { name, cites: [loss.source] }, evidence);
}

/** What the grid would have lost on the way, less what the line lost. */
function avoidedLoss(
  energy: Figure<'MWh'>,
  line: Step<'1'>,
  grid: Figure<'1'> | undefined,
  where: string,
): Figure<'MWh'> {
  if (isMissing(energy)) return energy;
  if (!grid || isMissing(grid)) return grid ?? { missing: noGridLoss(where) };
  const through = lostEnergy(energy, grid, `grid, ${where}`);
  const lost = lostEnergy(energy, line, `line, ${where}`);
  if (isMissing(through)) return through;
  if (isMissing(lost)) return lost;
  return difference(through, lost, {
    name: `Losses avoided by siting, ${where}`,
    formula: 'energy x L / (1 - L) of the grid, less that of the line',
  });
}

function noGridLoss(where: string): Finding {
  return doubt(where, 'completeness', `The loss of the grid is not known for ${where}`);
}

/** Energy of the connections that the plant feeds, by month. */
function fedEnergy(site: SiteInputs, siting: Siting, energies: Energies): Energies {
  const ids: readonly string[] | undefined = siting.meters;
  if (!ids) return energies;
  const each = site.meters
    .filter(({ id }) => ids.includes(id))
    .map((meter) => meterEnergy(meter, site).value);
  return new Map(
    [...energies.keys()].map((month): [string, Figure<'MWh'>] => {
      const steps: Step<'MWh'>[] = [];
      for (const figures of each) {
        const figure = figures.get(month);
        if (figure && isMissing(figure)) return [month, figure];
        if (figure) steps.push(figure);
      }
      const name = `Energy past the grid, ${site.site.id}, ${month}`;
      return [month, steps.length > 0 ? sum(steps, name) : constant(ZERO, 'MWh', name)];
    }),
  );
}

/** The energy that stays with the grid: what the plant did not feed. */
function overGrid(all: Figure<'MWh'>, fed: Figure<'MWh'>, where: string): Figure<'MWh'> {
  if (isMissing(all)) return all;
  return isMissing(fed) ? fed : difference(all, fed, `Energy over the grid, ${where}`);
}

/** Why the grid's loss holds all the same; undefined where the line is declared and shown. */
function standing(inputs: FootprintInputs, site: SiteInputs, siting: Siting): Finding | undefined {
  const { id } = site.site;
  const { connection, loss, plant } = siting;
  if (connection === 'grid') {
    const near = plant === undefined ? '' : ` near ${plant}`;
    return doubt(id, 'info', `${id} draws from the grid${near}, so the loss of the grid holds`);
  }
  const strange = siting.meters?.find((name) => !isConnection(site, name));
  if (strange !== undefined) {
    const text = `Meter ${strange} under siting of ${id} is no connection of the site, so the loss of the grid holds; correct the id`;
    return doubt(id, 'critical', text);
  }
  if (loss && !isFraction(loss.fraction)) {
    const text = `The loss ${loss.fraction} of the line of ${id} is not at least 0 and below 1, so the loss of the grid holds; correct it`;
    return doubt(id, 'critical', text);
  }
  if (proofOf(inputs, siting)) return undefined;
  const text = `${id} is declared ${connection}, and the single-line diagram or the metering evidence is not attached, so the loss of the grid holds; attach both`;
  return doubt(id, 'completeness', text);
}

function isConnection({ meters }: SiteInputs, name: string): boolean {
  return meters.some(
    ({ id, measures, part_of }) =>
      id === name && measures === 'grid-import' && part_of === undefined,
  );
}

function isFraction(text: string): boolean {
  const value = exact(text);
  return value.gte(ZERO) && value.lt(ONE);
}

/** The energy that reached a site without the grid, by month; none where that is not declared and shown. */
export function directSupply(
  inputs: FootprintInputs,
  site: SiteInputs,
  energies: Energies,
  losses: MonthlyLoss,
): Found<DirectMonths> {
  const { siting, id } = site.site;
  const objection = siting && standing(inputs, site, siting);
  const proof = siting && proofOf(inputs, siting);
  if (!siting || objection || !proof) return found(new Map(), objection ?? []);
  const line = lineLoss(site, siting, proof);
  const fed = fedEnergy(site, siting, energies);
  const months = [...energies].map(([month, all]): [string, DirectSupply] => {
    const where = `${id}, ${month}`;
    const energy = fed.get(month) ?? all;
    const supply = {
      energy,
      overGrid: overGrid(all, energy, where),
      loss: line,
      avoided: avoidedLoss(energy, line, losses.get(month), where),
    };
    return [month, supply];
  });
  const files = proof.map(({ file }) => file).join(' and ');
  const text = `Energy that reaches ${id} by its ${siting.connection} connection loses ${siting.loss?.fraction ?? '0'} on the way by ${files}; category 3c of it follows that`;
  return found(new Map(months), doubt(id, 'info', text));
}

/** Category 3c of a month: what came over the grid at its loss, what came by the line at that of the line. */
export function sitedLosses(
  energy: Figure<'MWh'>,
  direct: DirectSupply | undefined,
  loss: Figure<'1'>,
  factor: Answer | Missing,
  where: string,
): Masses | Missing {
  if (!direct) return lossMasses(energy, loss, factor, where);
  const byLine = lineMasses(direct, factor, where);
  if (isMissing(direct.overGrid)) return direct.overGrid;
  if (direct.overGrid.value.equals(ZERO)) return byLine;
  const byGrid = lossMasses(direct.overGrid, loss, factor, where);
  if (isMissing(byGrid) || isMissing(byLine)) return isMissing(byGrid) ? byGrid : byLine;
  return addedMasses([byGrid, byLine], `losses, ${where}`);
}

/** A line without loss loses nothing, whatever the factor of the grid. */
function lineMasses({ energy, loss }: DirectSupply, factor: Answer | Missing, where: string) {
  if (isMissing(energy)) return energy;
  if (!loss.value.equals(ZERO)) return lossMasses(energy, loss, factor, `line, ${where}`);
  const none = constant(ZERO, 'kg CO2e/MWh', 'Emissions of a line without loss');
  const lost = product(energy, loss, `Energy lost on the line, ${where}`);
  return new Map([['CO2e' as const, product(lost, none, `Losses of the line, ${where}`)]]);
}
