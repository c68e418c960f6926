import type { PDFPageProxy } from 'pdfjs-dist';
import type { PageText } from '../input-file.ts';

interface Item {
  readonly str: string;
  readonly width: number;
  readonly transform: readonly number[];
}

type Matrix = readonly [number, number, number, number, number, number];

/** The texts of a page as it is shown: turned pages upright, measured from the lower left corner of what is shown. */
export async function textsOf(page: PDFPageProxy): Promise<PageText[]> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const shown = matrix(viewport.transform);
  return items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    return [placed(item, shown, viewport.height)];
  });
}

function matrix(all: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = all;
  return [a, b, c, d, e, f];
}

/** First `inner`, then `outer`. */
function combined(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [k, l, m, n, o, p] = inner;
  return [
    a * k + c * l,
    b * k + d * l,
    a * m + c * n,
    b * m + d * n,
    a * o + c * p + e,
    b * o + d * p + f,
  ];
}

/** The box around a run of characters, whichever way it is written. The viewport counts from the top. */
function placed({ str, width, transform }: Item, shown: Matrix, height: number): PageText {
  const [a, b, c, d, e, f] = combined(shown, matrix(transform));
  const along = Math.hypot(a, b) || 1;
  const size = Math.hypot(c, d);
  const up = size || 1;
  const [ux, uy] = [(a / along) * width, (-b / along) * width];
  const [vx, vy] = [(c / up) * size, (-d / up) * size];
  const xs = [0, ux, vx, ux + vx].map((x) => e + x);
  const ys = [0, uy, vy, uy + vy].map((y) => height - f + y);
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  return {
    text: str,
    x: left,
    y: bottom,
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - bottom,
  };
}
