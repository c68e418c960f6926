import { basename } from 'node:path';
import { recompute } from '../../kernel/ledger.ts';
import { metricOf } from '../../kernel/metrics.ts';
import { AppError } from '../../model/app-error.ts';
import type { Disclosure, Fact } from '../../model/documents/disclosure.ts';
import type { LedgerDocument } from '../../model/documents/ledger.ts';
import { canonicalText, hashOf } from '../../seal/canonical.ts';
import { loadTemplates, type StoredTemplate } from '../../store/templates.ts';
import type { Rational } from '../../units/rational.ts';
import { decimalText } from '../../units/rounding.ts';
import { conversionFactor } from '../../units/unit.ts';
import { columnsOf, disclosureAt, ledgerBeside, ledgerOf } from '../filed-documents.ts';

/** A disclosure as it was filed, with its ledger, computed again and found to agree. */
export interface FiledDisclosure {
  /** As it was named by whoever asked for it. */
  readonly path: string;
  /** Of the canonical document. */
  readonly sha256: string;
  readonly disclosure: Disclosure;
  readonly ledger: LedgerDocument;
  /** Exact values of the steps. */
  readonly values: ReadonlyMap<string, Rational>;
  /** The very edition of its template; absent where that is not at hand. */
  readonly template?: StoredTemplate;
}

/**
 * Reads a filed disclosure at a place, under the name by which it is known. Throws an AppError where it cannot be read,
 * its ledger is another, or a figure does not follow from its ledger.
 */
export async function filedDisclosure(place: string, path = place): Promise<FiledDisclosure> {
  const disclosure = await disclosureAt(place);
  const ledger = await ledgerOf(place, disclosure, undefined);
  const columns = await columnsOf(ledgerBeside(place), ledger);
  const { values, differences, columns: wrong } = recompute(ledger, columns);
  const [difference] = differences;
  if (difference) {
    const { id, stated, computed } = difference;
    throw changed(path, `step ${id} says ${stated}, its inputs give ${computed}`);
  }
  if (wrong.length > 0) throw changed(path, 'an hourly column does not follow from the others');
  for (const fact of disclosure.facts) requireAgreement(path, fact, values);
  const { id, edition, sha256 } = disclosure.template;
  const template = loadTemplates().find(
    (stored) =>
      stored.template.id === id && stored.template.edition === edition && stored.sha256 === sha256,
  );
  return {
    path,
    sha256: hashOf(canonicalText(disclosure)),
    disclosure,
    ledger,
    values,
    ...(template && { template }),
  };
}

function changed(path: string, why: string): AppError {
  return new AppError('not-readable', `${path} cannot be trusted: ${why}`, { path, why });
}

function requireAgreement(
  path: string,
  { id, exact, step }: Fact,
  values: ReadonlyMap<string, Rational>,
): void {
  if (step === null) return;
  const value = values.get(step);
  const given = value && decimalText(value);
  if (given === exact) return;
  const stated = exact ?? 'nothing';
  throw changed(path, `${id} says ${stated}, its ledger gives ${given ?? 'no value'}`);
}

type Dimensions = Fact['dimensions'];

/** True for two equal sets of dimensions. */
export function isOfDimensions(fact: Pick<Fact, 'dimensions'>, dimensions: Dimensions): boolean {
  const [own, asked] = [Object.entries(fact.dimensions), Object.entries(dimensions)];
  return own.length === asked.length && asked.every(([name, v]) => fact.dimensions[name] === v);
}

/** The fact that gives a metric of a filed disclosure; undefined where it gives none, or its template is not at hand. */
export function factOfMetric(
  { disclosure, template }: FiledDisclosure,
  metric: string,
  dimensions: Dimensions = {},
): Fact | undefined {
  const ids = (template?.template.facts ?? [])
    .filter(({ value }) => 'metric' in value && value.metric === metric)
    .map(({ id }) => id);
  return disclosure.facts.find(
    (fact) => ids.includes(fact.id) && fact.step !== null && isOfDimensions(fact, dimensions),
  );
}

/** The exact value of a metric of a filed disclosure, in the unit of the metric; undefined where it gives none. */
export function valueOfMetric(
  filed: FiledDisclosure,
  id: string,
  dimensions: Dimensions = {},
): Rational | undefined {
  const fact = factOfMetric(filed, id, dimensions);
  const metric = metricOf(id);
  const value = fact?.step == null ? undefined : filed.values.get(fact.step);
  if (!fact || !value || !metric || fact.unit === null) return undefined;
  return value.mul(conversionFactor(fact.unit, metric.unit));
}

/** The name of a disclosure for a sentence: its file and its period. */
export function nameOf({ path, disclosure: { period } }: FiledDisclosure): string {
  return `${basename(path)} (${period.start} to ${period.end})`;
}
