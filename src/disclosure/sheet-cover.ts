import type { SheetInputs } from './sheet-inputs.ts';
import type { Sheet, SheetEvidence } from '../model/sheet.ts';
import { printedDay } from './format.ts';

type Cover = Sheet['cover'];

/** The eight statements of the cover, in rows of four. */
export function coverOf(inputs: SheetInputs): Cover {
  const { disclosure, words, labels } = inputs;
  const { cover } = words;
  const { entity, boundary, period, template } = disclosure;
  const identity = entity.lei === undefined ? '' : `LEI ${entity.lei}`;
  return [
    { label: cover.entity, lines: [entity.name, identity || (entity.place ?? entity.country)] },
    {
      label: cover.period,
      lines: [
        `${printedDay(period.start, words.months)} ${cover.to}`,
        printedDay(period.end, words.months),
      ],
    },
    {
      label: cover.boundary,
      lines: [
        words.approaches[boundary.approach] ?? boundary.approach,
        words.sites(boundary.sites.length),
      ],
    },
    { label: cover.measurement, lines: labels.cover.measurement },
    { label: cover.warming, lines: warmingLines(inputs) },
    { label: cover.template, lines: [template.id, `${cover.edition} ${template.edition}`] },
    { label: cover.assurance, lines: [cover.none, cover.integrityOnly] },
    { label: cover.preparedBy, lines: preparerLines(inputs) },
  ];
}

/** The four statements over a form: who registers, the site, the year of the figures, the edition. */
export function formCoverOf({ disclosure, words }: SheetInputs): Cover {
  const { cover } = words;
  const { entity, boundary, period, template } = disclosure;
  const [site] = boundary.sites;
  return [
    { label: cover.entity, lines: [entity.name, entity.place ?? entity.country] },
    { label: cover.site, lines: [site?.name ?? '', site?.subdivision ?? site?.country ?? ''] },
    {
      label: cover.figuresOf,
      lines: [
        `${printedDay(period.start, words.months)} ${cover.to}`,
        printedDay(period.end, words.months),
      ],
    },
    { label: cover.template, lines: [template.id, `${cover.edition} ${template.edition}`] },
  ];
}

function preparerLines({ disclosure, words }: SheetInputs): [string, string] {
  const [name = words.cover.notStated, ...role] = (
    disclosure.entity.prepared_by ?? words.cover.notStated
  ).split(', ');
  return [name, role.join(', ')];
}

function warmingLines({ disclosure, factorSets, words }: SheetInputs): [string, string] {
  const { gwp } = disclosure;
  if (gwp === null) return [words.cover.noWarming, ''];
  const [report = gwp, horizon = ''] = gwp.split('-');
  const rows =
    factorSets.find((set) => set.publisher === 'ipcc' && set.edition === gwp)?.rows ?? [];
  const value = (id: string) => rows.find((row) => row.id === id)?.co2e_kg ?? '–';
  return [
    `IPCC ${report}, ${horizon} ${words.cover.years}`,
    `CH₄ ${value('CH4')}, N₂O ${value('N2O')}`,
  ];
}

/** The evidence block at the foot of the first page. */
export function evidenceOf({ disclosure, words, stepCount }: SheetInputs): SheetEvidence {
  const { evidence } = words;
  const { inputs, factors } = disclosure.evidence;
  const rows = factors.reduce((n, set) => n + set.rows.length, 0);
  const figures = disclosure.facts.filter(({ step }) => step !== null).length;
  return {
    title: evidence.title,
    text: evidence.text,
    hashLabel: evidence.hash,
    counts: [
      { label: evidence.inputs, text: evidence.files(inputs.length) },
      { label: evidence.factors, text: evidence.sets(factors.length, rows) },
      { label: evidence.figures, text: evidence.facts(figures) },
      { label: evidence.ledger, text: evidence.steps(stepCount) },
    ],
  };
}
