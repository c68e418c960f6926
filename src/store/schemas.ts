import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import type { BillTemplate } from '../model/documents/bill-template.ts';
import type { Disclosure } from '../model/documents/disclosure.ts';
import type { FactorSet } from '../model/documents/factor-set.ts';
import type { LedgerDocument } from '../model/documents/ledger.ts';
import type { Template } from '../model/documents/template.ts';
import type { Workspace } from '../model/documents/workspace.ts';
import { packageJson } from './installation.ts';

interface Documents {
  'bill-template': BillTemplate;
  workspace: Workspace;
  template: Template;
  'factor-set': FactorSet;
  ledger: LedgerDocument;
  disclosure: Disclosure;
}

/** The documents that have a schema. */
export type DocumentName = keyof Documents;

/** One departure of a document from its schema. */
export interface SchemaFault {
  /** JSON Pointer to the value at fault. */
  readonly pointer: string;
  readonly message: string;
}

const ajv = new Ajv2020({
  allErrors: true,
  verbose: true,
  strict: true,
  strictRequired: false,
  discriminator: true,
});
const compiled = new Map<DocumentName, ValidateFunction>();

function validatorOf(name: DocumentName): ValidateFunction {
  const known = compiled.get(name);
  if (known) return known;
  const validate = ajv.compile(packageJson(`schemas/${name}.schema.json`) as object);
  compiled.set(name, validate);
  return validate;
}

/** The value as a document of the named kind, or what is wrong with it. */
export function validated<N extends DocumentName>(
  name: N,
  value: unknown,
): { readonly document: Documents[N] } | { readonly faults: readonly SchemaFault[] } {
  const validate = validatorOf(name);
  if (validate(value)) return { document: value as Documents[N] };
  return { faults: faultsOf(validate.errors ?? []) };
}

/** One fault for each place and message; that no form of a choice fits is told by the faults within the forms. */
function faultsOf(errors: readonly ErrorObject[]): SchemaFault[] {
  const kept = errors.filter(({ keyword }) => keyword !== 'oneOf');
  const faults = (kept.length > 0 ? kept : errors).map((error) => ({
    pointer: pointerOf(error),
    message: messageOf(error),
  }));
  return faults.filter(
    (fault, i) =>
      faults.findIndex((g) => g.pointer === fault.pointer && g.message === fault.message) === i,
  );
}

function pointerOf(error: ErrorObject): string {
  const params = error.params as { additionalProperty?: string };
  return params.additionalProperty === undefined
    ? error.instancePath
    : `${error.instancePath}/${params.additionalProperty}`;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function messageOf(error: ErrorObject): string {
  const params = error.params as Record<string, unknown>;
  const value: unknown = error.data;
  switch (error.keyword) {
    case 'additionalProperties':
      return `the key "${String(params['additionalProperty'])}" is not known here`;
    case 'required':
      return `the key "${String(params['missingProperty'])}" is missing`;
    case 'enum':
      return `${shown(value)} is not one of ${(params['allowedValues'] as unknown[]).map(String).join(', ')}`;
    case 'const':
      return `${shown(value)} must be ${shown(params['allowedValue'])}`;
    case 'type':
      return `${shown(value)} must be ${typeName(params['type'])}`;
    case 'discriminator':
      return `the kind ${shown(params['tagValue'])} is not known; write bills, readings, certificates, hashrate or fleet`;
    case 'pattern':
      return `${shown(value)} is not of the form asked for (${hintOf(error)})`;
    default:
      return `${shown(value)} ${error.message ?? 'is not valid'}`;
  }
}

function typeName(type: unknown): string {
  if (type === 'string') return 'a text; put it between quotes';
  if (type === 'array') return 'a list';
  return type === 'object' ? 'a group of keys' : `of type ${String(type)}`;
}

function hintOf(error: ErrorObject): string {
  const parent = error.parentSchema as { description?: string; pattern?: string } | undefined;
  return parent?.description ?? `pattern ${parent?.pattern ?? ''}`;
}
