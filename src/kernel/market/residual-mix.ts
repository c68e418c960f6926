import type { FactorSet } from '../../model/documents/factor-set.ts';
import { type Finding, finding } from '../../model/finding.ts';
import { type Answer, notAvailable, type Question } from '../factors/choose.ts';
import { type MonthlyAnswers, monthlyFactors } from '../factors/site-factors.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { marketOf } from './programmes.ts';

/** Keys under which a residual mix is looked up: the one that the site names, else those of its grid and market. */
function asked(
  { factors }: FootprintInputs,
  { site }: SiteInputs,
): Pick<Question, 'use' | 'keys' | 'publishers'> {
  const publishers = factors.residual ?? [];
  const market = marketOf(site);
  const found = [site.grid, market, ...publishers.map((each) => `${each}:${market}`)];
  const keys =
    site.residual_grid === undefined
      ? found.filter((key) => key !== undefined)
      : [site.residual_grid];
  return { use: 'residual', keys, publishers };
}

/** The residual mix for each month of a site. */
export function residualMixes(inputs: FootprintInputs, site: SiteInputs): Found<MonthlyAnswers> {
  return monthlyFactors(inputs, site, asked(inputs, site));
}

function masked(market: string, { not_shipped: held }: FactorSet): boolean {
  return held?.use === 'residual' && [market, market.slice(0, 2)].includes(held.market);
}

/** Why the remainder stands at the grid average: no residual mix is published, or one is and was not used. */
function reasonOf(
  inputs: FootprintInputs,
  site: SiteInputs,
  refusal: Finding | undefined,
  year: number,
): string {
  const market = marketOf(site.site);
  const otherYear = inputs.factors.other_year;
  const question = { ...asked(inputs, site), site: site.site.id, year, otherYear };
  const silent = notAvailable(question, inputs.factorSets);
  if (silent) {
    const { note = 'it states that none is available, which is not zero' } = silent.row;
    return `one is published and has no value for ${silent.row.id} (${silent.set.title}): ${note.replace(/\.$/, '')}`;
  }
  if (refusal?.code === 'ACC-FACTOR-YEAR-REFUSED') {
    return `one is published but was not used, because of its year: ${refusal.message.replace(/\.$/, '')}`;
  }
  const held = inputs.factorSets.find((set) => masked(market, set));
  return held?.not_shipped
    ? `one is published (${held.title}) but was not used, because ${held.not_shipped.because}`
    : `none is published for this market (${market}) that Hashprint knows of`;
}

/** That energy without an instrument stands at the grid average in a year, and why. */
export function noResidualMix(
  inputs: FootprintInputs,
  site: SiteInputs,
  mix: Answer | Missing | undefined,
  year: number,
): Finding {
  const { id } = site.site;
  const refusal = mix && isMissing(mix) ? mix.missing : undefined;
  return finding(
    'ACC-NO-RESIDUAL-MIX',
    'quality',
    `No residual mix was used for the energy of ${id} without instruments; the grid average stands in: ${reasonOf(inputs, site, refusal, year)}.`,
    { entry: `sites.${id}` },
    ['GHG Protocol Scope 2 Guidance, table 6.3'],
  );
}
