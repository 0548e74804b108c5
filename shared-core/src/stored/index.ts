// Records and money calls as flat rows, for stores that keep them in columns: money as minor units beside its currency,
// null for what is absent. The names are those of the columns.
export { checkoutOfRow, type StoredCheckout, toCheckoutRow } from './checkout-row'
export { intentOfRow, type StoredIntent, toIntentRow } from './intent-row'
