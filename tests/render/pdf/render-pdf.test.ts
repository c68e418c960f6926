import { createHash } from 'node:crypto';
import { AppError } from '../../../src/model/app-error.ts';
import type { Sheet } from '../../../src/model/sheet.ts';
import { renderPdf } from '../../../src/render/pdf/render-pdf.ts';
import type { Attachment } from '../../../src/render/pdf/render-pdf.ts';
import { elements, readPdf } from '../read-pdf.ts';
import type { ReadPdf } from '../read-pdf.ts';
import { CHART, DRAFT, LONG, SAMPLE, SAMPLE_HASH } from '../sample-sheet.ts';

const ATTACHMENTS: readonly Attachment[] = [
  {
    name: 'disclosure.json',
    type: 'application/json',
    relationship: 'Source',
    description: 'The disclosure that this document shows',
    bytes: new TextEncoder().encode('{"hashprint":"1.0.0"}'),
  },
  {
    name: 'hours-pecos.csv',
    type: 'text/csv',
    relationship: 'Data',
    description: 'Hourly columns (Pecos)',
    bytes: new TextEncoder().encode('hour,energy\n'),
  },
];

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

describe('the filing', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;

  beforeAll(async () => {
    bytes = await renderPdf(SAMPLE, ATTACHMENTS);
    pdf = await readPdf(bytes);
  });

  test('has the same bytes when it is made again, also after another document', async () => {
    await renderPdf(DRAFT, []);
    const again = await renderPdf(SAMPLE, ATTACHMENTS);
    expect(Buffer.compare(Buffer.from(again), Buffer.from(bytes))).toBe(0);
  });

  test('is dated by the sheet and identified by the hash of its data', async () => {
    expect(latin1(bytes)).toContain('/CreationDate (D:20260312120000Z)');
    const other = await renderPdf({ ...SAMPLE, hash: '0'.repeat(64) }, ATTACHMENTS);
    const id = /\/ID \[(<[0-9a-f]{32}>)/;
    expect(id.exec(latin1(bytes))?.[1]).not.toBe(id.exec(latin1(other))?.[1]);
    expect(latin1(bytes)).not.toMatch(new RegExp(String.raw`D:(?!20260312120000Z)\d{8}`));
  });

  test('stays under 400 KB', () => {
    expect(bytes.length).toBeLessThan(400_000);
  });

  test('carries its attachments with what each is to the document', () => {
    const file = latin1(bytes);
    const relationships = [...file.matchAll(/\/AFRelationship \/(\w+)\s+\/F \(([^)]*)\)/g)].map(
      ([, relationship, name]) => [name, relationship],
    );
    expect(relationships).toEqual([
      ['disclosure.json', 'Source'],
      ['hours-pecos.csv', 'Data'],
    ]);
    expect(file).toContain('/Subtype /application#2Fjson');
    for (const { name, bytes: content } of ATTACHMENTS) {
      expect(Buffer.from(pdf.attachments[name] ?? [])).toEqual(Buffer.from(content));
      const md5 = createHash('md5').update(content).digest('hex');
      expect(file).toContain(`/CheckSum <${md5}>`);
    }
  });

  test('has headings that never skip a level, and bookmarks for them', () => {
    const levels = pdf.pages
      .flatMap(({ structure }) => elements(structure))
      .filter(({ role }) => /^H\d$/.test(role))
      .map(({ role }) => Number(role.slice(1)));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, i) => {
      expect(level - (levels[i] ?? 0)).toBeLessThanOrEqual(1);
    });
    expect(pdf.outline).toEqual([
      SAMPLE.title,
      ...SAMPLE.sections.map(({ number, title }) => `${number} ${title}`),
      SAMPLE.evidence.title,
    ]);
  });

  test('has figures with alternative texts', () => {
    const figures = pdf.pages
      .flatMap(({ structure }) => elements(structure))
      .filter(({ role }) => role === 'Figure');
    expect(figures.map(({ alt }) => alt)).toEqual([
      expect.stringContaining(SAMPLE_HASH),
      CHART.altText,
    ]);
  });

  test('has tables with captions, heads and bodies, and row heads', () => {
    const first = elements(pdf.pages[0]?.structure ?? { role: '', children: [] });
    const table = first.find(({ role }) => role === 'Table');
    expect(table?.children.map(({ role }) => role)).toEqual(['Caption', 'THead', 'TBody']);
    const [, head, body] = table?.children ?? [];
    expect(head?.children[0]?.children.map(({ role }) => role)).toEqual(Array(9).fill('TH'));
    expect(body?.children).toHaveLength(11);
    for (const { children } of body?.children ?? []) {
      expect(children.map(({ role }) => role)).toEqual([
        'TD',
        'TH',
        ...Array<string>(7).fill('TD'),
      ]);
    }
    expect(latin1(bytes)).toMatch(/\/Scope \/Column/);
    expect(latin1(bytes)).toMatch(/\/Scope \/Row/);
  });

  test('marks lists with labels and bodies', () => {
    const items = pdf.pages
      .flatMap(({ structure }) => elements(structure))
      .filter(({ role }) => role === 'LI');
    expect(items.length).toBeGreaterThanOrEqual(15);
    const shapes = new Set(items.map(({ children }) => children.map(({ role }) => role).join(' ')));
    expect([...shapes].sort()).toEqual(['LBody', 'Lbl LBody']);
  });

  test('links note anchors to their notes and notes back to their first anchor', () => {
    const links = pdf.pages.flatMap(({ links: ofPage }) => ofPage);
    const targets = links.map(({ target }) => target);
    for (const mark of ['a', 'b', 'c', 'd', 'e']) {
      expect(targets).toContain(`note-${mark}`);
      expect(targets).toContain(`call-${mark}`);
    }
    // nothing calls note f
    expect(targets).not.toContain('call-f');
    expect(links.every(({ contents }) => contents.length > 0)).toBe(true);
    const file = latin1(bytes);
    const ids = [...file.matchAll(/\/ID \((note-[^)]*)\)/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(7);
  });

  test('numbers every page, and heads every page but the first', () => {
    const { pages } = pdf;
    expect(pages.length).toBeGreaterThan(3);
    pages.forEach(({ texts, text }, i) => {
      const foot = texts.filter(({ y }) => y > 800).map((one) => one.text);
      expect(foot).toEqual([
        SAMPLE_HASH.slice(0, 8),
        `Page ${String(i + 1)} of ${String(pages.length)}`,
      ]);
      const head = texts.filter(({ y }) => y < 50).map((one) => one.text);
      expect(head).toContain(SAMPLE.entity);
      expect(text).toContain(`Page ${String(i + 1)} of ${String(pages.length)}`);
    });
  });

  test('breaks the long table with its head repeated and at least three rows on either side', () => {
    const rows = pdf.pages.map(
      ({ texts }) => texts.filter(({ text }) => /^Meter \d, month/.test(text)).length,
    );
    const parts = rows.filter((count) => count > 0);
    expect(parts.reduce((a, b) => a + b)).toBe(60);
    expect(Math.min(...parts)).toBeGreaterThanOrEqual(3);
    const continued = pdf.pages.filter(({ text }) => text.includes('Table 3, continued'));
    expect(continued).toHaveLength(parts.length - 1);
    for (const { text } of continued) expect(text).toContain('Reader');
    const total = pdf.pages.findIndex(({ text }) => text.includes('All meters'));
    expect(rows[total]).toBeGreaterThanOrEqual(2);
    expect(pdf.pages[total]?.text).toContain('A month without readings');
  });

  test('aligns the numbers of a column on their decimal point', () => {
    const page = pdf.pages[1]?.texts ?? [];
    const tail = (text: string) => page.find((one) => one.text === text);
    const points = ['46.8', '139.1', '83.7', '65.5'].map((text) => {
      const found = tail(text);
      return (found?.x ?? 0) + (found?.width ?? 0);
    });
    for (const point of points) expect(point).toBeCloseTo(points[0] ?? 0, 1);
  });

  test('separates the words of lines that follow each other', () => {
    const all = pdf.pages.map(({ text }) => text).join(' ');
    expect(all).toContain(
      'contract cover 46.1% of it; only these count as renewable. Grid supply that no',
    );
    expect(all).toContain('Greenhouse gas and energy disclosure 2025');
  });
});

describe('the draft', () => {
  test('says so on every page: beneath everything, in the foot and above the title', async () => {
    const pdf = await readPdf(await renderPdf(DRAFT, []));
    for (const { texts } of pdf.pages) {
      expect(texts[0]).toMatchObject({ text: 'DRAFT', isTurned: true });
      expect(texts.some(({ text }) => /^Draft\. Page \d of \d$/.test(text))).toBe(true);
    }
    expect(pdf.pages[0]?.text).toContain(DRAFT.status.text);
  });

  test('says so in the words of its language', async () => {
    const words = { ...DRAFT.words, draft: 'Entwurf', page: 'Seite {n} von {of}' };
    const pdf = await readPdf(
      await renderPdf({ ...DRAFT, language: 'de', words, sections: [] }, []),
    );
    expect(pdf.pages[0]?.texts[0]?.text).toBe('ENTWURF');
    expect(pdf.pages[0]?.text).toContain('Entwurf. Seite 1 von 1');
  });
});

test('a name with the signs of XML stands as it is, in the text and in the metadata', async () => {
  const entity = 'A & B <Mining> Ltd';
  const bytes = await renderPdf({ ...SAMPLE, entity }, []);
  const pdf = await readPdf(bytes);
  expect(pdf.title).toBe(`${entity}: ${SAMPLE.title}`);
  expect(pdf.pages[0]?.text).toContain(entity);
  const xmp = latin1(bytes);
  expect(xmp).toContain('<rdf:li>A &amp; B &lt;Mining&gt; Ltd</rdf:li>');
  expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(xmp).toMatch(/<pdfaid:part>3<\/pdfaid:part>\s*<pdfaid:conformance>A</);
});

test('what Noto Sans lacks is set in DejaVu Sans', async () => {
  const pdf = await readPdf(
    await renderPdf({ ...SAMPLE, lead: 'PUE ≤ 1.2 → ✓', sections: [] }, []),
  );
  expect(pdf.pages[0]?.text).toContain('PUE ≤ 1.2 → ✓');
});

test.each([
  ['entity', { ...SAMPLE, entity: '青空 Mining' }, '青', 'entity'],
  ['lead', { ...SAMPLE, lead: 'Fast \u{1F680}' }, '\u{1F680}', 'lead'],
  ['Hebrew, which would stand in the wrong order', { ...SAMPLE, lead: 'שלום' }, 'ש', 'lead'],
  ['control character', { ...SAMPLE, lead: 'a\u0007b' }, '\u0007', 'lead'],
  [
    'in a table',
    {
      ...SAMPLE,
      sections: [{ number: '1', title: 'One', blocks: [CHART, { ...LONG, title: '表' }] }],
    },
    '表',
    'sections[0].blocks[1].title',
  ],
] satisfies [string, Sheet, string, string][])(
  'a character that no font has is refused with its place: %s',
  async (_, sheet, character, place) => {
    const error: unknown = await renderPdf(sheet, []).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'no-glyph', info: { character, place } });
    expect((error as AppError).message).toContain(`at ${place}`);
  },
);

test('invisible characters and decomposed letters are set as what they look like', async () => {
  const lead = 'Que\u0301bec\u200B and Lulea\u030A';
  const pdf = await readPdf(await renderPdf({ ...SAMPLE, lead, sections: [] }, []));
  expect(pdf.pages[0]?.text).toContain('Québec and Luleå');
});
