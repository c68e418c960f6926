// The part of pdfkit 0.20 that is used here; the published types stand at 0.17 and lack the structure calls.
declare module 'pdfkit' {
  import type { Readable } from 'node:stream';
  import type { Font } from 'fontkit';

  export interface DocumentOptions {
    size: 'A4';
    margin: number;
    pdfVersion: '1.7';
    subset: 'PDF/A-3a';
    tagged: true;
    lang: string;
    displayTitle: true;
    font: null;
    bufferPages: true;
    autoFirstPage: false;
    info: DocumentInfo;
  }

  export interface DocumentInfo {
    Title: string;
    Author: string;
    Subject: string;
    Keywords: string;
    Creator: string;
    Producer: string;
    CreationDate: Date;
    ModDate: Date;
  }

  export interface Reference {
    readonly data: Record<string, unknown>;
    end(data?: Uint8Array): void;
  }

  export interface StructureOptions {
    title?: string;
    alt?: string;
    expanded?: string;
    actual?: string;
    scope?: 'Column' | 'Row';
    bbox?: readonly [number, number, number, number];
  }

  export interface StructureElement {
    readonly dictionary: Reference;
    add(child: StructureElement | (() => void)): this;
    end(): void;
  }

  export interface ArtifactOptions {
    type: 'Pagination' | 'Layout' | 'Background';
    attached?: readonly string[];
  }

  export interface LinkOptions {
    structParent: StructureElement;
    Contents: object;
  }

  export interface FileOptions {
    name: string;
    type: string;
    relationship: string;
    description: string;
    creationDate: Date;
    modifiedDate: Date;
  }

  export interface OutlineItem {
    addItem(
      title: string,
      options: {
        fit: false;
        left: number;
        top: number;
        zoom: 0;
        pageNumber: number;
        expanded?: boolean;
      },
    ): OutlineItem;
  }

  export default class PDFDocument extends Readable {
    constructor(options: DocumentOptions);
    info: DocumentInfo;
    readonly outline: OutlineItem;
    addPage(): this;
    switchToPage(index: number): unknown;
    appendXML(xml: string): void;
    endMetadata(): void;
    ref(data?: unknown): Reference;
    end(): this;

    registerFont(name: string, font: Font): this;
    font(name: string): this;
    fontSize(size: number): this;
    widthOfString(text: string): number;
    text(
      text: string,
      x: number,
      y: number,
      options: { lineBreak: false; baseline: 'alphabetic' },
    ): this;

    save(): this;
    restore(): this;
    translate(x: number, y: number): this;
    rotate(degrees: number): this;
    lineWidth(width: number): this;
    dash(length: number, options: { space: number }): this;
    path(d: string): this;
    fill(colour: string): this;
    stroke(colour: string): this;
    fillAndStroke(fill: string, stroke: string): this;
    fillColor(colour: string): this;

    struct(type: string, options: StructureOptions): StructureElement;
    addStructure(element: StructureElement): this;
    markContent(tag: 'Artifact', options: ArtifactOptions): this;
    endMarkedContent(): this;
    addNamedDestination(name: string, kind: 'XYZ', x: number, y: number, zoom: null): void;
    goTo(x: number, y: number, w: number, h: number, name: string, options: LinkOptions): this;
    file(bytes: Uint8Array, options: FileOptions): unknown;
  }
}
