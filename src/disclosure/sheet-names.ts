import type { SheetInputs } from './sheet-inputs.ts';

/** Head and second line of a dimension's value, as printed. */
export interface PrintedName {
  readonly head: string;
  readonly sub: string;
}

/** The printed name of a value of a dimension: a site, a quarter, a source, a use, a contract. */
export function nameOf(inputs: SheetInputs, dimension: string, value: string): PrintedName {
  const { words, disclosure, contracts } = inputs;
  switch (dimension) {
    case 'site': {
      const site = disclosure.boundary.sites.find(({ id }) => id === value);
      return { head: site?.name ?? value, sub: site?.subdivision ?? site?.country ?? '' };
    }
    case 'quarter': {
      const quarter = value.split('-')[1] ?? value;
      return { head: quarter, sub: words.quarters[quarter] ?? '' };
    }
    case 'source':
      return { head: sourceName(inputs, value), sub: '' };
    case 'use':
      return { head: words.uses[value] ?? value, sub: '' };
    case 'contract': {
      const contract = contracts.get(value);
      return {
        head: contract?.name ?? value,
        sub: words.technologies[contract?.technology ?? ''] ?? '',
      };
    }
    default:
      return { head: value, sub: '' };
  }
}

function sourceName({ words }: SheetInputs, source: string): string {
  const [kind, technology = ''] = source.split(':');
  if (kind === 'grid') return words.gridSupply;
  return words.certificates(words.technologies[technology] ?? technology);
}
