import { createHash } from 'node:crypto';
import type { IngestContext, InputFile } from '../../src/ingest/input-file.ts';
import type {
  BillsInput,
  CertificatesInput,
  FleetInput,
  HashrateInput,
  ReadingsInput,
} from '../../src/model/documents/workspace.ts';
import type { Finding } from '../../src/model/finding.ts';

/** A file of the given text or bytes. */
export function given(content: string | Uint8Array, path = 'data.csv'): InputFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Lines joined, with a final newline. */
export function lines(...all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}

/** `CODE severity line` of each finding, sorted. */
export function codes(findings: readonly Finding[]): string[] {
  return findings
    .map(({ code, severity, at }) => `${code} ${severity} ${String(at.line ?? '-')}`)
    .sort();
}

export const CONTEXT: IngestContext = {
  sites: [
    { id: 'pecos', name: 'Pecos', country: 'US', zone: 'America/Chicago', role: 'own' },
    { id: 'boden', name: 'Boden', country: 'SE', zone: 'Europe/Stockholm', role: 'own' },
  ],
  meters: [
    { id: 'main', site: 'pecos', measures: 'grid-import', number: '1008900001' },
    { id: 'other', site: 'pecos', measures: 'grid-import', number: '810000000' },
  ],
  contracts: [
    { id: 'caney', site: 'pecos', kind: 'ppa', technology: 'wind', attributes: 'retained' },
  ],
};

export const READINGS: ReadingsInput = {
  kind: 'readings',
  files: '*.csv',
  meter: 'main',
  map: {
    time: 'ts',
    label: 'start',
    interval_minutes: 15,
    zone: 'offset',
    date_format: "yyyy-MM-dd'T'HH:mm:ss",
    energy: { column: 'kwh', unit: 'kWh' },
  },
};

export const BILLS: BillsInput = {
  kind: 'bills',
  files: '*.csv',
  meter: 'main',
  map: {
    start: 'From',
    end: 'To',
    end_date: 'inclusive',
    date_format: 'MM/dd/yyyy',
    energy: { column: 'Usage', unit: 'kWh' },
  },
};

export const CERTIFICATES: CertificatesInput = {
  kind: 'certificates',
  files: '*.csv',
  site: 'pecos',
  contract: 'caney',
  map: {
    registry: 'Registry',
    serial_start: 'First',
    serial_end: 'Last',
    quantity: { column: 'MWh', unit: 'MWh' },
    vintage: 'Vintage',
    vintage_format: 'yyyy-MM',
    technology: 'Fuel',
    country: 'Country',
    status: 'Status',
    retired: ['Retired', 'Cancelled'],
    beneficiary: 'For',
  },
};

export const HASHRATE: HashrateInput = {
  kind: 'hashrate',
  files: '*.csv',
  site: 'pecos',
  algorithm: 'sha256',
  map: {
    time: 'ts',
    label: 'start',
    interval_minutes: 60,
    zone: 'UTC',
    date_format: 'yyyy-MM-dd HH:mm',
    rate: { column: 'rate', unit: 'PH/s' },
  },
};

export const FLEET: FleetInput = {
  kind: 'fleet',
  files: '*.csv',
  site: 'pecos',
  map: {
    model: 'model',
    count: 'count',
    rate: { column: 'ths', unit: 'TH/s' },
    power: { column: 'kw', unit: 'kW' },
    from: 'from',
    to: 'to',
    date_format: 'yyyy-MM-dd',
  },
};

/** Seconds since 1970 of an ISO text. */
export function instant(text: string): number {
  return Date.parse(text) / 1000;
}
