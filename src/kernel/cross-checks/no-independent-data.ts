import { type Finding, finding } from '../../model/finding.ts';

/** The finding for a check whose other side is missing: it was not passed, it could not be made. */
export function noIndependentData(check: string, lack: string): Finding {
  return finding('ACC-NO-INDEPENDENT-DATA', 'info', `${check} could not be checked: ${lack}.`);
}
