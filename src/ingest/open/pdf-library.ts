type Library = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** Kinds of the platform's browser cousins that the library names when it loads, and that reading text never uses. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

let library: Promise<Library> | undefined;

/** The reader of PDF documents, loaded when the first one comes: it is large, and few inputs are PDF. */
export function pdfLibrary(): Promise<Library> {
  library ??= loaded();
  return library;
}

/** Stands in for what a machine without a canvas lacks, so that text is read on every machine alike. */
async function loaded(): Promise<Library> {
  const missing = DRAWING.filter((name) => !(name in globalThis));
  Object.assign(globalThis, Object.fromEntries(missing.map((name) => [name, Object])));
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    for (const name of missing) Reflect.deleteProperty(globalThis, name);
  }
}
