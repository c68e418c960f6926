import type { Sheet, SheetBlock } from '../../../src/model/sheet.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import {
  ATTESTATION,
  CONFIDENTIAL,
  EIGHT_PLACES,
  FIELDS,
  FORM,
  FORTY_PLACES,
  LONG_FORM,
  ONE_PLACE,
  placesChart,
  THREE_PLACES,
} from '../form-sheet.ts';
import { elements, readPdf } from '../read-pdf.ts';
import type { PlacedText, ReadPdf } from '../read-pdf.ts';
import { SAMPLE } from '../sample-sheet.ts';

const LEFT = 57.64;
const HANG = 82;

function withBlocks(...blocks: readonly SheetBlock[]): Sheet {
  return { ...FORM, sections: [{ number: '', title: '', blocks }] };
}

async function read(sheet: Sheet): Promise<ReadPdf> {
  return readPdf(await renderPdf(sheet, []));
}

function found(texts: readonly PlacedText[], start: string): PlacedText {
  const text = texts.find((one) => one.text.startsWith(start));
  if (!text) throw new Error(`No text begins with ${start}.`);
  return text;
}

describe('a form', () => {
  let pdf: ReadPdf;
  let texts: readonly PlacedText[];

  beforeAll(async () => {
    pdf = await read(FORM);
    texts = pdf.pages[0]?.texts ?? [];
  });

  test('has the status over a small title, and no print of its data but that of the foot', () => {
    expect(pdf.pages).toHaveLength(1);
    const title = found(texts, FORM.title);
    expect(title.size).toBe(15);
    expect(found(texts, 'Draft 3 of').y).toBeLessThan(title.y);
    expect(found(texts, 'Public Utility').y).toBeCloseTo(title.y + 15, 1);
    expect(pdf.pages[0]?.text).not.toContain(FORM.words.dataPrint);
    expect(pdf.pages[0]?.text).toContain(FORM.evidence.hashLabel);
  });

  test('sets item numbers in the hang column, and values under their labels', () => {
    const item = found(texts, '(c)(1)');
    const label = found(texts, 'Legal business name');
    const value = found(texts, 'Aurora Compute Texas LLC');
    expect(item.x).toBeCloseTo(LEFT, 1);
    expect(label).toMatchObject({ y: item.y, size: 7 });
    expect(value.size).toBe(9);
    expect(value.x).toBeCloseTo(LEFT + HANG + 6, 1);
    expect(value.x).toBeCloseTo(label.x, 1);
    expect(value.y).toBeCloseTo(label.y + 12.5, 1);
  });

  test('sets rows of boxes 36 apart, a row with a mark under a value 12 more', () => {
    const tops = ['(c)(1)', '(c)(2)', '(c)(3)', '(c)(4)'].map((item) => found(texts, item).y);
    const steps = tops.slice(1).map((y, i) => y - (tops[i] ?? 0));
    [36, 48, 36].forEach((step, i) => {
      expect(steps[i]).toBeCloseTo(step, 1);
    });
  });

  test('divides a row by the shares of its fields', () => {
    // 398 less the gap of 6 is 392: two thirds of it, the gap, and the padding of 6
    const telephone = found(texts, 'Telephone');
    expect(telephone.x).toBeCloseTo(LEFT + HANG + (392 * 2) / 3 + 6 + 6, 1);
  });

  test('says what is missing and what is unverified', () => {
    expect(pdf.pages[0]?.text).toContain('Missing. Ask: operations, Pecos Ridge');
    const mark = texts.filter(({ text }) => text === 'M');
    expect(mark).toHaveLength(1);
    expect(mark[0]?.y).toBeGreaterThan(found(texts, '+1 555 0100').y);
    expect(found(texts, FORM.words.grades.M).x).toBeGreaterThan(mark[0]?.x ?? 0);
  });

  test('reads label and value together, each field an element beside its item number', () => {
    const all = elements(pdf.pages[0]?.structure ?? { role: '', children: [] });
    const rows = all.filter(({ role }) => role === 'LI');
    expect(rows).toHaveLength(5);
    const shape = rows.map(({ children }) =>
      children.map(({ role, children: below }) => [
        role,
        ...below.filter((one) => one.role).map((one) => one.role),
      ]),
    );
    expect(shape[0]).toEqual([['Lbl'], ['LBody', 'P', 'P']]);
    expect(shape[4]).toEqual([['Lbl'], ['LBody', 'P', 'P', 'P']]);
    expect(pdf.pages[0]?.text).toContain('Legal business name Aurora Compute Texas LLC');
  });

  test('says of every choice whether it is chosen', async () => {
    const file = Buffer.from(await renderPdf(withBlocks(FIELDS), [])).toString('latin1');
    // UTF-16 of a crossed box is 2612, of an empty one 2610
    const actual = [...file.matchAll(/\/ActualText \(\xfe\xff(..)/gs)].map(([, sign]) => sign);
    expect(actual.filter((sign) => sign === '\x26\x12')).toHaveLength(2);
    expect(actual.filter((sign) => sign === '\x26\x10')).toHaveLength(4);
  });

  test('has headings that never skip a level, in sections without a heading too', () => {
    const levels = elements(pdf.pages[0]?.structure ?? { role: '', children: [] })
      .filter(({ role }) => /^H\d$/.test(role))
      .map(({ role }) => role);
    expect(levels).toEqual(['H1', 'H2', 'H2']);
    expect(pdf.outline).toEqual([FORM.title, FORM.evidence.title]);
  });

  test('sets the places of the attestation under each other, an open one in a quieter ink', async () => {
    const name = found(texts, 'the officer');
    expect(found(texts, 'General manager').y).toBe(name.y);
    expect(found(texts, 'not signed').y).toBe(name.y);
    const label = texts.find(({ text, y }) => text.trim() === 'Name' && y > name.y);
    expect(label?.x).toBeCloseTo(name.x, 1);
    const signed = ATTESTATION.places.map((place) => ({ ...place, isOpen: false }));
    const quiet = await renderPdf(withBlocks(ATTESTATION), []);
    const ink = await renderPdf(withBlocks({ ...ATTESTATION, places: signed }), []);
    expect(Buffer.compare(Buffer.from(quiet), Buffer.from(ink))).not.toBe(0);
  });
});

test('a value longer than a page goes on in its box on the next one, with every word', async () => {
  const value = Array.from({ length: 1500 }, (_, i) => `word${String(i)}`).join(' ');
  const one = { label: 'Plan', value, width: 1, state: 'value', grade: 'V' } as const;
  const pdf = await read(withBlocks({ kind: 'form', rows: [{ item: '(x)', fields: [one] }] }));
  expect(pdf.pages.length).toBeGreaterThan(1);
  const all = pdf.pages.flatMap(({ text }) => text.match(/word\d+/g) ?? []);
  expect(all).toEqual(value.split(' '));
  for (const { texts } of pdf.pages) {
    expect(texts.some(({ text, x }) => text === '(x)' || (text === '(x) ' && x < LEFT + 1))).toBe(
      true,
    );
  }
});

test.each([
  ['form', FORM],
  ['form of several pages', LONG_FORM],
  ['report', CONFIDENTIAL],
] satisfies [string, Sheet][])(
  'a %s says on every page that it is confidential',
  async (_, sheet) => {
    const { pages } = await read(sheet);
    for (const { texts } of pages) {
      expect(texts.some(({ text, y }) => y < 60 && text.startsWith('CONFIDENTIAL'))).toBe(true);
    }
    const status = found(pages[0]?.texts ?? [], sheet.status.text);
    const beside = (pages[0]?.texts ?? []).filter(
      ({ text, y, x }) => text.startsWith('CONFIDENTIAL') && y === status.y && x > status.x,
    );
    expect(beside).toHaveLength(1);
  },
);

test('without a mark no page says so', async () => {
  const { pages } = await read(SAMPLE);
  expect(pages.some(({ text }) => text.includes('CONFIDENTIAL'))).toBe(false);
});

test('a cover of four statements ends higher than one of eight', async () => {
  const top = async (count: number) => {
    const { pages } = await read({ ...SAMPLE, cover: SAMPLE.cover.slice(0, count) });
    return found(pages[0]?.texts ?? [], 'Key figures').y;
  };
  const [none, four, eight] = [await top(0), await top(4), await top(8)];
  expect(none).toBeLessThan(four - 30);
  expect(four).toBeLessThan(eight - 30);
});

test('a form has no large key figures', async () => {
  const figures = SAMPLE.sections[0]?.blocks.slice(0, 1) ?? [];
  const { pages } = await read(withBlocks(...figures));
  expect(found(pages[0]?.texts ?? [], '300,280').size).toBe(13);
});

test.each([
  ['one place', ONE_PLACE, 1],
  ['three places', THREE_PLACES, 1],
  ['eight places', EIGHT_PLACES, 1],
  ['forty places', FORTY_PLACES, 4],
])(
  'a chart of %s names each with its figures, and has its alternative text',
  async (_, chart, drawings) => {
    const { pages } = await read(withBlocks(chart));
    const texts = pages.flatMap((page) => page.texts.map(({ text }) => text.trim()));
    for (const { name, location, market } of chart.data.places) {
      expect(texts.some((text) => text && name.startsWith(text))).toBe(true);
      for (const value of [location, market]) {
        const printed =
          value === null
            ? 'no factor'
            : Number(value).toLocaleString('en', {
                minimumFractionDigits: value.split('.')[1]?.length ?? 0,
              });
        expect(texts).toContain(printed);
      }
    }
    const alts = pages
      .flatMap(({ structure }) => elements(structure))
      .filter(({ role, alt }) => role === 'Figure' && alt?.startsWith(chart.altText));
    expect(alts).toHaveLength(drawings);
    const continued = pages.filter(({ text }) => text.includes('Figure 2, continued'));
    expect(continued).toEqual(pages.slice(1));
  },
);

test('figures of a chart are grouped as the language does, without passing through a float', async () => {
  const exact = '12345678901234567890.10';
  const chart = placesChart([
    { name: 'A', sub: '', location: exact, market: '-0.5', isTotal: false },
  ]);
  const words = { ...FORM.words, noFactor: 'ohne Faktor' };
  const { pages } = await read({ ...withBlocks(chart), language: 'de', words });
  expect(pages[0]?.text).toContain('12.345.678.901.234.567.890,10');
  expect(pages[0]?.text).toContain('−0,5');
});
