import type { PaymentView } from '../order'
import { readPaymentData } from './payment-data'

/** True when this payment of Medusa is that payment of Craftgate. */
export const isPaymentOf = ({ data }: PaymentView, paymentId: number): boolean =>
  readPaymentData(data)?.payment === paymentId
