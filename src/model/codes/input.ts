/** Findings of input files: layout, units, time, identity. */
export const INPUT_CODES = {
  'IN-EMPTY': 'The file holds no bytes, or no rows. Export it again.',
  'IN-NOT-TEXT':
    'The file is not the text it claims to be (an image, an HTML page, a spreadsheet). Export it as CSV.',
  'IN-ENCODING': 'The bytes are not valid UTF-8. Save the file as UTF-8.',
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
  'IN-TECHNOLOGY': 'A technology is not one that the contract names.',
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
    'A series was read that is not counted as electricity bought: another commodity, another direction or another length.',
  'IN-CLOCK-CHANGE':
    'A row holds 48 half-hours of a day that has 46 or 50, and does not say how. Ask the supplier for that day by reading or in UTC.',
  'IN-CHECK-SUM':
    'The values of a row do not add up to the total that it states. Correct the value that is wrong.',
} as const;
