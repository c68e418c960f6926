import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { ZipFile } from 'yazl';
import { openFile } from '../../src/ingest/open/open.ts';
import { zipOf } from '../hostile/zip-of.ts';
import { given } from './given.ts';

const SAMPLES = '../shared/data';
const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const hash = (content: string) => createHash('sha256').update(content).digest('hex');

async function opened(bytes: Uint8Array, path = 'exports/2025.zip') {
  const { files, findings } = await openFile(given(bytes, path));
  return {
    files: files.map((file) => [file.path, text(file.bytes)]),
    hashes: files.map(({ sha256 }) => sha256),
    said: findings.map(({ code, severity, message, at }) => ({ code, severity, message, at })),
  };
}

test('the members that another program packed stand under the path of the archive, with hashes of their own', async () => {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from('a\n1\n'), 'january.csv');
  zip.addBuffer(Buffer.from('a\n2\n'), 'later/février.csv', { compress: false });
  zip.end();
  const { files, hashes, said } = await opened(await buffer(zip.outputStream));
  expect(files).toEqual([
    ['exports/2025.zip/january.csv', 'a\n1\n'],
    ['exports/2025.zip/later/février.csv', 'a\n2\n'],
  ]);
  expect(hashes).toEqual([hash('a\n1\n'), hash('a\n2\n')]);
  expect(said).toEqual([]);
});

test.each([
  ['exports/a.csv.gz', 'exports/a.csv.gz/a.csv'],
  ['A.CSV.GZ', 'A.CSV.GZ/A.CSV'],
  ['a.csv', 'a.csv/a.csv'],
])('the file in %s is %s', async (path, member) => {
  expect((await opened(gzipSync('a\n1\n'), path)).files).toEqual([[member, 'a\n1\n']]);
});

test('gzip may hold several parts, which are one file', async () => {
  const parts = Buffer.concat([gzipSync('a\n1\n'), gzipSync('2\n')]);
  expect((await opened(parts, 'a.gz')).files).toEqual([['a.gz/a', 'a\n1\n2\n']]);
});

test('an archive within an archive is opened, and its members say where they stand', async () => {
  const inner = zipOf({ name: 'b.csv', data: 'b\n1\n' });
  const packed = gzipSync('c\n1\n');
  const { files } = await opened(
    zipOf({ name: 'in.ZIP', data: inner }, { name: 'c.csv.gz', data: packed }),
  );
  expect(files).toEqual([
    ['exports/2025.zip/in.ZIP/b.csv', 'b\n1\n'],
    ['exports/2025.zip/c.csv.gz/c.csv', 'c\n1\n'],
  ]);
});

test('what stands in an archive is decoded as any other file', async () => {
  const member = Buffer.from('Zähler,Verbrauch\n1,2\n', 'latin1');
  const { files, said } = await opened(zipOf({ name: 'a.csv', data: member }));
  expect(files).toEqual([['exports/2025.zip/a.csv', 'Zähler,Verbrauch\n1,2\n']]);
  expect(said).toMatchObject([
    { code: 'IN-ENCODING', severity: 'info', at: { file: 'exports/2025.zip/a.csv' } },
  ]);
});

test('folders and what macOS adds are passed over, and named', async () => {
  const { files, said } = await opened(
    zipOf(
      { name: 'a/', data: '', method: 0 },
      { name: 'a/b.csv', data: 'b\n1\n' },
      { name: '__MACOSX/a/._b.csv' },
      { name: 'a/.DS_Store' },
    ),
  );
  expect(files).toEqual([['exports/2025.zip/a/b.csv', 'b\n1\n']]);
  expect(said).toEqual([
    {
      code: 'IN-ARCHIVE',
      severity: 'info',
      message:
        '3 members of exports/2025.zip were passed over, as folders or additions of macOS: "a/", "__MACOSX/a/._b.csv", "a/.DS_Store".',
      at: { file: 'exports/2025.zip' },
    },
  ]);
});

test.each([
  ['leads out of the archive', { name: '../b.csv' }, '"../b.csv"'],
  ['is an absolute path', { name: '/b.csv' }, '"/b.csv"'],
  ['holds a backslash', { name: 'a\\b.csv' }, '"a\\b.csv"'],
  ['names a drive', { name: 'c:b.csv' }, '"c:b.csv"'],
  ['is a symbolic link', { name: 'b.csv', mode: 0o120777 }, '"b.csv"'],
  ['is encrypted', { name: 'b.csv', flags: 1 }, '"b.csv"'],
  ['stands in it twice', { name: 'sound.csv' }, '"sound.csv"'],
  ['does not agree with its check sum', { name: 'b.csv', crc: 7 }, '"b.csv"'],
  ['not enough bytes', { name: 'b.csv', size: 70 }, '"b.csv"'],
  ['too many bytes', { name: 'b.csv', size: 7 }, '"b.csv"'],
  ['another size stands before it', { name: 'b.csv', localSize: 7 }, '"b.csv"'],
  ['packed by method 14', { name: 'b.csv', method: 14 }, '"b.csv"'],
  ['unpacks to more than 200 times', { name: 'b.csv', data: '0'.repeat(11 * 2 ** 20) }, '"b.csv"'],
  ['more than 2 GiB', { name: 'b.csv', size: 2 ** 31 }, '"b.csv"'],
])('of an archive with a member that %s nothing is read', async (why, member, name) => {
  const { files, said } = await opened(zipOf({ name: 'sound.csv' }, member));
  expect(files).toEqual([]);
  expect(said).toMatchObject([
    { code: 'IN-ARCHIVE', severity: 'critical', at: { file: 'exports/2025.zip' } },
  ]);
  expect(said[0]?.message).toContain(why);
  expect(said[0]?.message).toContain(name);
});

test('what is refused within an archive refuses all of it, and is named where it stands', async () => {
  const inner = zipOf({ name: '../evil.csv' });
  const { files, said } = await opened(
    zipOf({ name: 'sound.csv' }, { name: 'in.zip', data: inner }),
  );
  expect(files).toEqual([]);
  expect(said).toMatchObject([{ at: { file: 'exports/2025.zip/in.zip' } }]);
});

test('ten thousand members are read, one more is not', async () => {
  const members = Array.from({ length: 10_000 }, (_, i) => ({
    name: `${String(i)}.csv`,
    method: 0,
  }));
  expect((await opened(zipOf(...members))).files).toHaveLength(10_000);
  const { files, said } = await opened(zipOf(...members, { name: 'x.csv' }));
  expect(files).toEqual([]);
  expect(said[0]?.message).toContain('more than 10,000 members');
}, 30_000);

test('zeros that unpack to ten mebibytes are let through, though they pack a thousandfold', async () => {
  const member = { name: 'a.bin', data: `a\n${'0\n'.repeat(5 * 2 ** 20 - 1)}` };
  const { files, said } = await opened(zipOf(member));
  expect(said).toEqual([]);
  expect(files[0]?.[1]).toHaveLength(10 * 2 ** 20);
});

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

ifThere('public samples', () => {
  const packed = isThere
    ? readdirSync(SAMPLES, { recursive: true, encoding: 'utf8' }).filter((name) =>
        /\.(zip|csv\.gz)$/i.test(name),
      )
    : [];

  test('every archive opens with one member and nothing to say', async () => {
    const faults: string[] = [];
    for (const name of packed) {
      const { files, said } = await opened(readFileSync(join(SAMPLES, name)), name);
      if (files.length !== 1 || said.length > 0) faults.push(name);
    }
    // 94 packs of NEM12, 61 of NEM13, one of mixed intervals; four tables in gzip
    expect(packed.length).toBeGreaterThanOrEqual(160);
    expect(faults).toEqual([]);
  });
});
