import type { RegisterBlock, StatementsBlock } from '../model/documents/template.ts';
import type { SheetList, SheetStatements } from '../model/sheet.ts';
import { printedDay, printedNumber } from './format.ts';
import { factOf, type SheetInputs } from './sheet-inputs.ts';

type Entries = SheetList['entries'];

/** The list of a register block: findings, decisions, inputs, factors or methods. */
export function registerOf(inputs: SheetInputs, block: RegisterBlock): SheetList {
  const entries: Record<RegisterBlock['of'], () => Entries> = {
    findings: () => findingEntries(inputs),
    decisions: () => decisionEntries(inputs),
    inputs: () => inputEntries(inputs),
    factors: () => factorEntries(inputs),
    methods: () => methodEntries(inputs),
  };
  return { kind: 'list', entries: entries[block.of]() };
}

function empty(text: string): Entries {
  return [{ head: '', isMono: false, text, small: '' }];
}

function placeText(at: object): string {
  const { file, line, column, fact } = at as {
    file?: string;
    line?: number;
    column?: string;
    fact?: string;
  };
  const place = [file, line === undefined ? undefined : `line ${String(line)}`, column, fact];
  return place.filter((part) => part !== undefined).join(', ');
}

/** The findings; those that are critical stand first of all in a draft, and are not told twice. */
function findingEntries({ disclosure, words }: SheetInputs): Entries {
  const shown = disclosure.findings.filter(
    ({ severity }) => !disclosure.draft || severity !== 'critical',
  );
  if (shown.length === 0) return empty(words.register.noFindings);
  return shown.map((finding) => ({
    severity: finding.severity,
    head: finding.code,
    isMono: true,
    text: finding.message,
    small: placeText(finding.at),
  }));
}

function decisionEntries({ disclosure, words }: SheetInputs): Entries {
  if (disclosure.decisions.length === 0) return empty(words.register.noDecisions);
  return disclosure.decisions.map(({ id, site, value, by, on, because }) => ({
    head: site === undefined ? id : `${id}, ${site}`,
    isMono: true,
    text: `${value}. ${because}`,
    small: words.register.decidedBy(by, printedDay(on, words.months)),
  }));
}

function inputEntries({ disclosure, words }: SheetInputs): Entries {
  return disclosure.evidence.inputs.map(({ path, sha256, reader, records }) => ({
    head: path,
    isMono: true,
    text: words.register.records(printedNumber(String(records), words.numbers), reader),
    small: sha256.replace(/(.{8})(?=.)/g, '$1 '),
  }));
}

function factorEntries({ disclosure, factorSets, words }: SheetInputs): Entries {
  return disclosure.evidence.factors.map((used) => {
    const set = factorSets.find(
      (s) => s.publisher === used.publisher && s.edition === used.edition,
    );
    const documents = new Set(
      set?.rows.filter((row) => used.rows.includes(row.id)).map((row) => row.source.document),
    );
    return {
      head: `${used.publisher} ${used.edition}`,
      isMono: true,
      text: `${used.title}. ${words.register.rows}: ${used.rows.join(', ')}.`,
      small: [[...documents].join('; '), set?.licence, set?.attribution]
        .filter((part) => part !== undefined)
        .join('. '),
    };
  });
}

function methodEntries({ methods, words }: SheetInputs): Entries {
  return methods.map(({ title, formula, citation }) => ({
    head: title,
    isMono: false,
    text: formula,
    small: `${words.register.citation} ${citation}`,
  }));
}

/** The statements of a block; one that is asked for and absent says so. Those not asked for are left out. */
export function statementsOf(inputs: SheetInputs, block: StatementsBlock): SheetStatements {
  const statements = block.facts.flatMap((id) => {
    const fact = factOf(inputs.disclosure, id);
    const definition = inputs.template.facts.find((f) => f.id === id);
    if (!fact || !definition) return [];
    return [
      {
        item: definition.item ?? '',
        label: fact.label,
        text: fact.value ?? fact.reason ?? inputs.words.noData,
        grade: fact.grade,
        isMissing: fact.value === null,
      },
    ];
  });
  return { kind: 'statements', statements };
}
