import type { SheetInputs } from './sheet-inputs.ts';

/** Head and second line of a dimension's value, as printed. */
export interface PrintedName {
  readonly head: string;
  readonly sub: string;
}

type Naming = (inputs: SheetInputs, value: string) => PrintedName;

const NAMINGS: Readonly<Record<string, Naming>> = {
  site: ({ disclosure }, value) => {
    const site = disclosure.boundary.sites.find(({ id }) => id === value);
    return { head: site?.name ?? value, sub: site?.subdivision ?? site?.country ?? '' };
  },
  quarter: ({ words }, value) => {
    const quarter = value.split('-')[1] ?? value;
    return { head: quarter, sub: words.quarters[quarter] ?? '' };
  },
  source: (inputs, value) => ({ head: sourceName(inputs, value), sub: '' }),
  use: ({ words }, value) => ({ head: words.uses[value] ?? value, sub: '' }),
  year: (_, value) => ({ head: value, sub: '' }),
  contract: ({ contracts, words }, value) => {
    const contract = contracts.get(value);
    return {
      head: contract?.name ?? value,
      sub: words.technologies[contract?.technology ?? ''] ?? '',
    };
  },
};

/** The printed name of a value of a dimension: a site, a quarter, a source, a use, a contract. */
export function nameOf(inputs: SheetInputs, dimension: string, value: string): PrintedName {
  return NAMINGS[dimension]?.(inputs, value) ?? { head: value, sub: '' };
}

function sourceName({ words }: SheetInputs, source: string): string {
  const [kind, technology = ''] = source.split(':');
  const named = words.technologies[technology] ?? technology;
  if (kind === 'certificates') return words.certificates(named);
  if (kind === 'contract') return words.contractSupply(named);
  return kind === 'grid' ? words.gridSupply : (words.sources[source] ?? source);
}
