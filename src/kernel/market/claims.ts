import { type Finding, finding, type Place } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import type { CertificateClaim } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { numberText } from '../wording.ts';
import { type Failure, failuresOf } from './criteria.ts';
import { inOrder, repeatedSerials } from './serials.ts';

/** `REGISTRY 1 to 100 (100 MWh)`. */
function described({ registry, serialStart, serialEnd, energyMwh }: Certificate): string {
  return `${registry} ${serialStart} to ${serialEnd} (${numberText(energyMwh, 3)} MWh)`;
}

function placeOf({ evidence }: Certificate): Place {
  const { line } = evidence.at;
  return line === undefined ? { file: evidence.file } : { file: evidence.file, line };
}

function refusal(certificate: Certificate, failures: readonly Failure[]): Finding {
  const reasons = failures.map(
    ({ criterion, because }) => `criterion ${String(criterion)}: ${because}`,
  );
  return finding(
    'ACC-CERTIFICATE-REFUSED',
    'quality',
    `Certificates ${described(certificate)} were refused, not counted; ${reasons.join('; ')}.`,
    placeOf(certificate),
    ['GHG Protocol Scope 2 Guidance, table 7.1'],
  );
}

function repetition(certificate: Certificate, by: Certificate): Finding {
  const { file, line } = placeOf(by);
  const where = line === undefined ? (file ?? '') : `${file ?? ''}, line ${String(line)}`;
  return finding(
    'ACC-SERIAL-TWICE',
    'critical',
    `Certificates ${described(certificate)} share serials with ${described(by)} in ${where}, for site ${by.site}; they were counted once, there. Correct one of the two.`,
    placeOf(certificate),
  );
}

function claim(certificate: Certificate, outcome: CertificateClaim['outcome']): CertificateClaim {
  const { registry, serialStart, serialEnd, energyMwh, evidence } = certificate;
  const name = `Certificates ${registry} ${serialStart} to ${serialEnd}`;
  return { certificate, outcome, energy: activity(energyMwh, 'MWh', name, [evidence]) };
}

/** What becomes of every certificate of every site: accepted, refused by a criterion, or counted already. */
export function certificateClaims(inputs: FootprintInputs): Found<readonly CertificateClaim[]> {
  const held = inputs.sites.flatMap(({ site, contracts, certificates }) =>
    certificates.map((certificate) => {
      const contract = contracts.find(({ id }) => id === certificate.contract);
      const failures = failuresOf(certificate, { ...inputs, site, contract });
      return { certificate, failures };
    }),
  );
  const failuresFor = new Map(held.map(({ certificate, failures }) => [certificate, failures]));
  const met = held.filter(({ failures }) => failures.length === 0);
  const repeated = new Map(
    repeatedSerials(met.map(({ certificate }) => certificate)).map((each) => [
      each.certificate,
      each.by,
    ]),
  );
  const findings: Finding[] = [];
  const claims = inOrder(held.map(({ certificate }) => certificate)).map((certificate) => {
    const failures = failuresFor.get(certificate) ?? [];
    const by = repeated.get(certificate);
    if (failures.length > 0) findings.push(refusal(certificate, failures));
    if (by) findings.push(repetition(certificate, by));
    return claim(
      certificate,
      failures.length > 0 ? 'refused' : by ? 'counted-already' : 'accepted',
    );
  });
  return found(claims, findings);
}
