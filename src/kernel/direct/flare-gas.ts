import type { Finding } from '../../model/finding.ts';
import type { FlareGas } from '../../model/source-records.ts';
import { splitFindings } from '../energy/split-by-days.ts';
import { isMissing, type Missing } from '../figure.ts';
import type { Masses } from '../gases.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { flared, flareEfficiency, vented } from './gas-burning.ts';
import { type Generated, generated } from './gas-generator.ts';
import { distinct, gasName, type GasPart, gasParts } from './gas-part.ts';
import { mitigated, worseThanBaseline } from './mitigation.ts';
import type { DirectSource, Mitigation } from './source.ts';

/** Emissions of gas that is flared, vented or burned in generators, and what burning it in these avoids. */
export interface GasEmissions {
  readonly sources: readonly DirectSource[];
  readonly mitigation: readonly Mitigation[];
}

interface OfPart {
  readonly masses: Masses | Missing;
  readonly mitigation?: { readonly of: Mitigation; readonly engine: string };
}

const SOURCES = { flare: 'flare', vent: 'vent', generator: 'stationary' } as const;

function byGenerator(
  inputs: FootprintInputs,
  part: GasPart,
  made: Generated,
): Found<NonNullable<OfPart['mitigation']>> {
  const { value: of, findings } = mitigated(inputs, part, made);
  return found({ of, engine: made.engine?.label ?? '' }, findings);
}

function ofPart(inputs: FootprintInputs, site: SiteInputs, part: GasPart): Found<OfPart> {
  switch (part.gas.destination) {
    case 'vent':
      return found({ masses: vented(part) });
    case 'flare': {
      const { value: masses, findings } = flared(inputs, part, flareEfficiency(inputs, part));
      return found({ masses }, findings);
    }
    case 'generator': {
      const made = generated(inputs, site, part);
      const less = byGenerator(inputs, part, made.value);
      const { masses } = made.value;
      return found({ masses, mitigation: less.value }, made.findings, less.findings);
    }
  }
}

function inOrder(records: readonly FlareGas[]): FlareGas[] {
  const key = ({ firstDay, lastDay, destination, evidence }: FlareGas) =>
    [
      firstDay,
      lastDay,
      destination,
      evidence.file,
      String(evidence.at.line ?? 0).padStart(9, '0'),
    ].join('\0');
  return [...records].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function ofRecord(inputs: FootprintInputs, site: SiteInputs, gas: FlareGas): Found<OfPart[]> {
  const parts = gasParts(inputs, site, gas);
  if (isMissing(parts)) return found([{ masses: parts }], parts.missing);
  const taken = parts.map((part) => ofPart(inputs, site, part));
  return found(
    taken.map(({ value }) => value),
    splitFindings(gasName(gas), gas, site.calendar),
    taken.flatMap(({ findings }) => findings),
  );
}

/** Findings of projects that emit more than their baselines, engine by engine. */
function worse(inputs: FootprintInputs, site: string, parts: readonly OfPart[]): Finding[] {
  const less = parts.flatMap(({ mitigation }) => mitigation ?? []);
  const engines = [...new Set(less.map(({ engine }) => engine))].sort();
  return engines.flatMap((engine) => {
    const own = less.filter((one) => one.engine === engine).map(({ of }) => of);
    return worseThanBaseline(inputs, site, engine, own);
  });
}

/**
 * Emissions of the gas of a site by where it went, and what burning it in generators avoids against the declared
 * baseline.
 */
export function gasEmissions(inputs: FootprintInputs, site: SiteInputs): Found<GasEmissions> {
  const records = inOrder(site.flare ?? []).filter(
    ({ start, end }) => start < site.calendar.end && end > site.calendar.start,
  );
  const findings: Finding[] = [];
  const all: OfPart[] = [];
  const sources: DirectSource[] = [];
  for (const gas of records) {
    const { value, findings: said } = ofRecord(inputs, site, gas);
    findings.push(...said);
    all.push(...value);
    sources.push(...value.map(({ masses }) => ({ source: SOURCES[gas.destination], masses })));
  }
  findings.push(...worse(inputs, site.site.id, all));
  const mitigation = all.flatMap((part) => part.mitigation?.of ?? []);
  return found({ sources, mitigation }, distinct(findings));
}
