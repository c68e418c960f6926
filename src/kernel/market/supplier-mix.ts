import type { Contract, Technology } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { SupplierMix } from '../../model/source-records.ts';
import { ONE, type Rational, sumOf, ZERO } from '../../units/rational.ts';
import { placeOf } from '../energy/split-by-days.ts';
import { yearOf } from '../factors/site-factors.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { activity, product, type Step } from '../ledger.ts';
import { percentText } from '../wording.ts';
import { contractFailuresOf } from './criteria.ts';

/** A part of what a supplier delivered in a year. */
export interface MixPart {
  readonly technology: Technology;
  readonly share: Step<'1'>;
}

/** Energy of one technology under a contract. */
export interface SuppliedPart {
  readonly technology: Technology;
  readonly energy: Step<'MWh'>;
}

/** What suppliers delivered, by contract and year. What is not stated is of unknown source, and so not renewable. */
export type SupplierMixes = ReadonlyMap<string, ReadonlyMap<number, readonly MixPart[]>>;

function told(contract: string, severity: Finding['severity'], text: string, at?: SupplierMix) {
  const place = at ? placeOf(at.evidence) : { entry: `contracts.${contract}` };
  return finding('ACC-SUPPLIER-MIX', severity, `The supplier mix of ${contract} ${text}.`, place);
}

/** The year whose mix answers for a year: its own, or where the workspace allows it the latest earlier one. */
function answeringYear(
  years: readonly number[],
  year: number,
  otherYear: FootprintInputs['factors']['other_year'],
): number | undefined {
  if (years.includes(year)) return year;
  const earlier = years.filter((each) => each < year);
  return otherYear === 'latest-earlier' && earlier.length > 0 ? Math.max(...earlier) : undefined;
}

function isSound(parts: readonly Rational[]): boolean {
  return parts.every((part) => part.gte(ZERO)) && sumOf(parts).lte(ONE);
}

function partsOf(contract: string, year: number, mixes: readonly SupplierMix[]): MixPart[] {
  return mixes
    .filter((mix) => mix.year === year)
    .map(({ technology, technologyText, share, evidence }) => {
      const name = `Part of ${technologyText} in what ${contract} delivered in ${String(year)}`;
      return { technology, share: activity(share, '1', name, [evidence]) };
    });
}

function ofContract(
  contract: Contract,
  mixes: readonly SupplierMix[],
  years: readonly number[],
  inputs: FootprintInputs,
): Found<ReadonlyMap<number, readonly MixPart[]>> {
  const failures = contractFailuresOf(contract);
  if (failures.length > 0) {
    const reasons = failures.map((f) => `criterion ${String(f.criterion)}: ${f.because}`);
    const text = `was not counted, so none of its energy is renewable by contract; ${reasons.join('; ')}`;
    return found(new Map(), told(contract.id, 'quality', text));
  }
  const findings: Finding[] = [];
  const stated = [...new Set(mixes.map(({ year }) => year))];
  const answers = years.flatMap((year): [number, readonly MixPart[]][] => {
    const by = answeringYear(stated, year, inputs.factors.other_year);
    if (by === undefined) {
      findings.push(told(contract.id, 'quality', `states nothing for ${String(year)}; add it`));
      return [];
    }
    const parts = partsOf(contract.id, by, mixes);
    const shares = parts.map(({ share }) => share.value);
    if (!isSound(shares)) {
      const text = `for ${String(by)} adds up to ${percentText(sumOf(shares))}, more than the whole, or holds a negative part; none of it was counted`;
      findings.push(told(contract.id, 'critical', text, mixes[0]));
      return [];
    }
    if (by !== year) {
      findings.push(told(contract.id, 'quality', `for ${String(by)} was used for ${String(year)}`));
    }
    return [[year, parts]];
  });
  return found(new Map(answers), findings);
}

function inOrder(mixes: readonly SupplierMix[]): SupplierMix[] {
  const key = ({ technologyText, evidence: { file, at } }: SupplierMix) =>
    [file, String(at.line ?? 0).padStart(9, '0'), technologyText].join('\0');
  return [...mixes].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

/** What the suppliers of a site delivered, where the criteria of their contracts are met, and what is to be said of it. */
export function supplierMixes(inputs: FootprintInputs, site: SiteInputs): Found<SupplierMixes> {
  const years = [...new Set(site.calendar.months.map(yearOf))];
  const results = site.contracts.flatMap((contract) => {
    const own = inOrder(site.supplierMixes ?? []).filter((mix) => mix.contract === contract.id);
    return own.length === 0
      ? []
      : [[contract.id, ofContract(contract, own, years, inputs)] as const];
  });
  return found(
    new Map(results.map(([id, { value }]) => [id, value])),
    results.flatMap(([, { findings }]) => findings),
  );
}

/** An energy by what its supplier made it of; undefined where that is not stated. */
export function suppliedParts(
  energy: Step<'MWh'>,
  contract: string,
  year: number,
  mixes: SupplierMixes,
): SuppliedPart[] | undefined {
  return mixes
    .get(contract)
    ?.get(year)
    ?.map(({ technology, share }) => ({
      technology,
      energy: product(energy, share, `${technology} energy delivered under ${contract}`),
    }));
}
