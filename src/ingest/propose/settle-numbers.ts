import { quoted } from '../wording.ts';
import type { Job } from './job.ts';
import { amountIn, type NumberForm, numberReadings } from './number-form.ts';
import type { Option } from './proposal.ts';

const MARKS: Readonly<Record<string, string>> = {
  '': 'no mark',
  '.': 'the point',
  ',': 'the comma',
  ' ': 'the blank',
  "'": 'the apostrophe',
};

/** Settles how the numbers of the mapped columns are written; undefined while that is open. */
export function settleNumbers(job: Job): NumberForm | undefined {
  const { desk, spec, columns } = job;
  const cells = spec.roles.flatMap(({ key, holds }) => {
    if (holds !== 'number' && holds !== 'amount') return [];
    const texts = columns.get(key)?.texts ?? [];
    return holds === 'amount' ? texts.map(amountIn) : texts;
  });
  const all = numberReadings(cells);
  const saidDecimal = desk.answer('decimal');
  const saidThousands = desk.answer('thousands');
  const left = all.filter(
    ({ form }) =>
      (saidDecimal ?? form.decimal) === form.decimal &&
      (saidThousands === undefined || noneAsBlank(saidThousands) === form.thousands),
  );
  const [only, ...others] = left;
  const isOpen = others.some(({ form }) => form.decimal !== only?.form.decimal);
  const options = (of: keyof NumberForm): readonly Option[] =>
    all.map(({ form, cell, value }) => ({
      value: form[of] === '' ? 'none' : form[of],
      why: `${quoted(cell)} is ${value}`,
    }));
  if (only && others.length > 0) {
    const of = isOpen ? 'decimal' : 'thousands';
    const why = `The number ${quoted(only.cell)} can be read in ${String(left.length)} ways. Which mark is it that ${of === 'decimal' ? 'divides whole units from parts' : 'groups thousands'}?`;
    desk.settle({ id: of, what: WHAT[of], options: options(of), why });
    return undefined;
  }
  const form = only?.form ?? saidForm(saidDecimal, saidThousands);
  settleMarks(job, form, only?.cell);
  return form;
}

const WHAT = { decimal: 'decimal mark', thousands: 'thousands mark' } as const;

function noneAsBlank(said: string): string {
  return said === 'none' ? '' : said;
}

function saidForm(decimal: string | undefined, thousands: string | undefined): NumberForm {
  const known = (['', ',', '.', ' ', "'"] as const).find(
    (mark) => mark === noneAsBlank(thousands ?? ''),
  );
  return { decimal: decimal === ',' ? ',' : '.', thousands: known ?? '' };
}

/** What departs from a point and no grouping is named, so that a person sees it. */
function settleMarks(
  { desk }: Job,
  { decimal, thousands }: NumberForm,
  cell: string | undefined,
): void {
  const isPlain = decimal === '.' && thousands === '';
  const shown = cell === undefined ? '' : `; it is seen in ${quoted(cell)}`;
  const options = (marks: readonly string[]) =>
    marks.map((mark) => ({ value: mark === '' ? 'none' : mark, why: MARKS[mark] ?? mark }));
  if (!isPlain || desk.answer('decimal') !== undefined) {
    const why = `${MARKS[decimal] ?? ''} divides whole units from parts in every number`;
    desk.settle({
      id: 'decimal',
      what: WHAT.decimal,
      value: decimal,
      why,
      options: options(['.', ',']),
    });
  }
  if (thousands !== '' || desk.answer('thousands') !== undefined) {
    const value = thousands === '' ? 'none' : thousands;
    const why = `${MARKS[thousands] ?? ''} groups thousands${shown}`;
    const all = options(['', ',', '.', ' ', "'"]);
    desk.settle({ id: 'thousands', what: WHAT.thousands, value, why, options: all });
  }
}
