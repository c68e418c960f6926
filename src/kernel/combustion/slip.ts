import type { EngineKind, Generator } from '../../model/documents/workspace.ts';
import { type Finding, finding, type Place } from '../../model/finding.ts';
import { exact } from '../../units/rational.ts';
import type { Answer } from '../factors/question.ts';
import { isMissing, type Missing } from '../figure.ts';
import { found, type Found } from '../found.ts';
import type { FootprintInputs, SiteInputs } from '../inputs.ts';
import { convert, declared, factorValue, inUnit, type Step } from '../ledger.ts';

/** Of what burning the slip is asked. */
export interface SlipQuestion {
  /** Id of the fuel in the factor sets. */
  readonly fuel: string;
  /** The name of the equipment, to be found among the generators of the site. */
  readonly equipment?: string | undefined;
  /** What burns it, where the equipment does not say that. */
  readonly engine?: EngineKind | undefined;
  readonly at: Place;
}

/** CH4 per mmBtu on HHV that leaves unburnt, in the place of the CH4 of the fuel's own row; undefined: that row stands. */
export type Slip = Step<'kg CH4/mmBtu'> | Missing | undefined;

function folded(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}

/** The generator of a site by the name that a record gives it. */
export function generatorOf(
  { site }: SiteInputs,
  equipment: string | undefined,
): Generator | undefined {
  if (equipment === undefined) return undefined;
  return site.generators?.find(({ name }) => folded(name) === folded(equipment));
}

function tested({ site, share: held }: SiteInputs, { name, slip }: Generator): Slip {
  if (!slip) return undefined;
  const { file, sha256 } = held.evidence;
  const note = {
    name: `Methane slip of ${name}, by a test of its stack on ${slip.on}`,
    cites: [`${slip.test}, by ${slip.by}`],
  };
  const at = { element: `sites.${site.id}.generators` };
  return declared(exact(slip.kg_ch4_per_mmbtu), 'kg CH4/mmBtu', note, [{ file, sha256, at }]);
}

/** Rows of slip of a fuel, the preferred publisher's first. */
function slipRows({ factors, factorSets }: FootprintInputs, fuel: string) {
  const publishers = factors.combustion ?? [];
  const all = factorSets.flatMap((set) =>
    set.rows
      .filter(({ answers }) => answers.use === 'slip' && answers.fuel === fuel)
      .map((row): Answer => ({ set, row })),
  );
  const rank = ({ set }: Answer) => publishers.indexOf(set.publisher);
  const named = all.filter((answer) => rank(answer) >= 0).sort((a, b) => rank(a) - rank(b));
  return { all, named };
}

/** True where somebody decided that the site reports under subpart W, to which 40 CFR 98.233(z)(4) applies. */
function reportsUnderSubpartW({ decisions }: FootprintInputs, { site }: SiteInputs): boolean {
  return decisions.some(
    ({ decision: { id, value, site: of = site.id } }) =>
      id === 'subpart-w-reporter' && value === 'yes' && of === site.id,
  );
}

const TO_DO = 'state the kind of engine, or a test of its stack, among the generators of the site';

function refused(message: string, at: Place): Missing {
  return { missing: finding('ACC-METHANE-SLIP', 'critical', message, at) };
}

function leftOut({ site }: SiteInputs, fuel: string, rows: readonly Answer[], at: Place): Finding {
  const examples = rows.map(({ row }) => `${row.ch4_kg ?? '?'} ${row.answers.device ?? row.id}`);
  const message = `CH4 of ${fuel} at ${site.id} is a default, which leaves out what engines and turbines leave unburnt (kg per mmBtu: ${examples.join(', ')}); ${TO_DO}, or engine none.`;
  return finding('ACC-METHANE-SLIP', 'quality', message, at);
}

function rateOf({ set, row }: Answer): Slip {
  const rate = factorValue(set, row, 'ch4_kg', `kg CH4/${row.per}`);
  return rate && inUnit(convert<string, string>(rate, 'kg CH4/mmBtu'), 'kg CH4/mmBtu');
}

function unverified({ site }: SiteInputs, { set, row }: Answer, at: Place): Finding[] {
  if (row.grade !== 'M') return [];
  const message = `The methane slip of ${site.id} (${set.title}, row ${row.id}) stands from memory; check it against ${row.source.document}.`;
  return [finding('ACC-FACTOR-UNVERIFIED', 'quality', message, at)];
}

/** The slip of an engine whose kind is known. */
function ofEngine(
  inputs: FootprintInputs,
  site: SiteInputs,
  engine: EngineKind,
  { fuel, at }: SlipQuestion,
): Found<Slip> {
  const { named } = slipRows(inputs, fuel);
  const answer = named.find(({ row }) => row.answers.device === engine);
  const rate = answer && rateOf(answer);
  if (answer && rate) return found(rate, unverified(site, answer, at));
  const message = `No factor set named under factors.combustion holds the methane slip of a ${engine} engine on ${fuel} at ${site.site.id}; name epa-part98, or state a test of its stack.`;
  if (reportsUnderSubpartW(inputs, site)) return found(refused(message, at));
  return found(undefined, finding('ACC-METHANE-SLIP', 'quality', message, at));
}

/**
 * Methane that leaves an engine unburnt: by a test of its stack, else by the kind of engine. Where neither is stated
 * the CH4 of the fuel's own row stands, with what it leaves out; a reporter under subpart W may not use it.
 *
 * @see 40 CFR 98.233(z)(4), and the footnote of Table C-2
 */
export function methaneSlip(
  inputs: FootprintInputs,
  site: SiteInputs,
  question: SlipQuestion,
): Found<Slip> {
  const { fuel, at } = question;
  const generator = generatorOf(site, question.equipment);
  const byTest = generator && tested(site, generator);
  if (byTest) return found(byTest);
  const { all } = slipRows(inputs, fuel);
  const engine = generator?.engine ?? question.engine;
  if (all.length === 0 || engine === 'none') return found(undefined);
  if (engine) return ofEngine(inputs, site, engine, question);
  if (!reportsUnderSubpartW(inputs, site)) return found(undefined, leftOut(site, fuel, all, at));
  const message = `${site.site.id} reports under subpart W, so the default CH4 of ${fuel} may not be used for engines and turbines (40 CFR 98.233(z)(4)); ${TO_DO}, or engine none.`;
  return found(refused(message, at));
}

/** True where a slip stands in the place of the CH4 of the fuel's own row. */
export function isSlip(slip: Slip): slip is Step<'kg CH4/mmBtu'> {
  return slip !== undefined && !isMissing(slip);
}
