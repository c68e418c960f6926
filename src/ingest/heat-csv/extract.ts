import type { HeatInput } from '../../model/documents/workspace.ts';
import type { HeatDelivery } from '../../model/records.ts';
import { unitFactor } from '../columns.ts';
import { spanReader } from '../day-spans.ts';
import {
  type Extraction,
  type Identification,
  type IngestContext,
  type InputFile,
  refusedFile,
} from '../input-file.ts';
import { readMapped } from '../mapped-rows.ts';
import { rowNotes } from '../row-notes.ts';
import { type HeaderSign, identifyByHeader } from '../table/identify.ts';

const SIGNS: readonly HeaderSign[] = [
  { what: 'heat', spelled: /heat|thermal|v\u00e4rme/i },
  { what: 'period', spelled: /\b(start|end|from|to|through|period|month|date)\b/i },
  { what: 'energy', spelled: /\b[kmg]wh\b|\b[mgt]j\b|energy|therms?|btu/i },
];

/** How far the file looks like a list of heat deliveries. */
export function identify(file: InputFile): Identification {
  return identifyByHeader(file, SIGNS);
}

/** The heat deliveries of a file by its mapping. */
export function extract(
  file: InputFile,
  { site, csv, map }: HeatInput,
  context: IngestContext,
): Extraction<HeatDelivery> {
  const spanOf = spanReader(map, site, context, file.path);
  const unit = unitFactor(map.energy, [{ kind: 'energy', to: 'MWh' }], file.path);
  const power =
    map.auxiliary && unitFactor(map.auxiliary, [{ kind: 'energy', to: 'MWh' }], file.path);
  if (typeof spanOf !== 'function' || 'severity' in unit || (power && 'severity' in power)) {
    const faults = typeof spanOf === 'function' ? [] : spanOf;
    const units = [unit, power].filter((one) => one !== undefined && 'severity' in one);
    return refusedFile(...faults, ...units);
  }
  const columns = [map.start, map.end, map.energy.column, map.recipient, map.auxiliary?.column];
  return readMapped(file, { csv, columns }, rowNotes(file.path), (rows) =>
    rows.flatMap((row) => {
      const days = spanOf(row);
      const energy = row.measured(map.energy.column, 'not-negative');
      if (!days || !energy) return [];
      const recipient = row.text(map.recipient);
      const drawn = map.auxiliary && row.measured(map.auxiliary.column, 'not-negative');
      return [
        {
          site,
          energyMwh: energy.mul(unit.factor),
          ...(recipient === '' ? {} : { recipient }),
          ...(drawn && power ? { auxiliaryMwh: drawn.mul(power.factor) } : {}),
          ...days,
          evidence: row.evidence(map.energy.column),
        },
      ];
    }),
  );
}
