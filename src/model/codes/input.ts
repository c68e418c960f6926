/** Findings of input files: layout, units, time, identity. */
export const INPUT_CODES = {
  'IN-EMPTY': 'The file holds no bytes, or no rows. Export it again.',
  'IN-NOT-TEXT':
    'The file is not the text it claims to be (an image, an HTML page, a spreadsheet). Export it as CSV.',
  'IN-ENCODING':
    'The bytes are not valid UTF-8, or contradict the encoding declared for them. Save the file as UTF-8, or declare csv: { encoding }. As information: another encoding was certain, and the file was read in it.',
  'IN-ARCHIVE':
    'A zip or gzip archive is broken, holds what could do harm, or holds more than is unpacked. Nothing of it is read. As information: members were passed over.',
  'IN-WORKBOOK':
    'A workbook cannot be opened (encrypted, damaged, an older form, or too large once unpacked), does not settle which of its sheets is meant, or holds what is not read. Save it as .xlsx, or name csv.sheet.',
  'IN-STRUCTURE': 'The table cannot be read: an unclosed quote or a row of another width.',
  'IN-NO-HEADER': 'No line of the file names the mapped columns. Correct the mapping or the file.',
  'IN-NO-READINGS':
    'The file holds no readings that Hashprint can recognise. Name a profile, or map the columns in workspace.yaml.',
  'IN-UNIT': 'A unit is unknown or measures something else. Use one of the units named.',
  'IN-NUMBER': 'A cell is not a number in the declared form.',
  'IN-DATE': 'A cell is not a date or time in the declared form.',
  'IN-PERIOD': 'A period ends before it begins.',
  'IN-METER': 'A row names a meter that the workspace does not hold.',
  'IN-READ-TYPE': 'A read type is neither among those declared as actual nor as estimated.',
  'IN-NULL': 'A cell states that no value is available. It counts as missing, not as zero.',
  'IN-NONEXISTENT-HOUR':
    'A row stands for a local hour that the change to daylight-saving time skips. It is no gap.',
  'IN-AMBIGUOUS-TIME':
    'A local time occurs twice on the day daylight-saving time ends, and the order of rows does not settle which is meant.',
  'IN-DUPLICATE': 'Identical rows for one interval or bill were counted once.',
  'IN-CONFLICT':
    'Rows for one interval or bill differ, and no revision says which holds. Neither is counted.',
  'IN-SUPERSEDED': 'A row was replaced by a later revision or a corrected invoice.',
  'IN-NEGATIVE': 'A value is negative: export or correction. It is kept as it is.',
  'IN-OVERLAP':
    'Two bills of one meter, or two rows on one fuel, delivery or event, cover the same time. Correct or remove one.',
  'IN-GAP': 'Days or intervals are covered by no bill or reading.',
  'IN-ESTIMATED': 'Values are flagged as estimated.',
  'IN-END-DATE':
    'Whether bills include their last day was inferred from the join of consecutive bills. Declare end_date.',
  'IN-END-DATE-UNKNOWN':
    'Whether bills include their last day is neither declared nor to be seen from consecutive bills. Declare end_date.',
  'IN-INTERVAL': 'An interval does not have the declared length.',
  'IN-ZONE':
    'A stamp carries no offset although the mapping says so, or carries one although it should not.',
  'IN-SERIAL-OVERLAP': 'Ranges of certificate serials overlap: one certificate would count twice.',
  'IN-SERIAL-COUNT': 'The number of serials does not agree with the quantity.',
  'IN-NOT-RETIRED':
    'A certificate that is claimed as retired is not in the retirement statements of its registry, or not for the reporter or on that day. Add the statement, or correct the claim.',
  'IN-RETIREMENT':
    'A retirement rests on the ledger alone, or a statement of one could not be compared. Add the statement of the registry.',
  'IN-TECHNOLOGY': 'A technology is not one that the contract names.',
  'IN-NAME': 'A text is not among the names of the mapping. Say what it means.',
  'IN-FUEL':
    'A fuel is not among the names of the mapping, so its factors are not known. Name its fuel id.',
  'IN-HEAT-BASIS':
    'A fuel in a unit of energy does not say on which heating value. Declare heat_basis.',
  'IN-LOOKS-LIKE': 'An unmapped file resembles a kind of input. Map its columns in workspace.yaml.',
  'IN-IDENTIFIER':
    'An identifier was normalised (a leading apostrophe or a spreadsheet artefact was removed).',
  'IN-MIDNIGHT':
    'Intervals that end at 00:00 of the day they belong to were read as ending at the midnight that follows.',
  'IN-COUNTRY':
    'A country is not an ISO 3166-1 code of two letters. Correct the cell or the column.',
  'IN-OVERFLOW':
    'A cell of an hourly column is larger than an integer of 64 bits can hold. Energy or its unit is wrong.',
  'IN-XML':
    'The XML is malformed, cut off, or holds a document type declaration. Nothing of it is read. Export it again.',
  'IN-DIFFICULTY':
    'A stated difficulty is not the one that the bits of the blocks mean, or two sources differ. Correct the one that is wrong.',
  'IN-HEADERS':
    'Block headers do not follow one another, or do not hold the work that their bits ask for. Nothing of them is used; export them again from a node.',
  'IN-DAY-VALUES':
    'Values of whole days were spread evenly over their hours. Totals are exact; give shorter intervals where hours matter.',
  'IN-STALE':
    'Hashes that a pool rejected as stale are told and not counted. Nothing needs to be done.',
  'IN-PAYOUTS':
    'Coins and what a pool credited for the same days differ. Correct the one that is wrong.',
  'IN-SPOT-VALUE':
    'Rates are single values and not means of their interval. They count for the interval, and are as good as the spacing of the values.',
  'IN-EFFICIENCY':
    'Stated joules per terahash are not power over hashrate. Power and hashrate count; correct what is wrong.',
  'IN-PRECISION':
    'Hashrate is given with more digits than hourly columns can hold. The last ones were rounded away; nothing needs to be done.',
  'IN-SNAPSHOT':
    'The file says how things stood when it was asked for, and not of which time. Export a series, or say when it was taken.',
  'IN-JSON':
    'The JSON is malformed, cut off, names something twice in one object or is nested too deep. Nothing of it is read. Export it again.',
  'IN-LINK':
    'Parts of a Green Button feed are not joined by links, or by links to several parts. What they hold is not counted.',
  'IN-COMMODITY':
    'Commodity, kind of service and unit of a meter reading contradict each other, or none is stated. It is not counted.',
  'IN-DIRECTION': 'The direction in which energy flowed is not stated, or is none that counts.',
  'IN-ACCUMULATION':
    'Values are readings of a register, or no energy of an interval. Registers are differenced; other values are not counted.',
  'IN-QUALITY':
    'Values are forecasts, normalised or questionable. Forecast and normalised values are no consumption and are set aside.',
  'IN-COVERAGE': 'Readings cover less than the period that their block declares.',
  'IN-SUMMARY': 'How the summary of a feed compares with its readings. Summaries are not counted.',
  'IN-NOT-COUNTED':
    'A series was read that is not counted as electricity bought (another commodity, direction or length), or a column that no figure uses yet.',
  'IN-CLOCK-CHANGE':
    'A row holds 48 half-hours of a day that has 46 or 50, and does not say how. Ask the supplier for that day by reading or in UTC.',
  'IN-CHECK-SUM':
    'Values do not add up to the total that is stated, or parts of a whole not to 100 %. Correct the value that is wrong.',
  'IN-TOTAL':
    'A row of totals was set aside. It is compared with the rows above it and counted nowhere.',
  'IN-OPEN-PERIOD':
    'A row only limits the period beside it, since the table names starts or ends alone. Nothing of the row is counted.',
  'IN-CREDIT':
    'A credit stands beside the bill that it lowers, and both are counted. Remove the credit where the bill is already net of it.',
  'IN-CURRENCY': 'A currency is no ISO 4217 code, or a cell contradicts its column.',
  'IN-PDF':
    'A PDF document is encrypted, damaged, too long or a scan, or its bill cannot be read beyond doubt. Nothing of it is counted.',
  'IN-EDI':
    'An interchange is malformed or its control counts are wrong. Nothing of the message is counted; ask for it again.',
  'IN-NO-DATA': 'A message carries no quantity or no period, so it states no consumption.',
  'IN-FACTOR-TABLE':
    'Rows or columns of a publisher’s table are not taken: no figure uses them, they are not for Scope 2, or they are not there. Bring the whole file where something is missing.',
  'IN-FACTOR-YEAR':
    'A publisher’s table does not say for which year it is, or says another than was given. Give --year, or correct it.',
  'IN-FACTOR-DATE':
    'When an edition of factors was released is not known, stated twice, or taken from the file. Of one publisher the latest dated edition answers first: state it with --published.',
  'IN-BILL-TEMPLATE':
    'The template of a bill is missing, does not follow its schema, or holds a pattern that is none or could take too long. Correct what is named.',
} as const;
