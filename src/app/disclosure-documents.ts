import type { Method, SheetInputs } from '../disclosure/sheet-inputs.ts';
import { composeSheet } from '../disclosure/sheet.ts';
import { ENGLISH } from '../disclosure/words/en.ts';
import { metricOf } from '../kernel/metrics.ts';
import type { Template } from '../model/documents/template.ts';
import { renderPdf } from '../render/pdf/render-pdf.ts';
import { canonicalText, hashOf } from '../seal/canonical.ts';
import type { ComputedDisclosure } from './compute-disclosure.ts';
import type { Progress } from './read-inputs.ts';

/** File name of a disclosure without its ending: template, site where it is of one, and period. */
function baseName({
  disclosure: { template, site, period },
}: Pick<ComputedDisclosure, 'disclosure'>): string {
  const year = period.start.slice(0, 4);
  const isYear = period.start === `${year}-01-01` && period.end === `${year}-12-31`;
  const when = isYear ? year : `${period.start}_${period.end}`;
  return [template.id, ...(site === null ? [] : [site]), when].join('-');
}

/**
 * The files of a disclosure: canonical JSON, PDF (which carries the JSON, the ledger and the hours), and the ledger and
 * the hours in a folder of the same name, so that a lone JSON can be traced.
 */
export async function documentsOf(
  computed: ComputedDisclosure,
  formats: ReadonlySet<'pdf' | 'json'>,
  progress: Progress,
): Promise<ReadonlyMap<string, Uint8Array | string>> {
  const base = baseName(computed);
  const json = canonicalText(computed.disclosure);
  const ledger = canonicalText(computed.ledger);
  const hours = [...computed.hours].filter(([file]) =>
    computed.disclosure.evidence.columns.some((c) => c.file === file),
  );
  const files = new Map<string, Uint8Array | string>();
  if (formats.has('json')) {
    files.set(`${base}.json`, json);
    files.set(`${base}/ledger.json`, ledger);
    for (const [file, text] of hours) files.set(`${base}/${file}`, text);
  }
  if (formats.has('pdf')) {
    progress('drawing the PDF');
    files.set(
      `${base}.pdf`,
      await renderPdf(composeSheet(sheetInputs(computed, json)), attachments(json, ledger, hours)),
    );
  }
  return files;
}

function attachments(json: string, ledger: string, hours: readonly (readonly [string, string])[]) {
  const bytes = (text: string) => new TextEncoder().encode(text);
  return [
    {
      name: 'disclosure.json',
      type: 'application/json',
      relationship: 'Source' as const,
      description: 'The disclosure: facts, findings, decisions and evidence (canonical JSON)',
      bytes: bytes(json),
    },
    {
      name: 'ledger.json',
      type: 'application/json',
      relationship: 'Data' as const,
      description: 'Every step from evidence to figure (canonical JSON)',
      bytes: bytes(ledger),
    },
    ...hours.map(([name, text]) => ({
      name,
      type: 'text/csv',
      relationship: 'Data' as const,
      description: 'Hourly columns that the ledger reads',
      bytes: bytes(text),
    })),
  ];
}

function sheetInputs(computed: ComputedDisclosure, json: string): SheetInputs {
  const { disclosure, stored, labels, accounting, ledger } = computed;
  const contracts = accounting.open.workspace.contracts ?? [];
  return {
    disclosure,
    hash: hashOf(json),
    template: stored.template,
    labels,
    words: ENGLISH,
    contracts: new Map(
      contracts.map(({ id, name, technology }) => [id, { name: name ?? id, technology }]),
    ),
    factorSets: accounting.factors.map(({ set }) => set),
    methods: methodsOf(stored.template),
    stepCount: ledger.steps.length,
  };
}

/** The methods behind a template's metrics, each once. */
function methodsOf({ facts }: Template): Method[] {
  const ids = new Set(facts.flatMap(({ value }) => ('metric' in value ? [value.metric] : [])));
  return [...ids].flatMap((id) => {
    const metric = metricOf(id);
    return metric
      ? [{ title: metric.title, formula: metric.formula, citation: metric.citation }]
      : [];
  });
}
