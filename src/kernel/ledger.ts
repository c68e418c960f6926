export {
  difference,
  inUnit,
  maximum,
  meanPower,
  minimum,
  convert,
  product,
  quotient,
  share,
  sum,
} from './ledger/arithmetic.ts';
export { closeLedger, type ClosedLedger, type ColumnFile } from './ledger/close.ts';
export {
  columnCount,
  columnDot,
  columnMinimumDot,
  columnMinimumSum,
  columnSum,
  isWhollyKnown,
} from './ledger/columns.ts';
export { derivedColumn } from './ledger/derived-columns.ts';
export { gradeOf } from './ledger/grade.ts';
export { recompute } from './ledger/recompute.ts';
export {
  activity,
  constant,
  declared,
  factorValue,
  type FactorField,
  type Step,
} from './ledger/step.ts';
