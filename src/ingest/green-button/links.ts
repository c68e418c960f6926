import type { Linked } from './feed.ts';

/** Parts of one kind that others may belong to, found by the links between them. */
export interface Owners<T extends Linked> {
  /** Those that the part belongs to: none, one, or several where links contradict each other. */
  ownersOf(part: Linked): readonly T[];
}

/**
 * An entry belongs to another when that one relates to it or to the collection it stands in, when it relates to that one,
 * or when its collection hangs under that one. Ids and the order of the file join nothing: some providers give every entry
 * one id.
 */
export function ownersBy<T extends Linked>(owners: readonly T[], collection: string): Owners<T> {
  const bySelf = multimap(owners, ({ self }) => (self === undefined ? [] : [self]));
  const byRelated = multimap(owners, ({ related }) => related);
  const under = `/${collection}`;
  return {
    ownersOf: ({ self, up, related }) => {
      const named = [...(self === undefined ? [] : [self]), ...up];
      const parents = up.map((href) =>
        href.endsWith(under) ? href.slice(0, -under.length) : href,
      );
      return [
        ...new Set([
          ...named.flatMap((href) => byRelated.get(href) ?? []),
          ...[...parents, ...related].flatMap((href) => bySelf.get(href) ?? []),
        ]),
      ];
    },
  };
}

function multimap<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) map.set(key, [...(map.get(key) ?? []), item]);
  }
  return map;
}

/** The link as a short name: without host and without what stands before the resource. */
export function shortLink(href: string): string {
  return href
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/^.*\/resource\//, '')
    .replace(/^\/+/, '');
}
