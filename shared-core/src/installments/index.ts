// What a price costs in instalments, by card family or by BIN: for product pages and checkouts.
// Nothing here is charged; the hosted page asks again for the card that the shopper really types.

export type { InstallmentOption, InstallmentQuestion, InstallmentTable } from './installment-tables'
export { installmentTables } from './installment-tables'
