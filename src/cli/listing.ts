import { type Done, EXIT } from './exit.ts';
import type { Terminal } from './terminal.ts';

/** The option of every listing. */
export interface JsonOption {
  readonly json?: boolean;
}

/** Prints a listing for a person, or as JSON. */
export function printListing(
  terminal: Terminal,
  done: Done,
  { json }: JsonOption,
  value: unknown,
  print: () => void,
): void {
  if (json) terminal.out(JSON.stringify(value, null, 2));
  else print();
  done(EXIT.fine);
}
