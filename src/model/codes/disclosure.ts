/** Findings of templates and disclosures. */
export const DISCLOSURE_CODES = {
  'TPL-UNKNOWN': 'No template has this id or edition. `hashprint templates` lists them.',
  'TPL-SCHEMA': 'A template is not of the form asked for.',
  'TPL-METRIC': 'A template names a metric that the catalogue does not hold.',
  'TPL-UNIT': 'A template asks for a metric in a unit that does not measure it.',
  'TPL-GWP': 'A template names a set of warming potentials that is not at hand.',
  'DIS-MISSING': 'A mandatory item has no value.',
  'DIS-MISSING-CONDITIONAL': 'A conditional item that applies has no value.',
  'DIS-NOT-ASKED': 'A conditional item is not asked for here.',
  'DIS-UNDETERMINED':
    'Whether the template applies cannot be told, since something it rests on is not stated.',
  'DIS-UNVERIFIED':
    'A field of the template stands from memory and was not checked against the law’s text.',
  'DIS-HOURLY-NOT-ALLOWED':
    'The workspace takes hourly factors, and the template does not allow them, so annual ones were used.',
  'FAC-SCHEMA': 'A factor set is not of the form asked for.',
} as const;
