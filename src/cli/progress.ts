import type { Terminal } from './terminal.ts';

/** Told what the program is at, in a few words. */
export type Progress = (step: string) => void;

/** Progress lines on the error stream, where a person watches; silence elsewhere. */
export function progressOf(terminal: Terminal): Progress {
  if (!terminal.isWatched) return () => undefined;
  return (step) => {
    terminal.err(`... ${step}`);
  };
}
