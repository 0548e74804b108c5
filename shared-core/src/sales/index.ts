// What a merchant's figures are counted from: entered by checkout and operations, read by days.

export { MOST_ENTRIES } from './entry-query'
export type { DayFigure, PaymentFigure, SalesFigures } from './figures'
export { readFigures } from './read-figures'
export { enterDeclined, enterDeclinedBefore, enterLost, enterOperation, enterTaken } from './record-entries'
export { FIGURE_COLUMNS, type SalesRow, toSalesRow } from './sales-row'
export type { SalesTable } from './sales-table'
export {
  type ExpectedPayouts,
  type SettlementEntries,
  type SettlementEntry,
  type SettlementFigures,
  settlementEntries,
} from './settlement'
export { readTaken, takenEntryOf, takenOf } from './taken'
