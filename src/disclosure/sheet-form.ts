import type { AttestationBlock, FormBlock, FormField } from '../model/documents/template.ts';
import type { SheetAttestation, SheetForm, SheetFormField } from '../model/sheet.ts';
import { printedNumber, printedUnit, withUnit } from './format.ts';
import { factOf, type SheetInputs } from './sheet-inputs.ts';

/** The boxes of a form; a row whose items nobody states and nobody must is left out. */
export function formOf(inputs: SheetInputs, { rows }: FormBlock): SheetForm {
  return {
    kind: 'form',
    rows: rows.flatMap(({ fields }) => {
      const shown = fields.flatMap((field) => fieldOf(inputs, field));
      const [first] = fields;
      const definition = inputs.template.facts.find(({ id }) => id === first?.fact);
      return shown.length === 0 ? [] : [{ item: definition?.item ?? '', fields: shown }];
    }),
  };
}

function fieldOf(inputs: SheetInputs, { fact: id, width }: FormField): SheetFormField[] {
  const { disclosure, template, words } = inputs;
  const fact = factOf(disclosure, id);
  const definition = template.facts.find((one) => one.id === id);
  if (!fact || !definition) return [];
  const { label, grade, value, unit } = fact;
  if (value === null) return [{ label, value: fact.reason ?? '', width, state: 'missing', grade }];
  const isNumber = fact.exact !== null;
  const printed = isNumber
    ? withUnit(printedNumber(value, words.numbers), printedUnit(unit))
    : value;
  return [
    {
      label,
      value: printed,
      width,
      state: grade === 'M' ? 'unverified' : 'value',
      ...(definition.choices && {
        choices: definition.choices.map((choice) => ({
          label: choice,
          isChosen: choice === value,
        })),
      }),
      grade,
    },
  ];
}

/** The sentence that an officer signs, with places for name, title, date and seal. */
export function attestationOf(inputs: SheetInputs, block: AttestationBlock): SheetAttestation {
  const { disclosure, labels, words } = inputs;
  const place = (label: string, id: string) => {
    const value = factOf(disclosure, id)?.value ?? null;
    return { label, value: value ?? words.attestation.notStated, isOpen: value === null };
  };
  return {
    kind: 'attestation',
    title: words.attestation.title,
    statement: labels.texts['attestation'] ?? '',
    places: [
      place(words.attestation.name, block.name),
      place(words.attestation.office, block.title),
      { label: words.attestation.date, value: words.attestation.notSigned, isOpen: true },
      { label: words.attestation.seal, value: words.attestation.none, isOpen: true },
    ],
  };
}
