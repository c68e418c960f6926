import { type Finding, finding } from '../../model/finding.ts';
import type { DifficultyEpoch } from '../../model/source-records.ts';
import { difficultyOf } from '../../units/chain-work.ts';
import { byKey } from '../by-key.ts';
import { EPOCH } from '../difficulty-csv/join.ts';
import {
  type Extraction,
  type Identification,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { grouped } from '../wording.ts';
import { faultIn, type PlacedHeader, withHeights } from './chain.ts';
import { hexHeaders, looksLikeHex } from './hex-lines.ts';
import { jsonHeaders, looksLikeAnswers } from './json-headers.ts';

/** How far the file holds block headers of Bitcoin. */
export function identify(file: InputFile): Identification {
  if (looksLikeHex(file)) {
    return { confidence: 1, why: 'It begins with a block header of 160 hexadecimal digits.' };
  }
  if (looksLikeAnswers(file)) {
    return { confidence: 1, why: 'It holds answers of a node to getblockheader.' };
  }
  return { confidence: 0, why: 'It holds no block headers.' };
}

/**
 * The stretches of one difficulty that the headers of a file show. Each header must hold the work that its bits ask for
 * and follow the one before it; otherwise nothing of the file is used.
 */
export function extract(file: InputFile): Extraction<DifficultyEpoch> {
  const read = looksLikeHex(file) ? hexHeaders(file) : jsonHeaders(file);
  if (read.refused) return refusedFile(read.refused);
  const headers = read.value;
  const chain = withHeights(headers);
  const [first] = headers;
  if (!first) {
    return refusedFile(
      refusal(file, `${file.path} holds no block header. Export them again from a node.`),
    );
  }
  if (!chain) {
    const message = `The first header of ${file.path} (hash ${first.hash}) does not say at which height it stands. Write the height and a comma before it.`;
    return refusedFile(refusal(file, message, first.place));
  }
  const fault = faultIn(headers, chain);
  if (fault) {
    const { header, why } = fault;
    const message = `The header of block ${grouped(header.height)} in ${file.path} ${why}. Nothing of the file is used; export the headers again from a node, one after the other.`;
    return refusedFile(refusal(file, message, header.place));
  }
  const epochs = [...byKey(chain, ({ height }) => Math.floor(height / EPOCH)).values()];
  return {
    records: epochs.flatMap((blocks) => epochOf(blocks, file)),
    findings: [],
    rows: { read: headers.length, rejected: 0, duplicate: 0 },
  };
}

function refusal(
  { path: file }: InputFile,
  message: string,
  place: PlacedHeader['place'] = {},
): Finding {
  return finding('IN-HEADERS', 'critical', message, { file, ...place });
}

/** The stretch ends with its last block; where the next one is known, the join of files lets it end there. */
function epochOf(
  blocks: readonly PlacedHeader[],
  { path, sha256 }: InputFile,
): readonly DifficultyEpoch[] {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last) return [];
  return [
    {
      firstHeight: first.height,
      lastHeight: last.height,
      from: first.time,
      to: Math.max(first.time, last.time),
      bits: first.bits,
      difficulty: difficultyOf(first.bits),
      evidence: { file: path, sha256, at: { ...first.place } },
    },
  ];
}
