import type { UsedSerials } from '../../kernel/inputs.ts';
import type { LedgerStep } from '../../model/documents/ledger.ts';
import type { FiledDisclosure } from './filed-disclosure.ts';

/** As the accounting names the step of a line of a certificate ledger. */
const NAME = /^Certificates (.+) (\S+) to (\S+)$/;

/** The steps that a fact rests on, of all facts but those of certificates that were refused. */
function counted({ disclosure, ledger, template }: FiledDisclosure): LedgerStep[] {
  const refused = new Set(
    (template?.template.facts ?? []).flatMap(({ id, value }) =>
      'metric' in value && value.metric === 'certificates.refused' ? [id] : [],
    ),
  );
  const byId = new Map(ledger.steps.map((step) => [step.id, step]));
  const open = disclosure.facts.flatMap(({ id, step }) =>
    step === null || refused.has(id) ? [] : [step],
  );
  const seen = new Set<string>();
  while (open.length > 0) {
    const id = open.pop() ?? '';
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(byId.get(id)?.inputs ?? []));
  }
  return ledger.steps.filter(({ id }) => seen.has(id));
}

/** The serials of certificates that a filed disclosure counted: they count once, there. */
export function usedSerialsOf(filed: FiledDisclosure): UsedSerials[] {
  const { start, end } = filed.disclosure.period;
  const by = `the disclosure of ${start} to ${end} (${filed.path})`;
  return counted(filed).flatMap(({ op, unit, name }) => {
    const [, registry, serialStart, serialEnd] = NAME.exec(name) ?? [];
    const isLine = op === 'activity' && unit === 'MWh';
    return isLine && registry && serialStart && serialEnd
      ? [{ registry, serialStart, serialEnd, by }]
      : [];
  });
}
