import type { ProfileInput } from '../../model/documents/workspace.ts';
import { finding } from '../../model/finding.ts';
import type { Given } from '../extractions.ts';
import * as greenButton from '../green-button/extract.ts';
import { type IngestContext, type InputFile, refusedFile } from '../input-file.ts';
import { namedProfile } from './profiles.ts';

/** The records of a file by the profile that the workspace names for it. */
export function extractProfile(
  file: InputFile,
  input: ProfileInput,
  context: IngestContext,
): Given {
  if (input.profile === 'green-button') {
    const { readings, bills } = greenButton.extract(file, input, context);
    return { readings, bills };
  }
  const profile = namedProfile(input.profile);
  if (profile) return profile.extract(file, input, context);
  const message = `No reader is known by the name ${input.profile}; \`hashprint inspect --help\` lists the profiles.`;
  const refused = finding('IN-NO-READINGS', 'critical', message, { file: file.path });
  return { readings: refusedFile(refused) };
}
