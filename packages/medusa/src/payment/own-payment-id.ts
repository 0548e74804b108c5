import type { PaymentView } from '../order'
import { readPaymentData } from './payment-data'

const OURS = /^pp_craftgate(_|$)/

/** Craftgate's id of a payment of our own provider; undefined for any other, whatever its data look like. */
export const ownPaymentId = ({
  provider_id,
  data,
}: Pick<PaymentView, 'provider_id' | 'data'>): number | undefined =>
  OURS.test(provider_id) ? readPaymentData(data)?.payment : undefined
