import { inKurus } from './price'

const SEVERAL_CARDS_FROM = inKurus('5000.00')

/** Of the order that a payment page is opened for: dear ones may be paid with several cards. `total` in minor units. */
export const severalCards = ({ currency, total }: { readonly currency: string; readonly total: number }) =>
  currency === 'TRY' && total >= SEVERAL_CARDS_FROM ? { multiPayment: true } : undefined
