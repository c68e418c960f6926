import { extract, identify } from '../../src/ingest/bitcoin-headers/extract.ts';
import { joinDifficulty } from '../../src/ingest/difficulty-csv/join.ts';
import { present } from '../support/present.ts';
import { given, lines } from './given.ts';

/** The first three block headers of Bitcoin, as every node prints them. */
const HEADERS = [
  '0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c',
  '010000006fe28c0ab6f1b372c1a6a246ae63f74f931e8365e15a089c68d6190000000000982051fd1e4ba744bbbe680e1fee14677ba1a3c3540bf7b1cdb606e857233e0e61bc6649ffff001d01e36299',
  '010000004860eb18bf1b1620e37e9490fc8a427514416fd75159ab86688e9a8300000000d5fdcc541e25de1c7a5addedf24858b8bb665c9f36ef744ee42c316022c90f9bb0bc6649ffff001d08d2bd61',
] as const;

const ANSWERS = [
  {
    hash: '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
    height: 0,
    version: 1,
    merkleroot: '4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b',
    time: 1231006505,
    nonce: 2083236893,
    bits: '1d00ffff',
    difficulty: 1,
    chainwork: '0000000000000000000000000000000000000000000000000000000100010001',
  },
  {
    hash: '00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048',
    height: 1,
    version: 1,
    merkleroot: '0e3e2357e806b6cdb1f70b54c3a3a17b6714ee1f0e68bebb44a74b1efd512098',
    time: 1231469665,
    nonce: 2573394689,
    bits: '1d00ffff',
    difficulty: 1,
    chainwork: '0000000000000000000000000000000000000000000000000000000200020002',
    previousblockhash: '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
  },
];

function refusal(text: string) {
  const { records, findings } = extract(given(text, 'headers.txt'));
  expect(records).toEqual([]);
  expect(findings).toHaveLength(1);
  return present(findings[0]);
}

/** The header with one hexadecimal digit changed. */
function mutated(header: string, at: number): string {
  const digit = header[at] === '0' ? '1' : '0';
  return header.slice(0, at) + digit + header.slice(at + 1);
}

describe('headers in hexadecimal digits', () => {
  test.each([
    ['without heights, from the first block on', lines(...HEADERS)],
    ['with heights', lines(...HEADERS.map((header, i) => `${String(i)},${header}`))],
    ['with the height of the first one', `0, ${HEADERS.join('\r\n')}`],
  ])('%s', (_, text) => {
    const { records, findings, rows } = extract(given(text, 'headers.txt'));
    expect(findings).toEqual([]);
    expect(rows).toEqual({ read: 3, rejected: 0, duplicate: 0 });
    expect(records).toHaveLength(1);
    const [epoch] = records;
    expect(epoch).toMatchObject({
      firstHeight: 0,
      lastHeight: 2,
      from: 1231006505,
      to: 1231469744,
      bits: '1d00ffff',
      evidence: { file: 'headers.txt', at: { line: 1 } },
    });
    expect(epoch?.difficulty.toFraction()).toBe('1');
  });

  test('a header that stands alone says no height', () => {
    expect(refusal(lines(HEADERS[1]))).toMatchObject({
      code: 'IN-HEADERS',
      severity: 'critical',
      at: { file: 'headers.txt', line: 1 },
      message:
        'The first header of headers.txt (hash 00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048) does not say at which height it stands. Write the height and a comma before it.',
    });
    expect(extract(given(`1,${HEADERS[1]}`)).records[0]).toMatchObject({ firstHeight: 1 });
  });

  // version, previous hash, Merkle root, time and nonce: whatever is changed, the work is gone
  test.each([1, 10, 70, 140, 155])('a change of digit %d leaves no proof of work', (at) => {
    const found = refusal(lines(HEADERS[0], mutated(HEADERS[1], at), HEADERS[2]));
    expect(found).toMatchObject({ code: 'IN-HEADERS', at: { line: 2 } });
    expect(found.message).toMatch(
      /^The header of block 1 in headers\.txt has the hash [0-9a-f]{64}, which is above the target of its bits 1d00ffff\./,
    );
  });

  test('an easier target than Bitcoin allows is no work', () => {
    const easy = HEADERS[1].replace('ffff001d', 'ffff7f20');
    expect(refusal(lines(HEADERS[0], easy)).message).toContain(
      'The header of block 1 in headers.txt names the bits 207fffff, which Bitcoin does not allow.',
    );
    const negative = HEADERS[1].replace('ffff001d', 'ffff801d');
    expect(refusal(lines(HEADERS[0], negative)).message).toContain('names the bits 1d80ffff');
  });

  test('a header that is left out breaks the chain', () => {
    const found = refusal(lines(HEADERS[0], HEADERS[2]));
    expect(found.at.line).toBe(2);
    expect(found.message).toContain(
      'follows the block 00000000839a8e6886ab5951d76f411475428afc90947ee320161bbf18eb6048, and the header before it has the hash 000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f',
    );
  });

  test('a stated height must be the one that follows', () => {
    const found = refusal(lines(`0,${HEADERS[0]}`, `7,${HEADERS[1]}`));
    expect(found.message).toContain('The header of block 1 in headers.txt is stated to be block 7');
  });

  test('targets change at heights that 2,016 divides only', () => {
    // block 1 stated to be the last of its stretch: block 2 may then have another target, and has the same
    const { records } = extract(given(lines(`2015,${HEADERS[1]}`, HEADERS[2])));
    expect(records.map((epoch) => [epoch.firstHeight, epoch.lastHeight])).toEqual([
      [2015, 2015],
      [2016, 2016],
    ]);
    const joined = joinDifficulty([extract(given(lines(`2015,${HEADERS[1]}`, HEADERS[2])))]);
    expect(joined.records.map(({ from, to }) => [from, to])).toEqual([
      [1231469665, 1231469744],
      [1231469744, 1231469744],
    ]);
  });

  test('a line of another kind refuses the file', () => {
    const found = refusal(lines(HEADERS[0], HEADERS[1].slice(0, 158)));
    expect(found).toMatchObject({ code: 'IN-HEADERS', at: { line: 2 } });
    expect(found.message).toContain('where a block header of 160 hexadecimal digits is needed');
  });
});

describe('answers of a node', () => {
  const text = JSON.stringify(ANSWERS, undefined, 1);

  test('the bytes are put together again and hold the work', () => {
    const { records, findings } = extract(given(text, 'headers.json'));
    expect(findings).toEqual([]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ firstHeight: 0, lastHeight: 1, bits: '1d00ffff' });
    expect(records[0]?.evidence.at).toEqual({ line: 2, element: '/0' });
    expect(extract(given(JSON.stringify(ANSWERS[1]))).records).toHaveLength(1);
  });

  test('a part that was changed gives another hash', () => {
    const found = refusal(text.replace('2573394689', '2573394690'));
    expect(found).toMatchObject({ code: 'IN-HEADERS', at: { element: '/1' } });
    expect(found.message).toContain('The header of block 1 (line 13 of headers.txt) has the hash');
  });

  test('chainwork must grow by the work of the block', () => {
    const found = refusal(text.replace('0200020002', '0200020003'));
    expect(found.message).toContain(
      'states a chainwork that is not its own work (bits 1d00ffff) beyond that of the block before',
    );
  });

  test('an answer that lacks a part is named', () => {
    expect(refusal(text.replace('"nonce": 2573394689,', '')).message).toContain(
      'The header of block 1 (line 13 of headers.txt) does not state its nonce.',
    );
  });
});

test('they are recognised by content, and nothing else is', () => {
  expect(identify(given(lines(...HEADERS))).confidence).toBe(1);
  expect(identify(given(`0,${HEADERS[0]}`)).confidence).toBe(1);
  expect(identify(given(JSON.stringify(ANSWERS))).confidence).toBe(1);
  expect(identify(given('[{"hash": "00", "height": 1}]')).confidence).toBe(0);
  expect(identify(given('{"hash"')).confidence).toBe(0);
  expect(identify(given('time,rate\n')).confidence).toBe(0);
  expect(identify(given('')).confidence).toBe(0);
});
