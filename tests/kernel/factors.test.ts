import { alternativesTo, comparison } from '../../src/kernel/factors/compare.ts';
import { type Answer, chooseFactor, type Question } from '../../src/kernel/factors/choose.ts';
import { isMissing } from '../../src/kernel/figure.ts';
import type { FactorRow, FactorSet } from '../../src/model/documents/factor-set.ts';
import { decimalText } from '../../src/units/rounding.ts';
import {
  calendar,
  bill,
  factorRow,
  factorSet,
  footprintOf,
  fuelRow,
  messagesOf,
  site,
  valueOf,
} from './sample.ts';

/* Sets made for these tests: a row is told from another by its CO2. */

function question(more: Partial<Question> = {}): Question {
  return {
    site: 'alpha',
    use: 'location',
    keys: ['test:GRID'],
    year: 2025,
    publishers: ['test'],
    otherYear: 'refuse',
    ...more,
  };
}

function ofYear(year: number, co2: string | null, more: Partial<FactorRow> = {}): FactorRow {
  const answers = { use: 'location', grid: 'test:GRID', year } as const;
  return factorRow({ answers, co2_kg: co2, ...more });
}

function edition(name: string, rows: FactorRow[], more: Partial<FactorSet> = {}): FactorSet {
  return factorSet(rows, { edition: name, title: `Edition ${name}`, ...more });
}

function chosen(asked: Question, sets: readonly FactorSet[]) {
  const { value, findings } = chooseFactor(asked, sets);
  return {
    answer: isMissing(value) ? value.missing.code : (value.row.co2_kg ?? value.row.co2e_kg ?? '-'),
    edition: isMissing(value) ? undefined : value.set.edition,
    findings,
  };
}

function said(findings: readonly { code: string; message: string }[], code: string): string[] {
  return findings.filter((each) => each.code === code).map(({ message }) => message);
}

describe('several editions of one publisher', () => {
  const first = edition('2022r1', [ofYear(2025, '1')], { published: '2024-01-30' });
  const second = edition('2022r2', [ofYear(2025, '2')], { published: '2024-06-01' });

  test('the newest by its date of publication answers, whatever the order of the sets', () => {
    expect(chosen(question(), [first, second])).toMatchObject({ answer: '2', edition: '2022r2' });
    expect(chosen(question(), [second, first])).toMatchObject({ answer: '2', edition: '2022r2' });
  });

  test('and the remark names them all', () => {
    expect(chosen(question(), [first, second]).findings).toEqual([
      {
        code: 'ACC-FACTOR-SEVERAL',
        severity: 'info',
        message:
          'Editions 2022r2 of 2024-06-01 and 2022r1 of 2024-01-30 of test each hold the emission factor of alpha for 2025; the newest, 2022r2, was used.',
        at: { entry: 'sites.alpha.grid' },
      },
    ]);
  });

  test('without dates, numbers in the name go by size', () => {
    const [nine, ten] = [
      edition('9.0', [ofYear(2025, '9')]),
      edition('10.0', [ofYear(2025, '10')]),
    ];
    expect(chosen(question(), [ten, nine]).answer).toBe('10');
  });

  test('an edition that holds another grid or another year is not spoken of', () => {
    const other = edition('2025', [
      ofYear(2024, '7'),
      ofYear(2025, '8', { answers: { use: 'location', grid: 'test:ELSE', year: 2025 } }),
    ]);
    expect(chosen(question(), [first, other])).toMatchObject({ answer: '1', findings: [] });
  });

  test('the order of publishers goes before the date', () => {
    const newer = edition('2026', [ofYear(2025, '3')], {
      publisher: 'other',
      published: '2026-01-01',
    });
    const asked = question({ publishers: ['test', 'other'] });
    expect(chosen(asked, [newer, first])).toMatchObject({ answer: '1', findings: [] });
  });
});

describe('several rows of one edition', () => {
  const sum = ofYear(2025, null, { id: 'SUM', ch4_kg: null, n2o_kg: null, co2e_kg: '410' });
  const gases = ofYear(2025, '400', { id: 'GASES' });

  test('the row that states each gas goes before the one that states CO2e alone', () => {
    const { answer, findings } = chosen(question(), [edition('1', [sum, gases])]);
    expect(answer).toBe('400');
    expect(said(findings, 'ACC-FACTOR-SEVERAL')).toEqual([
      'Edition 1 holds the emission factor of alpha in rows GASES and SUM; row GASES was used, which states each gas.',
    ]);
  });

  test('a row that states CO2e alone answers where no other does, and says so', () => {
    const footprint = footprintOf({ factorSets: [edition('1', [sum])] });
    // 1,200 MWh x 410 kg
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('492');
    expect(messagesOf(footprint, 'ACC-FACTOR-GASES')).toEqual([
      expect.stringContaining('states the sum of gases as CO2e'),
    ]);
  });

  test('CO2e stands for a row that states it beside some gases only', () => {
    const row = ofYear(2025, '400', { ch4_kg: null, co2e_kg: '410', states: ['CO2'] });
    const footprint = footprintOf({ factorSets: [edition('1', [row])] });
    expect(valueOf(footprint, 'scope2.location.co2e')).toBe('492');
  });

  test('a row without losses goes before one that counts them', () => {
    const lossy = ofYear(2025, '450', { id: 'LOSSY', basis: { losses: 'included' } });
    const { answer, findings } = chosen(question(), [edition('1', [lossy, gases])]);
    expect(answer).toBe('400');
    expect(said(findings, 'ACC-FACTOR-SEVERAL')[0]).toMatch(/which leaves losses out\.$/);
  });

  test('rows that nothing tells apart are a doubt, not a note', () => {
    const { findings } = chosen(question(), [
      edition('1', [gases, ofYear(2025, '500', { id: 'TWIN' })]),
    ]);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'ACC-FACTOR-SEVERAL', severity: 'quality' }),
    ]);
  });
});

describe('what never answers', () => {
  test('a row of the life cycle, even where it is the only one; the finding names it', () => {
    const whole = ofYear(2025, '480', { id: 'LCA', basis: { cycle: 'life-cycle' } });
    const { answer, findings } = chosen(question(), [edition('1', [whole])]);
    expect(answer).toBe('ACC-NO-FACTOR');
    expect(findings[0]?.message).toContain(
      'row LCA of test/1 is of the life cycle, which never answers for a scope',
    );
  });

  test('a row of the life cycle of the own year, where a direct one of an earlier year is at hand', () => {
    const whole = ofYear(2025, '480', { basis: { cycle: 'life-cycle' } });
    const sets = [edition('1', [whole, ofYear(2023, '390')])];
    expect(chosen(question(), sets).answer).toBe('ACC-FACTOR-YEAR-REFUSED');
    expect(chosen(question({ otherYear: 'latest-earlier' }), sets).answer).toBe('390');
  });

  test('a row upstream of burning, and a fuel in its net calorific value', () => {
    const upstream = ofYear(2025, '30', { basis: { cycle: 'upstream' } });
    expect(chosen(question(), [edition('1', [upstream])]).answer).toBe('ACC-NO-FACTOR');
    const [net, gross] = [
      fuelRow({ id: 'net', co2_kg: '58.9', basis: { calorific: 'net' } }),
      fuelRow({ id: 'gross', basis: { calorific: 'gross' } }),
    ];
    const asked = question({ use: 'combustion', keys: ['natural-gas'] });
    expect(chosen(asked, [edition('1', [net, gross])])).toMatchObject({
      answer: '53.06',
      findings: [],
    });
    expect(chosen(asked, [edition('1', [net])]).answer).toBe('ACC-NO-FACTOR');
  });

  test('a publisher that the workspace does not name; the finding names it', () => {
    const other = edition('1', [ofYear(2025, '5')], { publisher: 'other' });
    const { answer, findings } = chosen(question(), [other]);
    expect(answer).toBe('ACC-NO-FACTOR');
    expect(findings[0]?.message).toContain(
      'other holds one, and is not named under factors.location',
    );
  });
});

describe('no row of the year', () => {
  const sets = [
    edition('2021', [ofYear(2021, '1')]),
    edition('2023', [ofYear(2023, '3')]),
    edition('2027', [ofYear(2027, '7')]),
    edition('2026', [ofYear(2026, '6')]),
  ];

  test('the finding names the nearest editions before and after, and what to write', () => {
    expect(chosen(question(), sets).findings).toEqual([
      {
        code: 'ACC-FACTOR-YEAR-REFUSED',
        severity: 'critical',
        message:
          'The emission factor of test:GRID, the grid of alpha, is at hand for 2023 and 2026 and not for 2025: test/2023 holds 2023, the nearest earlier year and test/2026 holds 2026, the nearest later year; add the factor set of 2025, or write `factors.other_year: latest-earlier` to use that of 2023, which is then disclosed.',
        at: { entry: 'factors.other_year' },
      },
    ]);
  });

  test('where only later years are at hand, no permission helps, and none is advised', () => {
    for (const otherYear of ['refuse', 'latest-earlier'] as const) {
      const { answer, findings } = chosen(question({ otherYear }), sets.slice(2));
      expect(answer).toBe('ACC-FACTOR-YEAR-REFUSED');
      expect(findings[0]?.message).toMatch(
        /test\/2026 holds 2026, .* a later year is never used\.$/,
      );
      expect(findings[0]?.message).not.toContain('latest-earlier');
    }
  });

  test('permission takes the latest earlier year, and discloses it', () => {
    const { answer, findings } = chosen(question({ otherYear: 'latest-earlier' }), sets);
    expect(answer).toBe('3');
    expect(findings).toEqual([
      expect.objectContaining({ code: 'ACC-FACTOR-OTHER-YEAR', severity: 'quality' }),
    ]);
  });

  test('a period over two years takes each month at its own year, and lacks the year that none holds', () => {
    const days = calendar('2025-12-01', '2026-01-31');
    const twoYears = (rows: FactorRow[]) =>
      footprintOf({
        period: { start: '2025-12-01', end: '2026-01-31' },
        factorSets: rows.map((row) => edition(String(row.answers.year), [row])),
        sites: [
          site({
            calendar: days,
            bills: [
              bill('2025-12-01', '2025-12-31', '100000'),
              bill('2026-01-01', '2026-01-31', '100000'),
            ],
          }),
        ],
      });
    const none = { ch4_kg: '0', n2o_kg: '0' };
    const both = twoYears([ofYear(2025, '400', none), ofYear(2026, '100', none)]);
    // 100 MWh x 400 kg + 100 MWh x 100 kg
    expect(valueOf(both, 'scope2.location.co2e')).toBe('50');
    const one = twoYears([ofYear(2025, '400', none)]);
    expect(valueOf(one, 'scope2.location.co2e')).toBe('ACC-FACTOR-YEAR-REFUSED');
    expect(messagesOf(one, 'ACC-FACTOR-YEAR-REFUSED')[0]).toContain('not for 2026');
  });
});

describe('a row of null', () => {
  const silent = ofYear(2025, null, {
    id: 'NA',
    ch4_kg: null,
    n2o_kg: null,
    note: 'market closed.',
  });

  test('is a finding that the publisher states it as not available', () => {
    const { answer, findings } = chosen(question(), [edition('1', [silent])]);
    expect(answer).toBe('ACC-NO-FACTOR');
    expect(findings[0]?.message).toBe(
      'Edition 1, row NA, states that the emission factor of test:GRID, the grid of alpha, is not available for 2025 (market closed), which is not zero; name another publisher under factors.location.',
    );
  });

  test('leaves the next publisher to answer', () => {
    const other = edition('1', [ofYear(2025, '5')], { publisher: 'other' });
    const asked = question({ publishers: ['test', 'other'] });
    expect(chosen(asked, [edition('1', [silent]), other]).answer).toBe('5');
  });

  test('is told where an earlier year stands in for it', () => {
    const sets = [edition('1', [silent, ofYear(2024, '4')])];
    const { answer, findings } = chosen(question({ otherYear: 'latest-earlier' }), sets);
    expect(answer).toBe('4');
    expect(said(findings, 'ACC-FACTOR-OTHER-YEAR')[0]).toMatch(
      /since Edition 1, row NA, states that the emission factor of 2025 is not available\.$/,
    );
  });

  test('of a residual mix lets no earlier year stand in', () => {
    const residual = (row: FactorRow): FactorRow => ({
      ...row,
      answers: { ...row.answers, use: 'residual' },
    });
    const sets = [edition('1', [residual(silent), residual(ofYear(2024, '4'))])];
    const asked = question({ use: 'residual', otherYear: 'latest-earlier' });
    const { answer, findings } = chosen(asked, sets);
    expect(answer).toBe('ACC-NO-FACTOR');
    expect(findings[0]?.message).toContain('is not available for 2025');
  });
});

describe('what else is at hand', () => {
  const serving: Answer = {
    set: edition('2023', [ofYear(2023, '400')], { published: '2025-01-01' }),
    row: ofYear(2023, '400'),
  };
  const others = (...sets: FactorSet[]) =>
    alternativesTo(serving, question(), [serving.set, ...sets]).map(({ set, row, because }) => [
      because,
      `${set.publisher}/${set.edition}`,
      row.answers.year,
    ]);

  test('a newer edition of the same publisher, at the year nearest to the one asked for', () => {
    const newer = edition('2024', [ofYear(2022, '1'), ofYear(2023, '2'), ofYear(2024, '3')], {
      published: '2026-01-01',
    });
    expect(others(newer)).toEqual([
      ['newer-edition', 'test/2024', 2024],
      ['other-year', 'test/2024', 2022],
    ]);
  });

  test('every newer edition, the newest first', () => {
    const r2 = edition('2023r2', [ofYear(2023, '2')], { published: '2025-06-01' });
    const r3 = edition('2023r3', [ofYear(2023, '3')], { published: '2026-06-01' });
    expect(others(r2, r3)).toEqual([
      ['newer-edition', 'test/2023r3', 2023],
      ['newer-edition', 'test/2023r2', 2023],
    ]);
  });

  test("the publisher's own next year, though it is farther", () => {
    const older = edition('2021', [ofYear(2021, '1'), ofYear(2020, '1')], {
      published: '2022-01-01',
    });
    expect(others(older)).toEqual([['other-year', 'test/2021', 2021]]);
  });

  test('a nearer year of another publisher, named by the workspace or not', () => {
    const other = edition('x', [ofYear(2024, '1')], { publisher: 'other' });
    expect(others(other)).toEqual([['nearer-year', 'other/x', 2024]]);
  });

  test('nothing where all else is older, farther or of another grid', () => {
    const far = edition('f', [ofYear(2022, '1'), ofYear(2027, '1')], { publisher: 'other' });
    const older = edition('2022', [ofYear(2023, '9')], { published: '2024-01-01' });
    expect(others(far, older)).toEqual([]);
  });

  test.each([
    // 320 / 400 - 1
    [{ co2_kg: '400' }, { co2_kg: '320' }, 'CO2', '-0.2'],
    // 0.32 kg per kWh is 320 kg per MWh
    [{ co2_kg: '400' }, { co2_kg: '0.32', per: 'kWh' }, 'CO2', '-0.2'],
    [{ co2_kg: '400', co2e_kg: '410' }, { co2e_kg: '451' }, 'CO2e', '0.1'],
  ])('%j to %j changes the %s by %s', (from, to, of, change) => {
    const result = comparison(factorRow(from), factorRow(to));
    expect(result?.of).toBe(of);
    expect(result && decimalText(result.change)).toBe(change);
  });

  test('a share is not scaled by the unit, and a sum is not held against single gases', () => {
    const share = (renewable: string, per: string) => {
      const answers = { use: 'mix', grid: 'test:GRID' } as const;
      const { id, source, grade } = factorRow();
      return { id, source, grade, answers, renewable, per };
    };
    const change = comparison(share('0.4', 'MWh'), share('0.5', 'kWh'))?.change;
    expect(change && decimalText(change)).toBe('0.25');
    const sum = { ...share('0.5', 'MWh'), renewable: null, co2e_kg: '5' };
    expect(comparison(factorRow(), sum)).toBeUndefined();
  });
});
