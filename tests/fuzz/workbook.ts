import { crc32 } from 'node:zlib';

/** A zip archive of stored members, as small as one can be. */
export function zipOf(members: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(members)) {
    const [label, data] = [Buffer.from(name), Buffer.from(content)];
    const sizes = Buffer.alloc(16);
    sizes.writeUInt32LE(crc32(data), 0);
    sizes.writeUInt32LE(data.length, 4);
    sizes.writeUInt32LE(data.length, 8);
    sizes.writeUInt16LE(label.length, 12);
    const stamp = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0x5a]);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), stamp, sizes, label, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.from([20, 0]),
        stamp,
        sizes,
        rest,
        label,
      ]),
    );
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(directory.length, 4);
  end.writeUInt16LE(directory.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\u0005\u0006'), end]);
}

const ROWS = [
  ['Portfolio Manager'],
  [],
  [
    'Property Id',
    'Property Name',
    'Portfolio Manager Meter ID',
    'Portfolio Manager ID',
    'Meter Name',
    'Meter Type',
    'Start Date',
    'End Date',
    'Usage/Quantity',
    'Usage Units',
    'Cost ($)',
  ],
  [
    '1',
    'A',
    '1008900001',
    '1',
    'M',
    'Electric - Grid',
    '45658',
    '45689',
    '1200.5',
    'kBtu (thousand Btu)',
    '13',
  ],
  [
    '1',
    'A',
    '1008900001',
    '1',
    'M',
    'Electric - Grid',
    '45689',
    '45717',
    '1100',
    'kBtu (thousand Btu)',
    'Not Available',
  ],
  ['1', 'A', '1008900002', '1', 'G', 'Natural Gas', '45658', '45689', '9', 'Some Unknown Unit', ''],
];

/** A workbook with one sheet of rows, texts in place and dates by their serial numbers. */
export function portfolioWorkbook(): Buffer {
  return changedWorkbook((sheet) => sheet);
}

/** The same with the text of its sheet changed; the archive around it is sound. */
export function changedWorkbook(change: (sheet: Buffer) => Buffer): Buffer {
  const cellOf = (text: string, row: number, column: number) => {
    const name = `${String.fromCharCode(65 + column)}${String(row)}`;
    const isDate = /^45\d{3}$/.test(text);
    if (isDate) return `<c r="${name}" s="1"><v>${text}</v></c>`;
    if (/^\d+(\.\d+)?$/.test(text)) return `<c r="${name}"><v>${text}</v></c>`;
    return `<c r="${name}" t="inlineStr"><is><t>${text}</t></is></c>`;
  };
  const rows = ROWS.map((cells, i) => {
    const written = cells.map((text, k) => (text === '' ? '' : cellOf(text, i + 1, k)));
    return `<row r="${String(i + 1)}">${written.join('')}</row>`;
  });
  const sheets = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const offices = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${offices}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${sheets}" xmlns:r="${offices}"><sheets><sheet name="Meter Entries" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${offices}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${offices}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${xml}<styleSheet xmlns="${sheets}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': change(
      Buffer.from(
        `${xml}<worksheet xmlns="${sheets}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
      ),
    ),
  });
}
