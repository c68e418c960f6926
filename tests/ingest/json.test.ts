import {
  evidenceOf,
  itemsOf,
  type JsonValue,
  memberOf,
  membersOf,
  textIn,
} from '../../src/ingest/json/json-value.ts';
import { looksLikeJson, readJson } from '../../src/ingest/json/read-json.ts';
import { given, lines } from './given.ts';
import { present } from '../support/present.ts';

function read(text: string): JsonValue {
  const outcome = readJson(given(text, 'a.json'));
  if (outcome.refused) throw new Error(outcome.refused.message);
  return outcome.value;
}

function fault(text: string | Uint8Array) {
  const { refused } = readJson(given(text, 'a.json'));
  return present(refused);
}

describe('numbers', () => {
  test.each(['0', '-0.10', '12345678901234567890.123456789012345678901234567890', '1e-8', '2E+3'])(
    '%s keeps every digit',
    (text) => {
      expect(read(`{"v": ${text}}`)).toMatchObject({ kind: 'object' });
      expect(textIn(memberOf(read(`{"v": ${text}}`), 'v'))).toBe(text);
    },
  );

  test.each(['01', '+1', '.5', '1.', '0x10', 'NaN', '-Infinity', '1e', '--1', '1_000'])(
    '%s is no number',
    (text) => {
      expect(fault(`[${text}]`)).toMatchObject({
        code: 'IN-JSON',
        severity: 'critical',
        message: `a.json cannot be read as JSON at line 1, column 2: "${text}" is no value of JSON. Nothing of it is counted; export it again.`,
      });
    },
  );

  test('of more than 400 characters are refused before anything is computed of them', () => {
    expect(fault(`[${'9'.repeat(401)}]`).message).toContain('more than 400 digits');
    expect(textIn(itemsOf(read(`[${'9'.repeat(400)}]`))[0])).toHaveLength(400);
  });
});

describe('places', () => {
  const text = lines('{', '  "workers": {', '    "a/b~c": [1,', '      {"x": "y"}]', '  }', '}');

  test('a value knows its line and its pointer by RFC 6901', () => {
    const list = memberOf(read(text), 'workers', 'a/b~c');
    const second = present(itemsOf(list)[1]);
    expect(second).toMatchObject({ pointer: '/workers/a~1b~0c/1', line: 4 });
    expect(evidenceOf(given(text, 'a.json'), second).at).toEqual({
      line: 4,
      element: '/workers/a~1b~0c/1',
    });
  });

  test('lines hold with a byte order mark and with other line ends', () => {
    const windows = read(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    expect(present(itemsOf(memberOf(windows, 'workers', 'a/b~c'))[1]).line).toBe(4);
  });
});

describe('texts', () => {
  test.each([
    [String.raw`"a\"b\\c\/d"`, 'a"b\\c/d'],
    [String.raw`"\b\f\n\r\tx"`, '\b\f\n\r\tx'],
    [String.raw`"\u00e5\uD83D\uDE00"`, 'å😀'],
    ['"\u007f\u2028"', '\u007f\u2028'],
    ['""', ''],
  ])('%s', (written, meant) => {
    expect(itemsOf(read(`[${written}]`))[0]).toMatchObject({ kind: 'text', text: meant });
  });

  test('a member named like a part of every object is a member like any other', () => {
    const names = membersOf(read('{"__proto__": 1, "constructor": 2}')).map(([name]) => name);
    expect(names).toEqual(['__proto__', 'constructor']);
    expect(memberOf(read('{}'), 'constructor')).toBeUndefined();
  });

  test('a long one is read whole', () => {
    expect(textIn(itemsOf(read(`["${'x'.repeat(2_000_000)}"]`))[0])).toHaveLength(2_000_000);
  });
});

describe('what is no document', () => {
  test.each([
    ['{"a": 1, "a": 2}', 1, 13, 'the name "a" stands twice in one object'],
    ['{"a": 1,\n  "b": }', 2, 8, '"}" is no value of JSON'],
    ['[1, 2', 1, 6, 'it ends too early'],
    ['{"a"', 1, 5, 'a colon is missing after a name'],
    ['{"a":', 1, 6, 'it ends before the document is complete'],
    ['[1,]', 1, 4, '"]" is no value of JSON'],
    ['{a: 1}', 1, 2, 'a name in quotes is missing'],
    ['{"a": 1,}', 1, 9, 'a name in quotes is missing'],
    ['[1] [2]', 1, 5, 'something follows the end of the document'],
    ['["a\nb"]', 1, 4, 'a text in quotes does not end on its line'],
    ['["abc', 1, 6, 'a text in quotes does not end on its line'],
    [String.raw`["\x"]`, 1, 3, 'a backslash is followed by what JSON does not know'],
    ['[1 // one\n]', 1, 4, 'a comma or ] is missing'],
    ["['a']", 1, 2, `"'a'" is no value of JSON`],
    ['[tru]', 1, 2, '"tru" is no value of JSON'],
  ])('%s', (text, line, column, why) => {
    expect(fault(text)).toMatchObject({
      code: 'IN-JSON',
      at: { file: 'a.json', line },
      message: `a.json cannot be read as JSON at line ${String(line)}, column ${String(column)}: ${why}. Nothing of it is counted; export it again.`,
    });
  });

  test('nesting ends at 64 levels, without a stack that overflows', () => {
    expect(read(`${'['.repeat(65)}${']'.repeat(65)}`).kind).toBe('list');
    expect(fault(`${'['.repeat(66)}${']'.repeat(66)}`).message).toContain('64 levels');
    expect(fault('['.repeat(1_000_000)).message).toContain('64 levels');
  });

  test('bytes that are no text are named by what they are', () => {
    expect(fault(new Uint8Array([0x89, 0x50, 0x4e, 0x47])).code).toBe('IN-NOT-TEXT');
    expect(fault(new Uint8Array([0x5b, 0x22, 0xff, 0x22, 0x5d])).code).toBe('IN-ENCODING');
    expect(fault('').code).toBe('IN-EMPTY');
  });
});

test.each([
  ['\uFEFF\n  {"a": 1', true],
  ['[1]', true],
  ['time,rate\n', false],
  ['', false],
])('%j looks like JSON: %p', (text, looks) => {
  expect(looksLikeJson(given(text))).toBe(looks);
});
