export interface Verapdf {
  readonly java: string;
  readonly jar: string;
}

export interface Validation {
  readonly file: string;
  readonly profiles: readonly {
    readonly name: string;
    readonly isKept: boolean;
    readonly broken: readonly string[];
  }[];
  readonly failure?: string;
}

export function findVerapdf(): Verapdf | { readonly missing: string };
export function validate(verapdf: Verapdf, files: readonly string[]): readonly Validation[];
