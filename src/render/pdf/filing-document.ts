import PDFDocument from 'pdfkit';
import type { DocumentInfo, Reference } from 'pdfkit';
import type { Sheet } from '../../model/sheet.ts';
import { FACES, fontOf } from './fonts.ts';

/** A string object of PDF; plain strings are names there. */
export function pdfString(text: string): object {
  return new String(text);
}

/** A pdfkit document that is PDF/A-3a and PDF/UA-1, with what pdfkit itself leaves wrong put right. */
export class FilingDocument extends PDFDocument {
  /** pdfkit writes these into the XMP packet as they are, where `A & B` breaks the XML. */
  override endMetadata(): void {
    const plain = this.info;
    this.info = escaped(plain);
    super.endMetadata();
    this.info = plain;
  }

  /** pdfkit writes the check sum of a file as 32 digits of text, where PDF asks for its 16 bytes. */
  override ref(data?: unknown): Reference {
    return super.ref(isEmbeddedFile(data) ? withBinaryCheckSum(data) : data);
  }

  /** Everything written, once the document is closed. */
  finished(): Uint8Array {
    this.end();
    // written synchronously: what is not there now never comes
    const bytes: unknown = this.read();
    if (!(bytes instanceof Uint8Array) || !isComplete(bytes)) {
      throw new Error('The PDF was not written to its end: a structure element is not attached.');
    }
    return bytes;
  }
}

function isComplete(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(-8)).includes('%%EOF');
}

interface EmbeddedFile {
  readonly Params: { readonly CheckSum: { toString: () => string } };
}

function isEmbeddedFile(data: unknown): data is EmbeddedFile {
  return (
    typeof data === 'object' && data !== null && 'Type' in data && data.Type === 'EmbeddedFile'
  );
}

function withBinaryCheckSum(file: EmbeddedFile): EmbeddedFile {
  const digits = file.Params.CheckSum.toString();
  return { ...file, Params: { ...file.Params, CheckSum: Buffer.from(digits, 'hex') } };
}

function escaped(info: DocumentInfo): DocumentInfo {
  return {
    ...info,
    Title: xmlText(info.Title),
    Author: xmlText(info.Author),
    Subject: xmlText(info.Subject),
    Keywords: xmlText(info.Keywords),
  };
}

function xmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** An empty document for the sheet. Its /ID follows from the information, which holds the hash of the data. */
export function openDocument(sheet: Sheet): FilingDocument {
  const created = new Date(sheet.created);
  const document = new FilingDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    tagged: true,
    lang: sheet.language,
    displayTitle: true,
    font: null,
    bufferPages: true,
    autoFirstPage: false,
    info: {
      Title: `${sheet.entity}: ${sheet.title}`,
      Author: sheet.entity,
      Subject: sheet.standard,
      Keywords: `sha256:${sheet.hash}`,
      Creator: 'Hashprint',
      Producer: 'Hashprint',
      CreationDate: created,
      ModDate: created,
    },
  });
  for (const face of FACES) document.registerFont(face, fontOf(face));
  document.appendXML(UNIVERSAL_ACCESSIBILITY);
  return document;
}

/** Says that the file is PDF/UA-1, and describes that statement as PDF/A asks of any it does not know. */
const UNIVERSAL_ACCESSIBILITY = `
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
  <pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about=""
    xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
    xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
      <pdfaProperty:name>part</pdfaProperty:name>
      <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
      <pdfaProperty:category>internal</pdfaProperty:category>
      <pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
    </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;
