import { parse } from 'yaml';
import { isMatchedBy, patternOf } from '../../src/store/path-pattern.ts';
import { editedWorkspace } from '../../src/store/workspace-edit.ts';

const INPUT = {
  kind: 'bills',
  files: 'b.csv',
  map: { start: 'From', energy: { column: 'E', unit: 'kWh' } },
};
const added = (text: string, meterNumbers = {}) =>
  editedWorkspace(text, { input: INPUT, meterNumbers });

const ITEM = [
  '- kind: bills',
  '  files: b.csv',
  '  map:',
  '    start: From',
  '    energy: { column: E, unit: kWh }',
];
/** The entry as it comes to stand, below a list that is indented by so much. */
const item = (by: number) => ITEM.map((line) => `${' '.repeat(by)}${line}\n`).join('');

test.each([
  [
    'a list in a block',
    'a: 1   # why\ninputs:\n  - kind: x   # first\n    map: {a:  b}\n',
    item(2),
    '\n  # - kind: an example\n\nz: [1,2]\n',
  ],
  ['a list that is not indented', 'inputs:\n- kind: x\n', item(0), 'z: 1\n'],
  [
    'an entry that ends in a folded text',
    'inputs:\n  - kind: >-\n      x\n      y\n',
    item(2),
    'z: 1\n',
  ],
  ['no newline at the end', 'z: 1\ninputs:\n  - { kind: x }', `\n${item(2)}`, ''],
])('%s receives the entry; every other byte stays', (_, before, entry, after) => {
  expect(added(before + after)).toBe(before + entry + after);
});

test('an empty list becomes one of lines', () => {
  expect(added('inputs: []   # none yet\nz: 1\n')).toBe(`inputs:   # none yet\n${item(2)}z: 1\n`);
});

test('a comment that stands deeper than the list stays with the entry above', () => {
  const after = added('inputs:\n  - kind: x\n    # about it\nz: 1\n');
  expect(after.indexOf('# about it')).toBeLessThan(after.indexOf('kind: bills'));
});

test('entries that stand apart by blank lines stay so', () => {
  expect(added('inputs:\n  - kind: x\n\n  - kind: y\nz: 1\n')).toContain(
    '  - kind: y\n\n  - kind: bills\n',
  );
});

test('line ends and a byte order mark stay what they are', () => {
  const after = added('\uFEFFinputs:\r\n  - kind: x\r\nz: 1\r\n');
  expect(after.startsWith('\uFEFFinputs:\r\n  - kind: x\r\n  - kind: bills\r\n')).toBe(true);
  expect(after.replaceAll('\r\n', '')).not.toContain('\n');
});

test('a list between brackets is written anew, comments kept', () => {
  const after = added('# who\ninputs: [{kind: x}] # what\n');
  expect(parse(after)).toEqual({ inputs: [{ kind: 'x' }, INPUT] });
  expect(after).toContain('# who');
});

test('numbers are texts, and stand with their meter', () => {
  const before =
    'meters:\n  - { id: a, site: s } # one\n  - id: b # two\n    site: s\ninputs: []\n';
  const after = editedWorkspace(before, { meterNumbers: { a: '007', b: '1e5' } });
  expect(after).toBe(
    'meters:\n  - { id: a, site: s, number: "007" } # one\n  - id: b # two\n    site: s\n    number: "1e5"\ninputs: []\n',
  );
});

test('nothing to add changes nothing', () => {
  const text = 'inputs: [ ]\nmeters:\n  - {id: a}\n';
  expect(editedWorkspace(text, { meterNumbers: {} })).toBe(text);
});

test.each([
  ['bills/*.csv', 'bills/a.csv', true],
  ['bills/*.csv', 'bills/2025/a.csv', false],
  ['bills/**/*.csv', 'bills/2025/a.csv', true],
  ['bills/**/*.csv', 'bills/a.csv', true],
  ['bills/{a,b}.csv', 'bills/b.csv', true],
  ['bills/?.csv', 'bills/ab.csv', false],
  ['bills/a.csv', 'bills/aXcsv', false],
])('the pattern %s and the path %s', (pattern, path, isMatch) => {
  expect(isMatchedBy(path, pattern)).toBe(isMatch);
});

test('a path as a pattern matches itself alone', () => {
  const path = 'a [1]/bill (2)*.csv';
  expect(isMatchedBy(path, patternOf(path))).toBe(true);
  expect(isMatchedBy('a 1/bill 2x.csv', patternOf(path))).toBe(false);
});
