import { checkWorkspace } from '../../src/app/check.ts';
import { removeFolders, smallWorkspace } from '../support/small-workspace.ts';

afterAll(removeFolders);

const states = async (changes: Parameters<typeof smallWorkspace>[0]) => {
  const { coverage } = await checkWorkspace(smallWorkspace(changes), () => undefined);
  return coverage.map(({ input, months }) => [input, months.map(({ state }) => state).join(' ')]);
};

test('a month that bills cover is measured, one they leave out is missing, one they cover in part is partial', async () => {
  expect(await states({})).toEqual([['bills', Array<string>(12).fill('measured').join(' ')]]);
  expect(
    await states({
      bills: [
        ['2023-05-01,2023-05-31,1000000\n', ''],
        ['2023-08-01,2023-08-31', '2023-08-11,2023-08-31'],
      ],
    }),
  ).toEqual([
    [
      'bills',
      'measured measured measured measured missing measured measured partial measured measured measured measured',
    ],
  ]);
});
