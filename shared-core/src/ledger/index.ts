// What a merchant's figures are counted from: entered by checkout and operations, read by days.
export { enterDeclined, enterLost, enterOperation, enterTaken } from './enter'
export type { DayFigure, LedgerFigures, TryFigure } from './figures'
export { LEDGER_FIGURES, type LedgerRow, toLedgerRow } from './ledger-row'
export { type LedgerTable, MOST_ENTRIES, readFigures } from './read-figures'
