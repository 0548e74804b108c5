// A card that the shopper types on a page of core's (`checkout.cardEntry`: 'server').
//
// The number travels once: in the request that pays. Its first eight digits alone may be asked about before, for instalments;
// a list of them stands in a page whose fields are empty. So whoever pays in one payment types his card once, and nobody's
// number or security code is in a page, an address, a record or a log.

import { describeErrorGroup } from '../../client'
import type { CraftgateClient } from '../../client/craftgate-client'
import type { DirectStep } from '../../commerce'
import { singlePayment } from '../../installments/installments'
import { DIRECT_PROBLEMS } from '../../messages/direct-pages'
import type { Localized } from '../../messages/localized'
import { mustVerifyCard } from '../three-d-secure'
import { walletFor } from '../wallet'
import { type CardTerms, cardTerms, choicesIn, codeOf, isRefused } from './card-terms'
import { chargeCard } from './charge-card'
import type { ChosenCard, DirectFamily, Sale } from './family'
import { binOf, type CardProblems, readTypedCard, type TypedCard } from './typed-card'
import { declinedBefore } from './way-on'

export const cardEntry: DirectFamily = {
  start: chargeCard,
  ask: async (_client, sale, { problem, reason }) =>
    cardPage(sale, { reason: reason ?? (problem && DIRECT_PROBLEMS[problem]) }),
  async chooseCard(client, sale, { now }) {
    const { answers: typed = {} } = sale.opener
    if (typed.number === undefined)
      return typed.bin === undefined ? cardPage(sale) : askBin(client, sale, typed.bin)
    const card = readTypedCard(typed, now)
    if ('problems' in card) return again(client, sale, { bin: binOf(typed.bin), problems: card.problems })
    return chosen(client, sale, card)
  },
}

async function askBin(client: CraftgateClient, sale: Sale, typed: string): Promise<DirectStep> {
  const bin = binOf(typed)
  return again(client, sale, { bin, problems: bin === undefined ? { bin: 'bin' } : {} })
}

async function chosen(
  client: CraftgateClient,
  sale: Sale,
  card: TypedCard,
): Promise<ChosenCard | DirectStep> {
  const { page, opener } = sale
  const bin = binOf(card.cardNumber)
  const terms = await cardTerms(client, sale, bin)
  if (isRefused(terms, sale)) return cardPage(sale, { problems: { number: 'not-credit' } })
  const option = terms.options.find((each) => codeOf(each) === opener.answers?.installment)
  if (option === undefined) return cardPage(sale, { bin, terms, problems: { installment: 'installment' } })
  const { type } = terms
  const wallet = savesFor(sale)
  return {
    kind: 'chosen',
    card: { ...card, ...(wallet && storing(sale)) },
    option,
    verifies: terms.forceThreeDS || isTestingCards(sale) || mustVerifyCard(page, sale, type),
    type,
    storedFor: wallet,
  }
}

/**
 * Who has stolen numbers tries them one after the other. After so many attempts to pay one order each card is verified by its
 * bank, whatever the shop's rule.
 */
const FREE_ATTEMPTS = 5

const isTestingCards = ({ record }: Sale): boolean => record.attempt > FREE_ATTEMPTS

const storing = ({ order }: Sale) => ({
  storeCardAfterSuccessPayment: true,
  cardUserKey: order.buyer.cardUserKey,
})

/** Whose card it may become: as on Craftgate's page, of the buyer who opens his own link. */
const mayStoreFor = ({ order, opener, page }: Sale): string | undefined =>
  page.disableStoreCard ? undefined : walletFor(order.buyer, opener)

function savesFor(sale: Sale): string | undefined {
  const isWanted = sale.page.alwaysStoreCard || sale.opener.answers?.save !== undefined
  return isWanted ? mayStoreFor(sale) : undefined
}

interface Shown {
  readonly reason?: Localized
  readonly bin?: string
  readonly terms?: CardTerms
  readonly problems?: CardProblems
}

/** With the instalments of the card whose first digits are known. */
async function again(client: CraftgateClient, sale: Sale, { bin, problems }: Shown): Promise<DirectStep> {
  return cardPage(sale, {
    bin,
    problems,
    terms: bin === undefined ? undefined : await cardTerms(client, sale, bin),
  })
}

function cardPage(sale: Sale, { bin, terms, problems = {}, reason }: Shown = {}): DirectStep {
  const { price } = sale.basket
  const storing = mayStoreFor(sale) === undefined ? 'never' : sale.page.alwaysStoreCard ? 'always' : 'asked'
  const choices = choicesIn(terms ?? { options: [singlePayment(price)] })
  const before = declinedBefore(sale.record)
  const told = reason ?? (before === undefined ? undefined : describeErrorGroup(before || undefined).shopper)
  return { kind: 'card', price, choices, bin: terms && bin, storing, problems, reason: told }
}
