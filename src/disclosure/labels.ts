import type { Labels } from '../model/labels.ts';

function withYear(texts: Readonly<Record<string, string>>, year: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, text.replaceAll('{year}', year)]),
  );
}

/** The labels of a template for one period: `{year}` is replaced. */
export function labelsFor(labels: Labels, year: string): Labels {
  return {
    ...labels,
    title: labels.title.replaceAll('{year}', year),
    facts: withYear(labels.facts, year),
    tables: withYear(labels.tables, year),
    texts: withYear(labels.texts, year),
  };
}
