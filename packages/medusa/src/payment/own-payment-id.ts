import type { PaymentView } from '../order'
import { isOwnProvider } from '../own-provider'
import { readPaymentData } from './payment-data'

/** Craftgate's id of a payment of our own provider; undefined for any other, whatever its data look like. */
export const ownPaymentId = ({
  provider_id,
  data,
}: Pick<PaymentView, 'provider_id' | 'data'>): number | undefined =>
  isOwnProvider(provider_id) ? readPaymentData(data)?.payment : undefined
