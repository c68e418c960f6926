import { createInterface } from 'node:readline';

/** Questions to a person, one after the other. */
export interface Asking {
  /** The line that was typed, without blanks around it; undefined where the person is gone (Ctrl-D). */
  readonly ask: (prompt: string) => Promise<string | undefined>;
  readonly close: () => void;
}

/** Asks on a pair of streams. Lines that arrive before they are asked for are kept. */
export function askingOn(input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Asking {
  const lines = createInterface({ input, output });
  const typed: string[] = [];
  const waiting: ((line: string | undefined) => void)[] = [];
  let isOver = false;
  lines.on('line', (line) => {
    const next = waiting.shift();
    if (next) next(line.trim());
    else typed.push(line.trim());
  });
  lines.on('close', () => {
    isOver = true;
    for (const next of waiting.splice(0)) next(undefined);
  });
  return {
    ask: (prompt) => {
      if (!isOver) {
        lines.setPrompt(prompt);
        lines.prompt();
      }
      const known = typed.shift();
      if (known !== undefined || isOver) return Promise.resolve(known);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => {
      lines.close();
    },
  };
}
