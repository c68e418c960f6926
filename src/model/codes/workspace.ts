/** Findings of the workspace document and of the choice of files. */
export const WORKSPACE_CODES = {
  'WS-SYNTAX': 'workspace.yaml is not valid YAML. Mend the line named.',
  'WS-SCHEMA':
    'A key or value of workspace.yaml is not of the form asked for. Mend the place named.',
  'WS-REFERENCE':
    'An id names a site, meter or contract that the workspace does not hold. Add it, or correct the id.',
  'WS-DUPLICATE-ID': 'Two entries carry the same id. Give each its own.',
  'WS-ZONE': 'A time zone is not an IANA zone. Use a name such as America/Chicago.',
  'WS-NO-FILE': 'The pattern of an input matches no file. Add the file, or correct the pattern.',
  'WS-FILE-TWICE': 'A file is matched by two inputs. Narrow one of the patterns.',
  'WS-ENERGY-FROM': 'A meter has bills and readings. Say with energy_from which of them counts.',
  'WS-METER-NEEDED': 'An input does not say which meter it is for. Add meter, or map.meter.',
  'WS-KEY-NEEDED':
    'An input lacks a key without which its layout cannot be read. Add the key named.',
  'WS-NO-ENERGY': 'A site has no bill and no reading for its grid connection.',
  'WS-USE': 'A meter does not say what its energy serves, and no meter behind it does. Add use.',
  'WS-NO-GRID': 'A site names no grid. Add grid, such as egrid:ERCT.',
  'WS-PRIOR':
    'A disclosure under prior cannot be used, or not without care: it was changed, is of another entity or a later period, a draft, or stands twice.',
  'WS-NOT-COUNTED': 'An entry of the workspace is read but not part of any figure yet.',
} as const;
