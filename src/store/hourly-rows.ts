import type { FactorRow, FactorSet, HourlyValues } from '../model/documents/factor-set.ts';

type Field = Exclude<keyof HourlyValues, 'start'>;

const SHARES: readonly Field[] = ['renewable', 'carbon_free'];
const MASSES: readonly Field[] = ['co2_kg', 'ch4_kg', 'n2o_kg', 'co2e_kg'];
/** What a share may be: from 0 to 1. */
const SHARE = /^(0+(\.\d+)?|0*1(\.0+)?)$/;
/** How many values stand on one line: those of a day. */
const ON_A_LINE = 24;

function faultOf({ answers: { use }, hourly }: FactorRow): string | undefined {
  if (!hourly) return undefined;
  const of = (fields: readonly Field[]) => fields.filter((field) => hourly[field] !== undefined);
  const [first, ...others] = of([...MASSES, ...SHARES]);
  if (!first) return 'holds no list of values';
  const length = (field: Field) => hourly[field]?.length ?? 0;
  if (length(first) === 0) return `${first} holds no hour`;
  const odd = others.find((field) => length(field) !== length(first));
  if (odd) {
    return `${odd} holds ${String(length(odd))} hours and ${first} ${String(length(first))}; give every list as many`;
  }
  if (Number.isNaN(Date.parse(hourly.start)) || !isDay(hourly.start)) {
    return `start ${hourly.start} is no hour of the calendar`;
  }
  if (!['location', 'mix', 'marginal'].includes(use)) return `values by the hour answer no ${use}`;
  const beyond = of(SHARES).find((field) =>
    hourly[field]?.some((value) => value !== null && !SHARE.test(value)),
  );
  return beyond && `${beyond} holds a share above 1`;
}

/** 30 February is read as a day of March: a day that there is comes back as it was. */
function isDay(text: string): boolean {
  return new Date(text).toISOString().startsWith(text.slice(0, 10));
}

/** Where the hours of a set are not of the form asked for, and why; undefined where all are. */
export function hourlyFault({ rows }: FactorSet): string | undefined {
  for (const [i, row] of rows.entries()) {
    const fault = faultOf(row);
    if (fault !== undefined) return `/rows/${String(i)}/hourly: ${fault}`;
  }
  return undefined;
}

/** The text of a set with the values of a day on one line, where they would fill a line each. */
export function withDaysOnLines(text: string): string {
  return text.replace(
    /^( *)("(?:co2_kg|ch4_kg|n2o_kg|co2e_kg|renewable|carbon_free)": )\[\n([^\]]*)\]/gm,
    (_, indent: string, name: string, inside: string) => {
      const values = inside.split('\n').map((line) => line.trim().replace(/,$/, ''));
      const all = values.filter((value) => value !== '');
      const lines: string[] = [];
      for (let i = 0; i < all.length; i += ON_A_LINE) {
        lines.push(`${indent}  ${all.slice(i, i + ON_A_LINE).join(', ')}`);
      }
      return `${indent}${name}[\n${lines.join(',\n')}\n${indent}]`;
    },
  );
}
