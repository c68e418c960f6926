import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InputFile } from '../../src/ingest/input-file.ts';
import { openFile } from '../../src/ingest/open/open.ts';
import { certainProfiles } from '../../src/ingest/profile/profiles.ts';
import { extractUnmapped } from '../../src/ingest/uk-half-hourly/extract.ts';
import { present } from '../support/present.ts';
import { codes, given } from './given.ts';

/** Public samples of a UK meter service, kept beside the repository. */
const SAMPLES = '../shared/data/meter_csv/energysparks/amr_upload_data_files';

const isThere = existsSync(SAMPLES);
const ifThere = isThere ? describe : describe.skip;

test('the samples are there wherever tests run unattended', () => {
  expect(isThere || process.env['CI'] === undefined).toBe(true);
});

async function sample(name: string): Promise<InputFile> {
  const { files } = await openFile(given(readFileSync(join(SAMPLES, name)), name));
  return present(files[0]);
}

ifThere('public workbooks', () => {
  test('half-hours of a workbook are those of the same table as text', async () => {
    const [sheet, text] = [
      await sample('banes-example-file.xlsx'),
      await sample('banes-example-file.csv'),
    ];
    const series = (file: InputFile) =>
      extractUnmapped(file, 'Europe/London').records.map(({ meter, scale, readings }) => ({
        meter,
        joules: [...readings].map(({ start, energy }) => [start, Number(energy) / Number(scale)]),
      }));
    expect(certainProfiles(sheet).map(({ id }) => id)).toEqual(['uk-half-hourly']);
    expect(series(sheet)).toHaveLength(5);
    expect(series(sheet)).toEqual(series(text));
    expect(codes(extractUnmapped(sheet, 'Europe/London').findings)).toEqual([]);
  });

  test('the older binary form is refused', async () => {
    const bytes = readFileSync(join(SAMPLES, 'banes-example-file.xls'));
    const { files, findings } = await openFile(given(bytes, 'banes.xls'));
    expect(files).toEqual([]);
    expect(codes(findings)).toEqual(['IN-WORKBOOK critical -']);
  });

  test('dates of every format read as the sample says', async () => {
    const { sheets } = await sample('date-test.xlsx');
    const rows = present(sheets?.[0]).rows.slice(1);
    expect(rows).toHaveLength(15);
    const written = rows.map(({ cells }) => cells[2]);
    // the sample writes a moment with its zone
    const expected = rows.map(({ cells }) =>
      (cells[3] ?? '').replace('T', ' ').replace('+00:00', ''),
    );
    expect(written).toEqual(expected);
    // the last one is a text, and the two before it are times of day
    const isDate = rows.map(({ dates }) => dates?.has(2));
    expect(isDate).toEqual([...Array<boolean>(12).fill(true), false, false, false]);
  });
});
