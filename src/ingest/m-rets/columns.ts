/**
 * Columns of certificate quantities, as the data dictionaries of M-RETS name and spell them. The country is that of the
 * generator.
 *
 * @see M-RETS operating procedures: certificate quantities, certificates and generators data dictionaries
 */
export interface Columns {
  readonly quantity: string;
  readonly status: string;
  readonly base: string;
  readonly first: string;
  readonly last: string;
  readonly vintage: string;
  readonly fuel: string;
  readonly account: string;
  readonly country: string;
}

/** The headers by name. */
const NAMES: Columns = {
  quantity: 'Quantity',
  status: 'Status',
  base: 'Serial Number Base',
  first: 'Serial Number Start',
  last: 'Serial Number End',
  vintage: 'Vintage',
  fuel: 'Generator Fuel',
  account: 'Account',
  country: 'Country',
};

/** The headers by data field. */
const FIELDS: Columns = {
  quantity: 'quantity',
  status: 'status',
  base: 'serial_number_base',
  first: 'serial_number_start',
  last: 'serial_number_end',
  vintage: 'vintage',
  fuel: 'generator_fuel',
  account: 'account',
  country: 'country',
};

/** Both ways in which a table may be headed. */
export const HEADINGS: readonly Columns[] = [NAMES, FIELDS];

/** Columns by which a table is known to be of M-RETS. */
export function signature({ quantity, status, base, first, last }: Columns): readonly string[] {
  return [quantity, status, base, first, last];
}
