import { constants } from 'node:buffer';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { openFile } from '../../src/ingest/open/open.ts';
import type { Encoding } from '../../src/ingest/table/encoding.ts';
import { decodedText } from '../../src/ingest/table/text.ts';
import { codes, given } from './given.ts';

const CSV = 'Day,Usage (kWh)\n1,2\n';

async function read(bytes: Uint8Array | string, declared?: Encoding) {
  const file = given(bytes);
  const { files, findings } = await openFile(file, declared);
  return {
    text: files[0] && new TextDecoder().decode(files[0].bytes),
    hash: files[0]?.sha256 === file.sha256,
    codes: codes(findings),
    says: findings.map(({ message }) => message).join(' '),
  };
}

const encoded = (text: string, encoding: string) => Uint8Array.from(iconv.encode(text, encoding));

test.each([
  ['windows-1252', 'Zähler,Verbrauch (kWh)\n1,2\n'],
  ['windows-1252', 'Début,Énergie consommée\n1,2\n'],
  ['windows-1252', 'Fecha,Consumo eléctrico\n1,2\n'],
  ['windows-1252', 'Fra,Til,Strømforbruk,Målt\n1,2,3,4\n'],
  ['windows-1252', 'Alkuaika,Määrä\n1,2\n'],
  ['windows-1252', 'Sítio,Observação\n1,2\n'],
  ['windows-1252', 'Day,Cost (£)\n1,2\n'],
  ['windows-1252', 'Day,Temp (°C),m³\n1,2,3\n'],
  ['windows-1252', 'Day,Cost €\n1,2\n'],
  ['windows-1252', 'Relevé d’énergie – année\n1\n'],
  ['windows-1252', 'Day,Usage\n1,"1\u00a0234"\n'],
  ['shift_jis', '日付,使用量(kWh)\n1,2\n'],
  ['shift_jis', '開始日,終了日,電力使用量 kWh,備考\n1,2,3,検針\n'],
  ['utf-16le', 'Jour,Énergie\n1,2\n'],
  ['utf-16be', CSV],
] as const)('%s is seen for certain in %j, and told', async (encoding, text) => {
  const bytes = encoded(text, encoding);
  const seen = await read(bytes);
  expect(seen).toMatchObject({ text, hash: true, codes: ['IN-ENCODING info -'] });
  expect(seen.says).toContain(`was read as ${encoding}: `);
  expect(seen.says).toContain(`Declare csv: { encoding: ${encoding} }`);
  expect(await read(bytes, encoding)).toMatchObject({ text, hash: true, codes: [] });
});

test.each([
  ['windows-1250', 'Datum,Spotřeba\n1,2\n', 'byte 10 is 0xF8'],
  ['windows-1250', 'Data,Zużycie energii\n1,2\n', 'byte 7 is 0xBF'],
  ['windows-1250', 'Dátum,Fogyasztás,Mérő\n1,2,3\n', 'byte 1 is 0xE1'],
  ['windows-1251', 'Дата,Потребление\n1,2\n', 'byte 0 is 0xC4'],
  ['windows-1253', 'Ημερομηνία,Κατανάλωση\n1,2\n', 'byte 0 is 0xC7'],
  ['windows-1254', 'Tüketim,Başlangıç\n1,2\n', 'byte 1 is 0xFC'],
  ['koi8-r', 'Дата,Потребление\n1,2\n', 'byte 0 is 0xE4'],
  ['cp850', 'Zähler,Verbrauch für\n1,2\n', 'byte 1 is 0x84'],
  ['macroman', 'Début,Fin,Énergie\n1,2,3\n', 'byte 1 is 0x8E'],
  ['euc-jp', '開始日,電力使用量 kWh\n1,2\n', 'byte 0 is 0xB3'],
  ['gbk', '开始日期,结束日期,用电量\n1,2,3\n', 'byte 0 is 0xBF'],
  ['big5', '開始日期,結束,用電量\n1,2,3\n', 'byte 0 is 0xB6'],
  ['euc-kr', '시작,종료,사용량\n1,2,3\n', 'byte 0 is 0xBD'],
  ['shift_jis', 'ﾒｰﾀｰ,ﾃﾞﾝﾘｮｸ\n1,2\n', 'byte 2 is 0xC0'],
  ['windows-1252', 'Day,é\n1,2\n', 'byte 4 is 0xE9'],
  ['windows-1252', 'Day,Á\u00c1\n1,2\n', 'byte 4 is 0xC1'],
])('%s in %j is nothing certain, and refused by its first byte', async (encoding, text, says) => {
  const seen = await read(encoded(text, encoding));
  expect(seen).toMatchObject({ text: undefined, codes: ['IN-ENCODING critical -'] });
  expect(seen.says).toContain(says);
});

test('the byte of a fault is counted from the beginning of the file, however large it is', async () => {
  const good = Buffer.from('1,2\n'.repeat(3_000_000));
  const { says } = await read(Buffer.concat([good, Buffer.from([0xe9, 0x0a])]));
  expect(says).toContain('byte 12000000 is 0xE9');
  const zero = await read(Buffer.concat([good, Buffer.from([0x00, 0x0a])]));
  expect(zero).toMatchObject({ codes: ['IN-NOT-TEXT critical -'] });
  expect(zero.says).toContain('a zero byte stands at 12000000');
});

test('the byte of a fault is the same wherever the parts fall in which a file is looked through', async () => {
  const text = 'é€𝄞1'.repeat(20_000);
  const good = encoded(text, 'utf8');
  for (const at of [0, 65_530, 65_532, 65_535, 65_536, 131_071, 131_080]) {
    // a byte that begins nothing stands where a character begins
    const begin = good.findLastIndex((byte, i) => i <= at && (byte & 0xc0) !== 0x80);
    const { says } = await read(Uint8Array.from(good, (byte, i) => (i === begin ? 0xff : byte)));
    expect(says).toContain(`byte ${String(begin)} is 0xFF`);
  }
  const { says } = await read(good.subarray(0, good.length - 2));
  expect(says).toContain(`byte ${String(good.length - 5)} is 0xF0`);
});

test.each([
  ['utf-8', encoded('é,\n', 'latin1'), 'byte 0 is 0xE9'],
  ['utf-16le', encoded(CSV, 'utf8'), 'no byte of the file is zero'],
  ['utf-16le', encoded(`${CSV}x`, 'utf-16le').subarray(0, -1), 'byte 40 is 0x78, half of'],
  ['utf-16le', encoded(`\ufeff${CSV}`, 'utf-16be'), 'the byte order mark of utf-16be'],
  ['utf-16be', Uint8Array.of(0, 0x31, 0xd8, 0, 0, 0x0a), 'byte 2 is 0xD8, half of a pair'],
  ['utf-16be', Uint8Array.of(0, 0x31, 0, 0, 0, 0x0a), 'byte 2 is 0x00'],
  ['windows-1252', encoded('Début\n', 'utf8'), 'byte 1 is 0xC3 and begins a character of UTF-8'],
  ['windows-1252', Uint8Array.of(0x31, 0x81, 0x0a), 'byte 1 is 0x81'],
  ['iso-8859-1', Uint8Array.of(0x31, 0x93, 0x0a), 'byte 1 is 0x93'],
  ['shift_jis', Uint8Array.of(0x93, 0xfa, 0xff, 0x0a), 'byte 2 is 0xFF'],
  ['shift_jis', Uint8Array.of(0x31, 0x93), 'byte 1 is 0x93'],
] as const)('a file declared as %s that is none is refused', async (declared, bytes, says) => {
  const seen = await read(bytes, declared);
  expect(seen).toMatchObject({ text: undefined, codes: ['IN-ENCODING critical -'] });
  expect(seen.says).toContain(`is declared as ${declared}, but `);
  expect(seen.says).toContain(says);
});

test('plain ASCII is what every declaration but that of UTF-16 says', async () => {
  for (const declared of ['utf-8', 'windows-1252', 'iso-8859-1', 'shift_jis'] as const) {
    expect(await read(CSV, declared)).toMatchObject({ text: CSV, codes: [] });
  }
});

const XML = '<?xml version="1.0" encoding="ENC"?>\n<feed>Zähler</feed>\n';

test.each([
  ['UTF-8', 'utf8'],
  ['iso-8859-1', 'latin1'],
  ['Windows-1252', 'windows-1252'],
  ['UTF-16', 'utf-16le'],
  ['utf-16', 'utf-16be'],
  ['UTF-16BE', 'utf-16be'],
])('XML that declares %s is read so, and then says that it is UTF-8', async (name, encoding) => {
  const { text, codes: told } = await read(encoded(XML.replace('ENC', name), encoding));
  expect(text?.replace('utf-8', 'UTF-8')).toBe(XML.replace('ENC', 'UTF-8'));
  expect(told).toEqual([]);
});

test('XML in Shift-JIS is read by its declaration', async () => {
  const text = '<?xml version="1.0" encoding="Shift_JIS"?>\n<feed>電力</feed>\n';
  expect((await read(encoded(text, 'shift_jis'))).text).toBe(text.replace('Shift_JIS', 'UTF-8'));
});

test.each([
  ['KOI8-R', 'utf8', 'in "KOI8-R", but that is not read here'],
  ['utf-16', 'utf8', 'in "utf-16", but byte 0 is 0x3C, and no byte of the file is zero'],
  ['iso-8859-1', 'utf8', 'begins a character of UTF-8'],
  ['UTF-8', 'latin1', 'which is not UTF-8 there'],
])('XML that declares %s over bytes of %s is refused by name', async (name, encoding, says) => {
  const seen = await read(encoded(XML.replace('ENC', name), encoding));
  expect(seen).toMatchObject({ text: undefined, codes: ['IN-ENCODING critical -'] });
  expect(seen.says).toContain(says);
});

test('whatever the bytes, they are text of that encoding or refused, and none is replaced', async () => {
  const declared = fc.constantFrom<(Encoding | undefined)[]>(
    undefined,
    'utf-8',
    'utf-16le',
    'utf-16be',
    'windows-1252',
    'iso-8859-1',
    'shift_jis',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 60 }),
    fc.uint8Array({ minLength: 1, maxLength: 60 }).map((all) => all.map((byte) => byte | 0x80)),
    fc.string({ unit: 'binary', minLength: 1 }).map((text) => Buffer.from(text, 'utf16le')),
  );
  await fc.assert(
    fc.asyncProperty(bytes, declared, async (given, encoding) => {
      const { text, codes: told, says } = await read(given, encoding);
      expect(told.some((one) => one.includes('critical'))).toBe(text === undefined);
      expect(says).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 400 },
  );
});

test('a text longer than the platform holds is refused before it is decoded', () => {
  const file = given('');
  const bytes = new Uint8Array(constants.MAX_STRING_LENGTH + 1);
  expect(decodedText({ ...file, bytes }, 'CSV').refused).toMatchObject({ code: 'IN-STRUCTURE' });
});

const TEN = 10_000_000;

test.each([
  ['alone', '1'.repeat(TEN + 1), 1],
  ['after others', `a,b\r\n1,2\n${'1'.repeat(TEN + 1)}\n`, 3],
  ['after a bare CR', `a,b\r1,2\r${'1'.repeat(TEN + 1)}\n`, 3],
])('a line of more than ten megabytes %s is refused by its number', async (_, text, line) => {
  const seen = await read(text);
  expect(seen).toMatchObject({
    text: undefined,
    codes: [`IN-STRUCTURE critical ${String(line)}`],
  });
});

test('a line of ten megabytes is let through; JSON and XML are not made of lines', async () => {
  const one = '1'.repeat(TEN);
  for (const text of [`a,b\n${one}\n`, `["${one}"]`, `<a>${one}</a>`, `ISA*00*${one}~`]) {
    expect(await read(text)).toMatchObject({ text, codes: [] });
  }
});
