// Prints what is known of the samples as a table: `node tests/inspect/table.mjs`.
// What a file is and why it is refused is told by the independent count; what is read, by the goldens.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const HERE = import.meta.dirname;
const json = (name) => JSON.parse(readFileSync(join(HERE, name), 'utf8'));
const goldens = Object.assign(
  {},
  ...readdirSync(join(HERE, 'expected')).map((name) => json(join('expected', name))),
);
const cases = json('cases.json');
const oracle = json('oracle.json');

const count = (n, what) => `${n} ${what}${n === 1 ? '' : 's'}`;

function whatItIs({ format, profile }) {
  return profile === null || profile === 'mapped' ? format : `${format}, ${profile}`;
}

function seriesText({ meter, commodity, direction, total, unit, intervals, ...counts }) {
  const odd = ['gaps', 'overlaps', 'duplicates', 'estimated'].flatMap((key) =>
    counts[key] === 0
      ? []
      : [key === 'estimated' ? `${counts[key]} estimated` : count(counts[key], key.slice(0, -1))],
  );
  const of = commodity === 'electricity' ? '' : ` of ${commodity}`;
  const name = meter === null ? '' : `${meter}: `;
  const more = odd.length === 0 ? '' : ` (${odd.join(', ')})`;
  return `${name}${total} ${unit}${of}, ${direction}, ${count(intervals, 'interval')}${more}`;
}

function whatIsRead({ series, records }) {
  if (records === 0) return '–';
  if (series.length === 0) return count(records, 'record');
  const named = series.slice(0, 3).map(seriesText);
  return series.length > 3
    ? `${named.join('<br>')}<br>and ${series.length - 3} more`
    : named.join('<br>');
}

function whatIsRefused(path, { findings, records }) {
  const critical = findings
    .filter((one) => one.includes(' critical'))
    .map((one) => one.replace(' critical', ''));
  if (critical.length === 0) return '–';
  const why = records === 0 ? oracle[path]?.refused : undefined;
  return why === undefined
    ? critical.join('<br>')
    : `${why} (${critical.map((one) => one.split(' ')[0]).join(', ')})`;
}

function needs(path) {
  const { timezone, profile, input } = cases[path] ?? {};
  if (input) return 'a mapping';
  return (
    [timezone && `--timezone ${timezone}`, profile && `--profile ${profile}`]
      .filter(Boolean)
      .join(' ') || '–'
  );
}

const cell = (text) => text.replaceAll('|', '\\|');

/** Files of one folder that are refused for one reason stand in one row. */
function grouped(rows) {
  const groups = new Map();
  for (const [path, ...told] of rows) {
    const isRefused = told[2] === '–' && told[3] !== '–';
    const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : '';
    const key = JSON.stringify(
      isRefused ? [folder.split('/')[0], told[3].replace(/ \(.*/, '')] : path,
    );
    groups.set(key, [...(groups.get(key) ?? []), [path, ...told]]);
  }
  return [...groups.values()].map((group) => {
    const [[path, ...told]] = group;
    if (group.length < 4) return group;
    const kinds = [...new Set(group.map(([, what]) => what))].join('; ');
    const codes = [...new Set(group.flatMap((one) => one[4].match(/IN-[A-Z-]+/g) ?? []))].join(
      ', ',
    );
    return [
      [
        `${path.split('/')[0]}/ (${group.length} files)`,
        kinds,
        told[1],
        told[2],
        `${told[3].replace(/ \(.*/, '')} (${codes})`,
      ],
    ];
  });
}

const rows = Object.entries(goldens)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([path, golden]) => [
    path,
    whatItIs(golden),
    needs(path),
    whatIsRead(golden),
    whatIsRefused(path, golden),
  ]);
const lines = [
  ['file', 'what it is', 'needs', 'what is read', 'what is refused, and why'],
  ['---', '---', '---', '---', '---'],
  ...grouped(rows)
    .flat()
    .map(([path, ...told]) => [`\`${path}\``, ...told]),
].map((cells) => `| ${cells.map(cell).join(' | ')} |`);
process.stdout.write(`${lines.join('\n')}\n`);
