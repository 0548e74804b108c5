import type { CheckoutRecord } from '../platform'
import type { PaymentFacts } from './outcome'

type Context = CheckoutRecord['context']

/** The attempt notes that sellers have a share of its payment, so that their deliveries are looked at. */
export const withSellersNoted = (context: Context, { transactions }: PaymentFacts): Context =>
  transactions.some(({ seller }) => seller !== undefined) ? { ...context, sellers: 'yes' } : context

export const hasSellers = ({ context }: Pick<CheckoutRecord, 'context'>): boolean => context.sellers === 'yes'
