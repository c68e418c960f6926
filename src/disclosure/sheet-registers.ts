import type { RegisterBlock, StatementsBlock } from '../model/documents/template.ts';
import type { SheetList, SheetStatements, SheetTable } from '../model/sheet.ts';
import { printedDay, printedNumber, printedUnit, withUnit } from './format.ts';
import { factOf, type SheetInputs } from './sheet-inputs.ts';

/** Registers that are lists. */
export type Listed = Exclude<RegisterBlock['of'], 'methods'>;

type Entries = SheetList['entries'];

/** The list of a register block: findings, decisions, inputs or factors. */
export function registerOf(inputs: SheetInputs, of: Listed): SheetList {
  const entries: Record<Listed, () => Entries> = {
    findings: () => findingEntries(inputs),
    decisions: () => decisionEntries(inputs),
    inputs: () => inputEntries(inputs),
    factors: () => factorEntries(inputs),
    applicability: () => applicabilityEntries(inputs),
    deadlines: () => deadlineEntries(inputs),
  };
  return { kind: 'list', entries: entries[of]() };
}

/** Notes of one code beyond which the page tells one and counts the rest; the data hold them all. */
const MOST_ALIKE = 3;

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
  return shown.flatMap((finding) => {
    const alike = shown.filter(
      ({ code, severity }) => severity === 'info' && code === finding.code,
    );
    const isMany = alike.length > MOST_ALIKE;
    if (isMany && alike[0] !== finding) return [];
    const more = isMany ? ` ${words.register.more(alike.length - 1)}` : '';
    return [
      {
        severity: finding.severity,
        head: finding.code,
        isMono: true,
        text: finding.message + more,
        small: placeText(finding.at),
      },
    ];
  });
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

/** Why the regime applies or not, with every number that the rules looked at. */
function applicabilityEntries({ disclosure, labels, words }: SheetInputs): Entries {
  const { outcome, applicability } = disclosure;
  const { rule, citation, numbers } = applicability;
  const seen = numbers.map(({ fact, value }) => {
    const own = factOf(disclosure, fact);
    const printed =
      own?.value == null
        ? value
        : withUnit(printedNumber(own.value, words.numbers), printedUnit(own.unit));
    return `${labels.facts[fact] ?? fact}: ${printed ?? words.register.notStated}`;
  });
  return [
    {
      head: outcome,
      isMono: true,
      text: labels.applicability[rule ?? 'otherwise'] ?? '',
      small: [...(citation === null ? [] : [citation]), ...seen].join('; '),
    },
  ];
}

function deadlineEntries({ template, words }: SheetInputs): Entries {
  return (template.deadlines ?? []).map(({ rule, what, citation }) => {
    const [, month, day] = /^--(\d\d)-(\d\d)$/.exec(rule) ?? [];
    const name = words.months[Number(month) - 1];
    const text =
      day === undefined || name === undefined
        ? rule
        : words.register.eachYear(`${String(Number(day))} ${name}`);
    return { head: what, isMono: false, text, small: citation };
  });
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

/** The methods as a table, numbered: what is computed, how, and after which document. */
export function methodsTable({ methods, words }: SheetInputs, number: number): SheetTable {
  const text = (head: string) => ({ head, sub: '', align: 'text' as const, decimals: 0 });
  return {
    kind: 'table',
    number: `${words.table} ${String(number)}`,
    title: words.register.methods,
    unit: '',
    columns: [text(words.register.how), text(words.register.citation)],
    rows: methods.map(({ title, formula, citation }) => ({
      item: '',
      label: title,
      weight: 'normal',
      cells: [formula, citation],
    })),
    notes: [],
    hasGradeKey: false,
  };
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
