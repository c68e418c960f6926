// The part of fontkit 2.0 that is used here; it publishes no types.
declare module 'fontkit' {
  export interface Font {
    readonly unitsPerEm: number;
    readonly characterSet: readonly number[];
    glyphForCodePoint(codePoint: number): { readonly bbox: { readonly minX: number } };
  }
  export function create(bytes: Uint8Array): Font;
}
