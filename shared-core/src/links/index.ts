// Payments of links, matched to orders that were placed unpaid.
import { accountOf } from '../account'
import type { CraftgateClient } from '../client/craftgate-client'
import { OFFLINE_METHODS } from '../methods'
import type { CommercePlatform } from '../platform'
import { type Match, numbersIn, withSought } from '../transfers/match'
import type { LinkPayments, NamedLinkPayment } from './link-payments'
import { matchesOfPayment } from './match'
import { type MatchDependencies, matchPayment, refusal } from './match-payment'
import type { PaymentLinks } from './payment-links'
import { type ReadLinkPayment, readLinkPayment } from './read-link-payment'

/** The newest orders that wait, among which names are looked for. */
const NEWEST = 50

interface Parts extends Omit<MatchDependencies, 'store'> {
  readonly platform: CommercePlatform
  readonly paymentLinks: PaymentLinks
  readonly clientFor: (account: string) => CraftgateClient
}

export function createLinkPayments(parts: Parts): LinkPayments {
  const { platform, paymentLinks, options, clientFor, logger } = parts
  const read = async ({ merchant, link: id, paymentId }: NamedLinkPayment) => {
    const link = await paymentLinks.find(merchant, id)
    const account = accountOf(options, merchant)
    const paid = await readLinkPayment(clientFor(account), { link, paymentId, logger })
    if (paid === undefined) throw refusal('not-of-link')
    const owner = await platform.findCheckout({ account, paymentId })
    return { link, account, paid, reference: owner?.reference }
  }
  return {
    areMatched: platform.transfers !== undefined,
    async find(query) {
      const { link, account, paid, reference } = await read(query)
      const isOpen = reference === undefined && paid.state === 'captured'
      const matches = isOpen ? await suggestions(platform, paid, { ...query, account }) : []
      return { ...paid.payment, link, state: paid.state, reference, matches }
    },
    async match(query) {
      const store = platform.transfers
      if (store === undefined) throw refusal('no-unpaid-orders')
      const { account, paid } = await read(query)
      const { shop, reference } = query
      return matchPayment({ ...parts, store }, { account, shop, reference, paid })
    },
  }
}

interface Search {
  readonly account: string
  readonly shop?: string
  readonly number?: string
}

async function suggestions(
  { transfers }: CommercePlatform,
  { payer, payment: { price } }: ReadLinkPayment,
  { account, shop, number = '' }: Search,
): Promise<readonly Match[]> {
  if (transfers === undefined) return []
  const waiting = await transfers.waiting({
    ...{ account, shop, methods: OFFLINE_METHODS, limit: NEWEST, amounts: [price.minor] },
    numbers: [...numbersIn(number), ...numbersIn(payer.text)],
  })
  return withSought(matchesOfPayment(payer, waiting), waiting, number)
}
