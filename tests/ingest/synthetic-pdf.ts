import { createHash } from 'node:crypto';
import PDFDocument from 'pdfkit';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { openFile } from '../../src/ingest/open/open.ts';

/** The part of the writer that tests use beyond what the product does. */
export interface Paper {
  addPage(options?: object): this;
  font(name: string): this;
  fontSize(size: number): this;
  text(text: string, x: number, y: number, options?: object): this;
  image(bytes: Buffer, x: number, y: number, options?: object): this;
  rotate(degrees: number, options?: object): this;
  addContent(operators: string): this;
  end(): void;
  on(event: 'data', listener: (chunk: Uint8Array) => void): this;
  on(event: 'end', listener: () => void): this;
}

const Writer = PDFDocument as unknown as new (options: object) => Paper;

/** The bytes of a document that is drawn here. Documents of this file are synthetic: none is the bill of a utility. */
export function drawn(draw: (paper: Paper) => void, options: object = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const paper = new Writer({ size: 'A4', margin: 0, autoFirstPage: false, ...options });
    const chunks: Uint8Array[] = [];
    paper.on('data', (chunk) => chunks.push(chunk));
    paper.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    draw(paper);
    paper.end();
  });
}

/** The bytes as a file of the workspace. */
export function pdfFile(bytes: Uint8Array, path = 'may.pdf'): InputFile {
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** The file with its pages; fails where it is refused. */
export async function opened(bytes: Uint8Array, path?: string): Promise<InputFile> {
  const { files, findings } = await openFile(pdfFile(bytes, path));
  const [file] = files;
  if (!file) throw new Error(findings.map(({ message }) => message).join('\n'));
  return file;
}
