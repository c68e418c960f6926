/** Findings of the accounting. */
export const ACCOUNTING_CODES = {
  'ACC-NO-FACTOR': 'No factor row answers for this grid and year. No figure is given.',
  'ACC-FACTOR-OTHER-YEAR':
    'A factor of an earlier year was used, since none of the period’s own year is at hand.',
  'ACC-FACTOR-YEAR-REFUSED':
    'Only factors of other years are at hand, and the workspace refuses them.',
  'ACC-FACTOR-UNVERIFIED': 'A factor stands from memory and was not checked against its source.',
  'ACC-NO-RESIDUAL-MIX':
    'No residual mix was used for energy without instruments; the grid average stands in, with the reason.',
  'ACC-CERTIFICATE-REFUSED': 'A certificate does not meet a quality criterion and was not counted.',
  'ACC-CERTIFICATE-SURPLUS':
    'More certificates were retired than energy was used. The surplus counts for nothing.',
  'ACC-SERIAL-TWICE': 'A certificate serial is claimed twice. It counts once at most.',
  'ACC-BILL-STRADDLES':
    'A bill reaches over the edge of the period. It was split by the shape of readings, or by days.',
  'ACC-BILL-MISSING': 'No bill covers days of the period.',
  'ACC-READINGS-MISSING':
    'Hours of the period hold no reading of a meter whose readings count. Add the readings, or bills.',
  'ACC-BILL-ESTIMATED': 'A bill rests on an estimated read.',
  'ACC-BILLS-READINGS':
    'Bills and readings of one meter were compared. More than 0.5% apart, find which of them is wrong.',
  'ACC-NO-ENERGY': 'No energy is known, so no figure that rests on it is given.',
  'ACC-NO-USE':
    'It is not known how much of the energy served mining. No figure per hash is given.',
  'ACC-NO-HASHES': 'No hash volume is known, so no figure per hash is given.',
  'ACC-HASH-COVERAGE': 'Hashrate is known for part of the period only.',
  'ACC-ZERO-DENOMINATOR': 'The denominator is zero. No figure is given.',
  'ACC-J-PER-TH':
    'Energy per terahash lies outside what machines can do. Energy or hashrate is wrong or in another unit.',
  'ACC-PUE': 'Less energy was bought than the computing equipment used.',
  'ACC-CONNECTED': 'More energy was used than the connection can carry.',
  'ACC-RATED-HASHRATE': 'More hashes were reported than the fleet can compute.',
  'ACC-FLEET-DATA': 'The fleet is not known for the whole period.',
  'ACC-NO-INDEPENDENT-DATA': 'A cross-check could not be made: one side has no independent data.',
  'ACC-NO-DIRECT-SOURCES':
    'Nothing states whether direct emission sources exist. State fuels, or decide no-direct-emissions.',
  'ACC-SHARE': 'Figures of a site were taken at the entity’s share.',
  'ACC-BOUNDARY':
    'The tree of parties does not lead from a site to the entity. Correct parent or sites of a party.',
  'ACC-DIRECT-CONTRADICTION':
    'Fuels are stated for a site that was decided to have no direct emissions. Withdraw one of the two.',
  'ACC-FUEL-UNIT':
    'The quantity of a fuel cannot be brought to the unit or heating value of its factor. No figure is given.',
  'ACC-PERIOD-SPLIT':
    'A record reaches over the edge of the period or the turn of the year. It was split by days.',
  'ACC-FACTOR-GASES':
    'A factor row states some gases only, or their sum. The disclosure names what is not in it.',
  'ACC-FACTOR-SEVERAL':
    'Several rows of one publisher answer for one key and year. The newest edition was used, and in it the row that states each gas.',
  'ACC-CONTRACT-REFUSED':
    'A contract with its own rate does not meet a quality criterion and was not counted.',
  'ACC-LOSSES-INCLUDED':
    'The factor of the grid includes losses, so category 3c of this energy is zero.',
  'ACC-NO-LOSS':
    'The loss of the grid is not known, so category 3c is not given. Add factors.loss, or grid_loss of the site.',
  'ACC-HASH-FILLED':
    'Hashes of hours without data were derived from other records, each tagged by its rule.',
  'ACC-COINS-HASHES':
    'Coins paid and hashes reported were compared. Far apart, find which of them is wrong.',
  'ACC-CURTAILMENT':
    'Energy left to the grid in an event could not be taken, or is doubtful. Correct the event or its baseline.',
  'ACC-NO-PEAK':
    'The highest power of a site is not known. Add readings of its connection, or billed demand.',
} as const;
