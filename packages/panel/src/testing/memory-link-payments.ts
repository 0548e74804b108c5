import { CraftgateError, type FoundLinkPayment, type LinkPayments } from '@craftgate-commerce/core'

/** Payments of links of one account, in memory: each pays the order that is asked for, once. */
export function memoryLinkPayments(all: readonly FoundLinkPayment[] = []): LinkPayments {
  const rows = new Map(all.map((payment) => [payment.paymentId, payment]))
  const required = (link: number, paymentId: number) => {
    const payment = rows.get(paymentId)
    if (payment?.link.id !== link) throw refusal('not-of-link', 'This link has no such payment.')
    return payment
  }
  return {
    areMatched: true,
    find: async ({ link, paymentId }) => required(link, paymentId),
    async match({ link, paymentId, reference }) {
      const payment = required(link, paymentId)
      if (payment.reference !== undefined && payment.reference !== reference)
        throw refusal('payment-used', 'This payment pays an order already.')
      rows.set(paymentId, { ...payment, reference, matches: [] })
      return { state: 'done' }
    },
  }
}

const refusal = (code: string, en: string) =>
  new CraftgateError({
    ...{ kind: 'invalid-request', code, message: en, retry: 'no', merchantMessage: { tr: en, en } },
  })
