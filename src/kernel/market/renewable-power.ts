import type { RenewablePower } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { exact, ONE, ZERO } from '../../units/rational.ts';
import { yearOf } from '../factors/site-factors.ts';
import { found, type Found } from '../found.ts';
import type { SiteInputs } from '../inputs.ts';
import { declared, difference, product, type Step, sum } from '../ledger.ts';
import { percentText } from '../wording.ts';

const CITES = [
  'National Greenhouse and Energy Reporting (Measurement) Determination 2008, market-based method',
];

/** The part of bought power that suppliers must cover with certificates, by year. */
export type MandatoryShares = ReadonlyMap<number, Step<'1'>>;

function shareStep({ site, share }: SiteInputs, stated: RenewablePower, index: number): Step<'1'> {
  const { file, sha256 } = share.evidence;
  const { year, rpp, jrpp, source, grade } = stated;
  const at = { element: `sites.${site.id}.renewable_power.${String(index)}` };
  const of = (text: string, name: string) =>
    declared(exact(text), '1', { name, cites: [`${source}, grade ${grade}`] }, [
      { file, sha256, at },
    ]);
  const national = of(rpp, `Renewable power percentage of ${String(year)}`);
  if (jrpp === undefined) return national;
  return sum(
    [national, of(jrpp, `Jurisdictional renewable power percentage of ${String(year)}`)],
    `Renewable power percentages of ${String(year)}`,
  );
}

function remark(site: string, severity: Finding['severity'], text: string): Finding {
  const at = { entry: `sites.${site}.renewable_power` };
  return finding('ACC-RENEWABLE-POWER', severity, text, at, CITES);
}

/** The declared renewable power percentages of a site by year, and what is to be said of them. */
export function mandatoryShares(inputs: SiteInputs): Found<MandatoryShares> {
  const { site, calendar } = inputs;
  const { id, renewable_power: stated = [] } = site;
  if (stated.length === 0) return found(new Map());
  const findings: Finding[] = [];
  const years = [...new Set(calendar.months.map(yearOf))];
  const shares = years.flatMap((year): [number, Step<'1'>][] => {
    const index = stated.findIndex((each) => each.year === year);
    const one = stated[index];
    if (!one) {
      const text = `No renewable power percentage of ${String(year)} is stated for ${id}, so none was taken off; add it.`;
      findings.push(remark(id, 'quality', text));
      return [];
    }
    const share = shareStep(inputs, one, index);
    if (share.value.lt(ZERO) || share.value.gt(ONE)) {
      const text = `The renewable power percentages of ${id} for ${String(year)} add up to ${percentText(share.value)}, which is no part of the whole; none was taken off. State fractions of one.`;
      findings.push(remark(id, 'critical', text));
      return [];
    }
    const memory = one.grade === 'M' ? ' It stands from memory; check it.' : '';
    const text = `The market-based method of Australia was used for ${id}: ${percentText(share.value, 2)} of the power bought in ${String(year)} counts as covered by its supplier (${one.source}), then certificates, then the residual mix; rates of suppliers are not asked.${memory}`;
    findings.push(remark(id, one.grade === 'M' ? 'quality' : 'info', text));
    return [[year, share]];
  });
  return found(new Map(shares), findings);
}

/** Bought energy that its supplier covers by law, and the rest of it. */
export function lessMandatory(
  energy: Step<'MWh'>,
  share: Step<'1'>,
  month: string,
): { mandatory: Step<'MWh'>; rest: Step<'MWh'> } {
  const mandatory = product(energy, share, {
    name: `Power of ${month} that its supplier must cover with certificates`,
    formula: 'Q x (RPP + JRPP)',
    cites: CITES,
  });
  const rest = difference(energy, mandatory, {
    name: `Power of ${month} less what its supplier covers`,
    formula: 'Q x (1 - (RPP + JRPP))',
    cites: CITES,
  });
  return { mandatory, rest };
}
