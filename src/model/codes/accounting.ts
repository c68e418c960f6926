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
  'ACC-PLANT':
    'What is stated of a plant behind the meter does not suffice. Add its technology, connection, contract or fuel.',
  'ACC-NULL-POWER':
    'Power made at the site whose attributes are sold, or not shown to be held: it has the residual mix in the market-based figure, and is not renewable.',
  'ACC-EXPORT':
    'What was fed into the grid is not known, or cannot be laid against what plant made hour by hour. Add readings of export, plant or storage.',
  'ACC-RESOLD':
    'Power was bought and sold again. What end users took is of Scope 3 category 3d, what went back wholesale of no scope.',
  'ACC-OFF-GRID': 'A site stands on no grid: it makes all of its power.',
  'ACC-BALANCE':
    'The energy balance of a site does not close. Check the meters of plant, storage and export.',
  'ACC-SUPPLIER-MIX':
    'What a supplier states of its sources could not be used, or was used. Correct its parts, or answer the criteria of its contract.',
  'ACC-RENEWABLE-POWER':
    'The market-based method of Australia was used: the declared renewable power percentage is taken off before certificates.',
  'ACC-NO-INSTRUMENTS':
    'A market without contractual instruments: its location-based emissions stand for the market-based ones.',
  'ACC-ONE-RESULT':
    'No site stands in a market with contractual instruments, so Scope 2 has one result, the location-based one.',
  'ACC-BOUGHT-HEAT':
    'Heat, steam or cooling was bought, and its emission factor is not known. State the rate of the supplier, or name its row and a publisher under factors.heat.',
  'ACC-PROGRAMME':
    'Certificates were held against the rules of a declared programme on age and market, in place of the calendar year and the country of the site.',
  'ACC-CERTIFICATE-SURPLUS':
    'More certificates were retired than energy was used. The surplus counts for nothing.',
  'ACC-SERIAL-TWICE': 'A certificate serial is claimed twice. It counts once at most.',
  'ACC-BILL-STRADDLES':
    'A bill reaches over the edge of the period. It was split by the shape of readings, or by days.',
  'ACC-BILL-MISSING': 'No bill covers days of the period.',
  'ACC-READINGS-MISSING':
    'Hours of the period hold no reading of a meter whose readings count. Add the readings, or bills.',
  'ACC-BILL-ESTIMATED': 'A bill rests on an estimated read.',
  'ACC-ESTIMATED':
    'Energy that no record holds was estimated, as somebody decided. Replace the estimate when the records are there.',
  'ACC-ESTIMATED-SHARE':
    'More than 10% of the energy of a site is estimated. Replace estimates by bills or readings.',
  'ACC-QUALITY':
    'A statement of data quality or uncertainty speaks of nothing that is recorded. Correct its name, or remove it.',
  'ACC-UNCERTAINTY':
    'The uncertainty of a figure is not given, since that of a record or factor is not declared. Add it under uncertainty.',
  'ACC-EXCLUSION':
    'Emissions are left out, sized and with a reason. Above the declared materiality, count them.',
  'ACC-BASE-YEAR':
    'Changes of the base year were held against the declared threshold, by scope. Both columns stand in the disclosure.',
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
  'ACC-PUE':
    'Less energy was bought than the computing equipment used, much more was, or the category of the PUE is declared.',
  'ACC-CONNECTED': 'More energy was used than the connection can carry.',
  'ACC-RATED-HASHRATE': 'More hashes were reported than the fleet can compute.',
  'ACC-FLEET-DATA': 'The fleet is not known for the whole period.',
  'ACC-ROLL-FORWARD':
    'What a period began with is not what the one before ended with. Correct one, or state what changed between them.',
  'ACC-FLEET-RATING':
    'A machine of the fleet is rated beyond the tolerance of the table of machines. The fleet’s own figures count.',
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
  'ACC-FUEL-ENERGY':
    'The energy of a fuel is not known on a heating value, though its emissions may be. State its heating value.',
  'ACC-FUEL-CORRECTION':
    'A quantity of fuel below zero corrects no earlier line. It was not counted; state the line that it corrects, or remove it.',
  'ACC-METHANE-SLIP':
    'Methane that an engine leaves unburnt is not in the default factor of the gas, or the default may not be used. State the engine or a test of its stack.',
  'ACC-GAS-CONDITIONS':
    'A volume of gas was brought to another temperature and pressure, or the factor does not say at which it is stated.',
  'ACC-BLEND':
    'A blend is counted with its fossil CO2 alone, or its biogenic part contradicts its factor. State the biogenic part by itself.',
  'ACC-MOBILE-GASES': 'CH4 and N2O of vehicles were taken by factors of stationary equipment.',
  'ACC-PERIOD-SPLIT':
    'A record reaches over the edge of the period or the turn of the year. It was split by days.',
  'ACC-FACTOR-GASES':
    'A factor row states some gases only, or their sum. The disclosure names what is not in it.',
  'ACC-FACTOR-SEVERAL':
    'Several rows of one publisher answer for one key and year. The newest edition was used, and in it the row that states each gas.',
  'ACC-HOURLY-FACTORS':
    'Energy was taken at the emission factor of its hour where that is known, else at the annual factor. The message says how much of it at which.',
  'ACC-HOURLY-NONE':
    'The workspace takes hourly factors, and none could serve a site. Import those of its grid, and its readings.',
  'ACC-CONTRACT-REFUSED':
    'A contract with its own rate does not meet a quality criterion and was not counted.',
  'ACC-LOSSES-INCLUDED':
    'The factor of the grid includes losses, so category 3c of this energy is zero.',
  'ACC-NO-LOSS':
    'The loss of the grid is not known, so category 3c is not given. Add factors.loss, or grid_loss of the site.',
  'ACC-LOSS-WAY':
    'Both the loss of the grid and rows of losses are at hand. Category 3c is taken by the first alone.',
  'ACC-SCOPE3-FACTOR':
    'An activity of the value chain has no factor, or one in another unit. No emission is given; declare one under scope3.factors.',
  'ACC-SCOPE3-CATEGORY':
    'A category of Scope 3 is open, incomplete, or stated against its figures. Add records, or state relevance and reason.',
  'ACC-WASTE':
    'What becomes of waste, its mass or its factor is not known, or it was resold. State it under scope3.waste.',
  'ACC-HOSTING':
    'Whose the energy of hosted machines is cannot be told, or it would count twice. State hosting of the site.',
  'ACC-HOSTING-STATEMENT':
    'Host and client state the energy of the same machines, or claim certificates. Far apart or claimed by both, settle it with the other party.',
  'ACC-CERTIFIED-HOUR':
    'Certificates or generation of an hour were held against the capacity of the plant, the load of the site, or the night. Correct capacity_mw, technology or times.',
  'ACC-RECORD-SPANS':
    'Records of one kind leave stretches of the period out, or lie outside of it. Add what is missing.',
  'ACC-JUMP':
    'Figures were held against the disclosure before. Where they jump, find out why; without jump_percent there is no bound.',
  'ACC-HASH-FILLED':
    'Hashes of hours without data were derived from other records, each tagged by its rule.',
  'ACC-EXPECTED-HASHES':
    'The hashes that coins pay for cannot be given, or not for every day. State scheme, mean fees and fee of the pool, and the difficulty.',
  'ACC-POOL-DEVICE':
    'Shares that a pool accepted and the hashrate of machines were compared. A pool cannot see more than was computed.',
  'ACC-COINS-HASHES':
    'Coins paid and hashes reported were compared. Far apart, find which of them is wrong.',
  'ACC-CURTAILMENT':
    'Energy left to the grid in an event could not be taken, or is doubtful. Correct the event or its baseline.',
  'ACC-CURTAILMENT-BASELINE':
    'An event names no baseline, so it is open what its energy was taken against. Name the baseline.',
  'ACC-MARGINAL':
    'The consequential figure of an event cannot be given. Name publishers under factors.marginal, with rates per energy.',
  'ACC-MONEY':
    'An amount of money has no currency, or amounts of several currencies meet. They are not added.',
  'ACC-POWER-COST':
    'A bill states no cost, or both bills and events state credits. Complete the bills; one of the two counts.',
  'ACC-REUSE':
    'Heat that was reused is no part of the energy used. The energy reuse factor lies from 0 up to 1.',
  'ACC-HEAT-REFERENCE':
    'What delivered heat avoids is not given. Declare what it displaces, the power of pumps, and who counts it.',
  'ACC-TWELVE-MONTHS':
    'A figure that is defined for twelve months was asked for another period. It is not given.',
  'ACC-WATER': 'Water is not recorded for the whole time, so no figure that rests on it is given.',
  'ACC-ABSORBED':
    'Energy that a plant would have held back is not proven, or is more than the site used.',
  'ACC-SITING':
    'How a site is connected to its plant: losses of the grid are left out only with diagram and metering evidence.',
  'ACC-CREDIT-REFUSED':
    'A carbon credit is not counted in the schedule: it is not retired for the entity in the period, or its serials stand twice.',
  'ACC-STORAGE-BALANCE': 'A store gave out more energy than it took in. Check its records.',
  'ACC-NO-PEAK':
    'The highest power of a site is not known. Add readings of its connection, or billed demand.',
  'ACC-GAS':
    'Gas to a flare, generator or vent gives no figure: its conditions, analysis or what burns it is not known. State it.',
  'ACC-GAS-ENERGY': 'The heating value of a gas is not stated. State heating_value of the input.',
  'ACC-FLARE-TIER':
    'The efficiency of a flare is that of its tier, by declaration. Measure it where you can.',
  'ACC-ENGINE':
    'Nothing states the kind of engine that burns a gas, nor a test of its stack. State one of them.',
  'ACC-FLARE-BASELINE':
    'Gas is burned in generators without a declared baseline, so nothing is said of what that avoids.',
  'ACC-FLARE-MITIGATION':
    'Burning the gas in generators emits more than its baseline. No reduction may be claimed.',
  'ACC-REFRIGERANT':
    'The loss of a refrigerant cannot be taken from its records, or is doubtful. Complete or correct them.',
  'ACC-NO-REFRIGERANTS':
    'A site is cooled by equipment that holds refrigerants, and nothing states what of them was lost.',
  'ACC-SCREENING':
    'A refrigerant is estimated from its charge. That is allowed where decided and for small sources only.',
  'ACC-OUTSIDE-GASES':
    'A gas of the Montreal Protocol was lost. Its mass is given apart, outside the scopes.',
  'ACC-CAPTURE':
    'Captured CO2 does not lower Scope 1, or not by all of it. State its storage under ground and its leakage.',
  'ACC-HOURLY':
    'Energy could not be matched with load hour by hour, or part of it was left out. Add the readings or the field that is named.',
  'ACC-STORAGE':
    'Charge and discharge of a store move energy to other hours only where its connection and efficiency are known.',
} as const;
