import type { Input, Party, Workspace } from '../model/documents/workspace.ts';
import { finding, type Finding, type Place } from '../model/finding.ts';

type PlaceOf = (pointer: string) => Place;

interface Reference {
  readonly kind: 'site' | 'meter' | 'contract' | 'programme';
  readonly id: string;
  readonly pointer: string;
}

/** The ids that an input names, by the key under which it names them. */
function inputReferences(input: Input, i: number): Reference[] {
  const at = `/inputs/${String(i)}`;
  const named = input as {
    meter?: string;
    site?: string;
    contract?: string;
    usage_points?: Record<string, string>;
  };
  const one = (kind: Reference['kind'], id: string | undefined): Reference[] =>
    id === undefined ? [] : [{ kind, id, pointer: `${at}/${kind}` }];
  return [
    ...one('meter', named.meter),
    ...one('site', named.site),
    ...one('contract', named.contract),
    ...Object.entries(named.usage_points ?? {}).map(([point, id]) => ({
      kind: 'meter' as const,
      id,
      pointer: `${at}/usage_points/${point.replaceAll('~', '~0').replaceAll('/', '~1')}`,
    })),
  ];
}

function referencesOf(workspace: Workspace): Reference[] {
  const site = (id: string | undefined, pointer: string): Reference[] =>
    id === undefined ? [] : [{ kind: 'site', id, pointer }];
  const n = String;
  return [
    ...workspace.boundary.parties.flatMap((party, i) =>
      party.sites.flatMap((id, j) => site(id, `/boundary/parties/${n(i)}/sites/${n(j)}`)),
    ),
    ...workspace.meters.flatMap((meter, i) => [
      ...site(meter.site, `/meters/${n(i)}/site`),
      ...(meter.part_of === undefined
        ? []
        : [{ kind: 'meter' as const, id: meter.part_of, pointer: `/meters/${n(i)}/part_of` }]),
      ...(meter.contract === undefined
        ? []
        : [{ kind: 'contract' as const, id: meter.contract, pointer: `/meters/${n(i)}/contract` }]),
    ]),
    ...(workspace.contracts ?? []).flatMap((contract, i) => [
      ...site(contract.site, `/contracts/${n(i)}/site`),
      ...(contract.programme === undefined
        ? []
        : [
            {
              kind: 'programme' as const,
              id: contract.programme,
              pointer: `/contracts/${n(i)}/programme`,
            },
          ]),
    ]),
    ...(workspace.decisions ?? []).flatMap((decision, i) =>
      site(decision.site, `/decisions/${n(i)}/site`),
    ),
    ...(workspace.scope3?.activities ?? []).flatMap((line, i) =>
      site(line.site, `/scope3/activities/${n(i)}/site`),
    ),
    ...(workspace.scope3?.electricity ?? []).flatMap((one, i) =>
      site(one.site, `/scope3/electricity/${n(i)}/site`),
    ),
    ...workspace.inputs.flatMap(inputReferences),
  ];
}

function duplicateIds(
  kind: string,
  list: readonly { id: string }[],
  path: string,
  placeOf: PlaceOf,
): Finding[] {
  return list.flatMap(({ id }, i) =>
    list.findIndex((other) => other.id === id) === i
      ? []
      : [
          finding(
            'WS-DUPLICATE-ID',
            'critical',
            `A second ${kind} is called "${id}"; give each its own id.`,
            placeOf(`${path}/${String(i)}/id`),
          ),
        ],
  );
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]|^UTC[+-]/.test(zone);
  } catch {
    return false;
  }
}

function zoneFindings(workspace: Workspace, placeOf: PlaceOf): Finding[] {
  return workspace.sites.flatMap(({ id, zone }, i) =>
    isZone(zone)
      ? []
      : [
          finding(
            'WS-ZONE',
            'critical',
            `Site ${id} has the time zone "${zone}", which is not an IANA zone; use a name such as America/Chicago.`,
            placeOf(`/sites/${String(i)}/zone`),
          ),
        ],
  );
}

/** True where the days of two parties meet. By equity they may: a site can be held along several lines. */
function areTogether(parties: readonly Party[]): boolean {
  return parties.some((one, i) =>
    parties.slice(i + 1).some((other) => !isBefore(one, other) && !isBefore(other, one)),
  );
}

function isBefore({ to }: Party, { from }: Party): boolean {
  return to !== undefined && from !== undefined && to < from;
}

function boundaryFindings(workspace: Workspace, placeOf: PlaceOf): Finding[] {
  return workspace.sites.flatMap(({ id }, i) => {
    const parties = workspace.boundary.parties.filter((party) => party.sites.includes(id));
    const isHeldTwice = workspace.boundary.approach !== 'equity-share' && areTogether(parties);
    if (parties.length > 0 && !isHeldTwice) return [];
    const what = isHeldTwice
      ? 'belongs to two parties on the same days; keep one, or state from and to of both'
      : 'belongs to no party of the boundary; add it to one';
    return [
      finding('WS-REFERENCE', 'critical', `Site ${id} ${what}.`, placeOf(`/sites/${String(i)}`)),
    ];
  });
}

/** What is wrong between the entries of a workspace: ids that lead nowhere, ids given twice, unknown zones. */
export function referenceFindings(workspace: Workspace, placeOf: PlaceOf): Finding[] {
  const known = {
    site: workspace.sites.map((s) => s.id),
    meter: workspace.meters.map((m) => m.id),
    contract: (workspace.contracts ?? []).map((c) => c.id),
    programme: (workspace.programmes ?? []).map((p) => p.id),
  };
  const dangling = referencesOf(workspace)
    .filter(({ kind, id }) => !known[kind].includes(id))
    .map(({ kind, id, pointer }) =>
      finding(
        'WS-REFERENCE',
        'critical',
        `There is no ${kind} "${id}" in the workspace (known: ${known[kind].join(', ') || 'none'}); add it or correct the id.`,
        placeOf(pointer),
      ),
    );
  return [
    ...dangling,
    ...duplicateIds('site', workspace.sites, '/sites', placeOf),
    ...duplicateIds('meter', workspace.meters, '/meters', placeOf),
    ...duplicateIds('contract', workspace.contracts ?? [], '/contracts', placeOf),
    ...duplicateIds('programme', workspace.programmes ?? [], '/programmes', placeOf),
    ...duplicateIds('factor', workspace.scope3?.factors ?? [], '/scope3/factors', placeOf),
    ...zoneFindings(workspace, placeOf),
    ...boundaryFindings(workspace, placeOf),
  ];
}
