import { finding } from '../../model/finding.ts';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { InputFile, Page } from '../input-file.ts';
import type { Opened } from './opened.ts';
import { pdfLibrary } from './pdf-library.ts';
import { textsOf } from './pdf-text.ts';
import { beginsWith } from './signature.ts';

const PDF = [0x25, 0x50, 0x44, 0x46];
const END = '%%EOF';
/** How far before the end of a file its end mark may stand. */
const TAIL = 2048;
const PAGES = 500;
const TEXTS = 200_000;
const SECONDS = 60;
/** Text that is laid invisibly over a picture, as machines do that read scans. */
const INVISIBLE = 3;

/** Why a document cannot be read. */
class PdfFault extends Error {}

/** True for a PDF document. */
export function isPdf({ bytes }: InputFile): boolean {
  return beginsWith(bytes, PDF);
}

/**
 * The document with its pages. Encrypted, damaged, endless and scanned documents are refused by name: of a scan no text
 * is to be had, and text that a machine has laid over one is a guess.
 */
export async function withPages(file: InputFile): Promise<Opened> {
  try {
    return { files: [{ ...file, pages: await pagesOf(file) }], findings: [] };
  } catch (error) {
    const why = error instanceof PdfFault ? error.message : reasonOf(error);
    const message = `${file.path} ${why}`;
    return { files: [], findings: [finding('IN-PDF', 'critical', message, { file: file.path })] };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'PasswordException') {
    return 'is encrypted and opens with a password only. Save a copy without one.';
  }
  return `cannot be read as a PDF document (${error.message}). Download it again.`;
}

async function pagesOf({ bytes }: InputFile): Promise<Page[]> {
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-TAIL));
  if (!tail.includes(END)) {
    throw new PdfFault('has no end mark: it is cut off. Download it again.');
  }
  const { getDocument } = await pdfLibrary();
  const task = getDocument({
    data: Uint8Array.from(bytes),
    verbosity: 0,
    isEvalSupported: false,
    stopAtErrors: true,
    enableXfa: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    useWasm: false,
    disableFontFace: true,
  });
  try {
    return await inTime((clock) => readPages(task.promise, clock));
  } finally {
    await task.destroy();
  }
}

/** Ends a wait when the time is over. */
type Clock = <T>(wait: Promise<T>) => Promise<T>;

async function inTime<T>(work: (clock: Clock) => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const seconds = String(SECONDS);
      reject(new PdfFault(`takes longer than ${seconds} seconds to read. Split it.`));
    }, SECONDS * 1000);
  });
  // nobody may be waiting when the time is over
  over.catch(() => undefined);
  try {
    return await work((wait) => Promise.race([wait, over]));
  } finally {
    clearTimeout(timer);
  }
}

async function readPages(opening: Promise<PDFDocumentProxy>, clock: Clock): Promise<Page[]> {
  const document = await clock(opening);
  if (document.numPages > PAGES) {
    const [count, limit] = [String(document.numPages), String(PAGES)];
    throw new PdfFault(`has ${count} pages, and ${limit} are read at most. Split it.`);
  }
  const pages: Page[] = [];
  let texts = 0;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await clock(document.getPage(number));
    const own = await clock(textsOf(page));
    texts += own.length;
    if (texts > TEXTS) throw new PdfFault('holds more text than a bill does. Split it.');
    await clock(requireShownText(page, own.length > 0));
    pages.push({ number, texts: own });
  }
  if (texts === 0) throw new PdfFault('holds no text on any page, so nothing is to be read of it.');
  return pages;
}

async function requireShownText(page: PDFPageProxy, hasText: boolean): Promise<void> {
  const { OPS } = await pdfLibrary();
  const { fnArray, argsArray } = await page.getOperatorList();
  const images: readonly number[] = [
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintInlineImageXObjectGroup,
  ];
  const number = String(page.pageNumber);
  if (!hasText && fnArray.some((operator) => images.includes(operator))) {
    const what = `is a scan: page ${number} holds a picture and no text, and pictures are not read. Ask for the bill as the utility issues it.`;
    throw new PdfFault(what);
  }
  const isHidden = fnArray.some((operator, i) => {
    const [mode] = (argsArray[i] ?? []) as readonly unknown[];
    return operator === OPS.setTextRenderingMode && mode === INVISIBLE;
  });
  if (isHidden) {
    const what = `holds text that is not shown on page ${number}, as scans have that a machine has read. Ask for the bill as the utility issues it.`;
    throw new PdfFault(what);
  }
}
