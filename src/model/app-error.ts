/** What went wrong in the use of the program or in I/O; what is wrong with the data is a finding instead. */
export interface AppErrorInfo {
  usage: { readonly what: string };
  'not-found': { readonly path: string };
  'not-readable': { readonly path: string; readonly why: string };
  'not-writable': { readonly path: string; readonly why: string };
  'unknown-id': { readonly kind: string; readonly id: string; readonly known: readonly string[] };
  'no-glyph': { readonly character: string; readonly text: string; readonly place: string };
  'broken-installation': { readonly path: string; readonly why: string };
}

export type AppErrorCode = keyof AppErrorInfo;

/** Thrown for misuse and I/O only; `code` tells which, `info` holds what is needed to act. */
export class AppError<C extends AppErrorCode = AppErrorCode> extends Error {
  readonly code: C;
  readonly info: AppErrorInfo[C];

  constructor(code: C, message: string, info: AppErrorInfo[C]) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.info = info;
  }
}

/** True for an AppError of the code. */
export function isAppError<C extends AppErrorCode>(error: unknown, code?: C): error is AppError<C> {
  return error instanceof AppError && (code === undefined || error.code === code);
}
