/** The commented workspace that `init` writes. `{{year}}` is replaced by the year before today's. */
export const STARTER_WORKSPACE = `# yaml-language-server: $schema=.hashprint/workspace.schema.json
#
# A Hashprint workspace: who reports, for which period, on which sites and meters, and where the inputs lie.
# Editors that know the line above complete keys and mark errors. Replace every value; lines with "#" are examples.
# Check it with:   hashprint check .
# Report with:     hashprint report . --template ID --out filed   (hashprint templates)
# Numbers that must keep every digit stand between quotes: "120".
hashprint: 1

entity:
  name: Example Mining Ltd
  country: US                    # ISO 3166-1, two letters
  # lei: 00000000000000000000    # Legal Entity Identifier, 20 characters
  # place: Austin, Texas
  # also_known_as: [Example Mining Limited]   # other spellings found on certificates
  # prepared_by: Name, role

boundary:
  approach: operational-control  # | financial-control | equity-share
  parties:
    - { id: self, share: "100", sites: [first-site] }
    # - { id: joint-venture, name: Second Site JV LLC, share: "60", operator: true, sites: [second-site], from: {{year}}-04-01 }

period: {{year}}                     # a calendar year, or { start: {{year}}-07-01, end: ... }

sites:
  - id: first-site
    name: First Site
    country: US
    subdivision: US-TX           # ISO 3166-2
    grid: egrid:ERCT             # key of grid factors; "hashprint factors" lists them
    zone: America/Chicago        # IANA time zone
    connected_mw: "100"
    role: own                    # | host | client (then name hosting_party)

meters:
  - { id: first-main, site: first-site, measures: grid-import, use: mining }
  # With bills and readings for one meter, say which of them counts: energy_from: bills
  # Metered parts behind it, when not everything serves mining:
  # - { id: first-it, site: first-site, measures: it-load, part_of: first-main, use: mining }
  # - { id: first-ai, site: first-site, measures: it-load, part_of: first-main, use: compute }

# Contracts, and the answers to those quality criteria that a certificate ledger cannot answer.
# An unanswered criterion counts as not met, and the certificate is refused.
# contracts:
#   - id: wind
#     site: first-site
#     kind: unbundled-certificates   # | ppa | green-tariff | supplier-rate
#     technology: wind
#     attributes: retained
#     criteria:
#       emission_rate:   { met: yes, evidence: registry terms, by: "name, role", on: {{year}}-12-31 }
#       sole_claim:      { met: yes, evidence: contract clause 7, by: "name, role", on: {{year}}-12-31 }
#       utility_rate:    { met: not-applicable, evidence: no utility rate is used, by: "name, role", on: {{year}}-12-31 }
#       direct_transfer: { met: yes, evidence: registry account, by: "name, role", on: {{year}}-12-31 }

# The files of evidence. "hashprint import FILE DIR" proposes an entry, asks what it cannot know and writes it here.
# By hand: entries such as these in place of [].
inputs: []
  # - kind: bills
  #   files: bills/*.csv
  #   meter: first-main
  #   map:
  #     start: From              # header texts of your file
  #     end: To
  #     end_date: inclusive      # is the "To" day itself billed?
  #     date_format: MM/dd/yyyy
  #     energy: { column: Usage, unit: kWh }
  #     # read_type: { column: Read, actual: [A], estimated: [E] }
  # - kind: readings
  #   files: readings/*.csv
  #   meter: first-main
  #   map:
  #     time: Interval End
  #     label: end               # does a stamp name the start or the end of its interval?
  #     interval_minutes: 15
  #     zone: America/Chicago    # | UTC | offset (each stamp carries its own)
  #     date_format: MM/dd/yyyy HH:mm
  #     energy: { column: kWh, unit: kWh }
  # - kind: certificates
  #   files: certificates/*.csv
  #   site: first-site
  #   contract: wind
  #   map: { registry: Registry, serial_start: From, serial_end: To, quantity: { column: MWh, unit: MWh }, vintage: Vintage, vintage_format: yyyy-MM, country: Country, status: Status, retired: [Retired], beneficiary: Beneficiary }
  # - kind: hashrate
  #   files: hashrate/*.csv
  #   site: first-site
  #   algorithm: sha256
  #   map: { time: hour, label: start, interval_minutes: 60, zone: UTC, date_format: "yyyy-MM-dd HH:mm", rate: { column: avg, unit: PH/s } }
  # - kind: fleet
  #   files: fleet/*.csv
  #   site: first-site
  #   map: { model: Model, count: Units, rate: { column: TH/s, unit: TH/s }, power: { column: W, unit: W }, from: In service, date_format: yyyy-MM-dd }

factors:
  location: [epa-egrid]          # publishers, in order of preference
  mix: [electricity-maps]
  residual: [green-e]
  other_year: refuse             # | latest-earlier (named in the disclosure)

# Narratives that a template asks for; "hashprint templates show ID" lists them.
# statements:
#   measurement_standard: GHG Protocol Corporate Standard and Scope 2 Guidance

# Choices a person made; each is disclosed.
# decisions:
#   - { id: no-direct-emissions, site: first-site, value: "yes", by: "name, role", on: {{year}}-12-31, because: "..." }
`;
