import { type Finding, finding, type Place } from '../../model/finding.ts';
import type { Certificate } from '../../model/records.ts';
import type { CertificateClaim } from '../footprint.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs, UsedSerials } from '../inputs.ts';
import { activity } from '../ledger.ts';
import { numberText } from '../wording.ts';
import { type CriterionAnswer, criteriaOf, type Failure, failuresAmong } from './criteria.ts';
import { programmeFinding } from './programmes.ts';
import { inOrder, repeatedSerials, usedElsewhere } from './serials.ts';

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

function usedBefore(certificate: Certificate, used: UsedSerials): Finding {
  return finding(
    'ACC-SERIAL-TWICE',
    'critical',
    `Certificates ${described(certificate)} share serials with ${used.registry} ${used.serialStart} to ${used.serialEnd}, which count in ${used.by} already; they were not counted again. Take them out of one of the two.`,
    placeOf(certificate),
  );
}

/** A certificate with the answers to the eight criteria. */
interface Examined {
  readonly certificate: Certificate;
  readonly criteria: readonly CriterionAnswer[];
  readonly failures: readonly Failure[];
  readonly used: UsedSerials | undefined;
}

function examined(inputs: FootprintInputs, site: SiteInputs): Examined[] {
  const { programmes = [], usedSerials = [] } = inputs;
  return site.certificates.map((certificate) => {
    const contract = site.contracts.find(({ id }) => id === certificate.contract);
    const programme = programmes.find(({ id }) => id === contract?.programme);
    const plants = site.plantMeters ?? [];
    const standard = { site: site.site, contract, programme, plants, inputs };
    const criteria = criteriaOf(certificate, standard);
    const used = usedElsewhere(certificate, usedSerials);
    return { certificate, criteria, failures: failuresAmong(criteria), used };
  });
}

/** The programmes under which certificates are held, each once by contract. */
function programmeFindings(inputs: FootprintInputs): Finding[] {
  return inputs.sites.flatMap(({ contracts, certificates }) => {
    const named = new Set(certificates.map(({ contract }) => contract));
    return contracts.flatMap(({ id, programme }) => {
      const index = (inputs.programmes ?? []).findIndex((each) => each.id === programme);
      const rules = inputs.programmes?.[index];
      return rules && named.has(id) ? [programmeFinding(id, rules, inputs, index)] : [];
    });
  });
}

function claim(
  { certificate, criteria, failures, used }: Examined,
  by: Certificate | undefined,
): CertificateClaim {
  const { registry, serialStart, serialEnd, energyMwh, evidence } = certificate;
  const name = `Certificates ${registry} ${serialStart} to ${serialEnd}`;
  const energy = activity(energyMwh, 'MWh', name, [evidence]);
  if (failures.length > 0) return { certificate, criteria, energy, outcome: 'refused' };
  return { certificate, criteria, energy, outcome: by || used ? 'counted-already' : 'accepted' };
}

/** What becomes of every certificate of every site: accepted, refused by a criterion, or counted already. */
export function certificateClaims(inputs: FootprintInputs): Found<readonly CertificateClaim[]> {
  const held = inputs.sites.flatMap((site) => examined(inputs, site));
  const of = new Map(held.map((each) => [each.certificate, each]));
  const met = held.filter(({ failures, used }) => failures.length === 0 && !used);
  const repeated = new Map(
    repeatedSerials(met.map(({ certificate }) => certificate)).map((each) => [
      each.certificate,
      each.by,
    ]),
  );
  const findings = programmeFindings(inputs);
  const claims = inOrder(held.map(({ certificate }) => certificate)).flatMap((certificate) => {
    const each = of.get(certificate);
    if (!each) return [];
    const by = repeated.get(certificate);
    if (each.failures.length > 0) findings.push(refusal(certificate, each.failures));
    else if (each.used) findings.push(usedBefore(certificate, each.used));
    else if (by) findings.push(repetition(certificate, by));
    return [claim(each, by)];
  });
  return found(claims, findings);
}
