import { finding } from '../../model/finding.ts';
import type { InputFile, Outcome } from '../input-file.ts';
import { quoted } from '../wording.ts';
import { childOf, eachElement, textIn, type XmlElement } from '../xml/xml.ts';
import type { GridKey } from '../grid/collect.ts';

/** A document of load, generation or flows: what its series are, and the series as they stand. */
export interface MarketDocument {
  readonly quantity: GridKey['quantity'];
  readonly series: readonly XmlElement[];
}

const LOAD = 'A65';
const GENERATION = 'A75';
const FLOWS = 'A11';
const REALISED = 'A16';
const DAY_AHEAD = 'A01';

/** The document in a file; refused where it is an acknowledgement, or neither load, generation by type nor flows. */
export function marketDocument(file: InputFile): Outcome<MarketDocument> {
  const series: XmlElement[] = [];
  let root: XmlElement | undefined;
  const fault = eachElement(
    file,
    (name) => name === 'TimeSeries',
    (element, isRoot) => {
      if (isRoot) root = element;
      else series.push(element);
    },
  );
  if (fault || !root) return { refused: fault ?? noDocument(file, '', '', '') };
  if (root.name === 'Acknowledgement_MarketDocument') return { refused: acknowledged(root, file) };
  const type = textIn(root, 'type') ?? '';
  const process = textIn(root, 'process.processType') ?? '';
  const quantity = quantityOf(root.name, type, process);
  if (quantity) return { value: { quantity, series } };
  return { refused: noDocument(file, root.name, type, process) };
}

function noDocument({ path }: InputFile, name: string, type: string, process: string) {
  const message = `${path} is ${quoted(name)} of type ${quoted(type)} and process ${quoted(process)}. Load (A65, realised A16 or day-ahead A01), generation by type (A75, A16) and cross-border physical flows (A11) are read; request one of these.`;
  return finding('IN-NO-READINGS', 'critical', message, { file: path });
}

function quantityOf(root: string, type: string, process: string): GridKey['quantity'] | undefined {
  if (root === 'Publication_MarketDocument') return type === FLOWS ? 'interchange' : undefined;
  if (root !== 'GL_MarketDocument') return undefined;
  if (type === GENERATION && process === REALISED) return 'generation';
  if (type !== LOAD) return undefined;
  if (process === REALISED) return 'demand';
  return process === DAY_AHEAD ? 'demand-forecast' : undefined;
}

function acknowledged(root: XmlElement, { path }: InputFile) {
  const reason = childOf(root, 'Reason');
  const code = textIn(reason, 'code') ?? '';
  const text = textIn(reason, 'text') ?? 'no reason is given';
  const message = `${path} is an acknowledgement and holds no data (reason ${code}: ${text.replace(/[.\s]+$/u, '')}). Correct the request and export again.`;
  return finding('IN-NO-READINGS', 'critical', message, { file: path, line: root.line });
}
