/** The words of one template edition in one language; keys are ids of the template. */
export interface Labels {
  /** `{year}` is replaced by the period. */
  readonly title: string;
  readonly standard: string;
  readonly disclaimer: string;
  readonly sections: Readonly<Record<string, string>>;
  readonly tables: Readonly<Record<string, string>>;
  readonly charts: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, string>>;
  /** For each check, what is wrong when it does not hold. */
  readonly checks: Readonly<Record<string, string>>;
  /** For each rule of applicability, why it gives its outcome; `otherwise` where none holds. */
  readonly applicability: Readonly<Record<string, string>>;
  readonly cover: { readonly measurement: readonly [string, string] };
}
