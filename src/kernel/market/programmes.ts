import type { Programme, Site } from '../../model/documents/workspace.ts';
import { type Finding, finding } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import type { FootprintInputs } from '../inputs.ts';
import { listText } from '../wording.ts';

type Period = Pick<FootprintInputs, 'period'>;

/** Months of generation that count, the first and the last: `2025-01`, `2025-12`. */
export interface VintageMonths {
  readonly first: string;
  readonly last: string;
}

/** `2024-07` of `2025-01`, six months earlier. */
function shifted(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  const two = String((count % 12) + 1).padStart(2, '0');
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${two}`;
}

/** The months of generation that a programme admits; without a window those of the period's calendar years. */
export function vintageMonths({ period }: Period, programme?: Programme): VintageMonths {
  const window = programme?.vintage;
  return window
    ? {
        first: shifted(period.start.slice(0, 7), -window.months_before),
        last: shifted(period.end.slice(0, 7), window.months_after),
      }
    : { first: `${period.start.slice(0, 4)}-01`, last: `${period.end.slice(0, 4)}-12` };
}

/** Why a certificate is too old or too young; undefined where it is neither. */
export function fitsVintage(
  { vintage }: Certificate,
  inputs: Period,
  programme: Programme | undefined,
): string | undefined {
  const { first, last } = vintageMonths(inputs, programme);
  if (vintage >= first && vintage <= last) return undefined;
  const [start, end] = [inputs.period.start.slice(0, 7), inputs.period.end.slice(0, 7)];
  const by = programme?.vintage ? `, by programme ${programme.id},` : '';
  const months = start === first && end === last ? 'within it' : `from ${first} to ${last}`;
  return `its vintage is ${vintage}; the period is ${start} to ${end}, and${by} a month ${months} is asked for`;
}

/** The country in which certificates are valid for a site. */
export function marketOf(site: Site): string {
  return site.market ?? site.country;
}

/** Why a certificate is not of the market of the site; undefined where it is. */
export function fitsMarket(
  { country }: Certificate,
  market: string,
  site: string,
  programme: Programme | undefined,
): string | undefined {
  const countries: readonly string[] = programme?.market ?? [market];
  if (!countries.includes(market)) {
    return `the market of ${site} is ${market}, and programme ${programme?.id ?? ''} holds for ${listText(countries)}`;
  }
  if (countries.includes(country)) return undefined;
  return `its country is ${country}; the market of ${site} is ${listText(countries)}`;
}

/** That certificates were held against the rules of a programme. */
export function programmeFinding(
  contract: string,
  programme: Programme,
  inputs: Period,
  index: number,
): Finding {
  const { first, last } = vintageMonths(inputs, programme);
  const window = programme.vintage ? `vintages from ${first} to ${last}` : '';
  const market = programme.market ? `certificates of ${listText(programme.market)}` : '';
  const rules = [window, market].filter((rule) => rule !== '').join(' and ');
  return finding(
    'ACC-PROGRAMME',
    'info',
    `Certificates under ${contract} were held against programme ${programme.id} (${programme.source})${rules === '' ? ', which states no rule of its own' : `: it admits ${rules}`}.`,
    { entry: `programmes.${String(index)}` },
    ['GHG Protocol Scope 2 Guidance, table 7.1'],
  );
}
