// A card that the shopper stored before, chosen on a page of ours and charged by API. No card number passes here (PCI SAQ A).
import type { CraftgateClient } from '../../client/craftgate-client'
import type { DirectStep } from '../../commerce'
import { cardId, createStoredCards, type StoredCard } from '../../stored-cards/stored-cards'
import { mustVerifyCard } from '../three-d-secure'
import { walletFor } from '../wallet'
import { type CardTerms, cardTerms, choicesIn, isRefused } from './card-terms'
import { chargeCard } from './charge-card'
import type { Answers, Choice, ChosenCard, DirectFamily, Sale } from './family'
import { choosePoints } from './points'

export const storedCard: DirectFamily = {
  start: chargeCard,
  choices,
  chooseCard: async (client, sale, { answers }) => chooseCard(client, sale, answers),
}

/** Asks once more for what is not one of his cards, or not what that card may pay in now. */
async function chooseCard(
  client: CraftgateClient,
  sale: Sale,
  answers: Answers,
): Promise<ChosenCard | DirectStep> {
  const offer = await offerOf(client, sale, answers.storedCard ?? '')
  if (offer === undefined) return askAgain(client, sale)
  const { card, terms, option, code, name } = offer
  const keys = { cardUserKey: keyOf(sale) ?? '', cardToken: card.cardToken }
  const points = option.takesPoints ? await choosePoints(client, sale, { keys, option, code, name }) : {}
  if (points === 'gone') return askAgain(client, sale)
  if ('kind' in points) return points
  const { type = card.type, forceThreeDS } = terms
  return {
    kind: 'chosen',
    card: { ...keys, loyalty: points.loyalty },
    option,
    verifies: forceThreeDS || mustVerifyCard(sale.page, sale, type),
    type,
    points: points.used,
  }
}

async function askAgain(client: CraftgateClient, sale: Sale): Promise<DirectStep> {
  const { name: method } = sale.start
  const all = await choices(client, sale)
  if (all.length === 0) return { kind: 'not-offered', method }
  return { kind: 'ask', method, fields: ['stored-card'], choices: all, problem: 'refused' }
}

interface Offer extends Choice {
  readonly card: StoredCard
  readonly terms: CardTerms
  readonly option: CardTerms['options'][number]
}

async function offerOf(client: CraftgateClient, sale: Sale, code: string): Promise<Offer | undefined> {
  const card = (await cardsOf(client, keyOf(sale))).find((each) => code.startsWith(`${cardId(each)}-`))
  return card && (await offersOf(client, sale, card)).find((offer) => offer.code === code)
}

/** Each of the buyer's cards with what it may pay in, as one list. */
async function choices(client: CraftgateClient, sale: Sale): Promise<readonly Choice[]> {
  const cards = await cardsOf(client, keyOf(sale))
  const lists = await Promise.all(cards.map((card) => offersOf(client, sale, card)))
  return lists.flat().map(({ code, name }) => ({ code, name }))
}

async function offersOf(client: CraftgateClient, sale: Sale, card: StoredCard): Promise<readonly Offer[]> {
  const terms = await cardTerms(client, sale, card.bin)
  if (isRefused({ ...terms, type: terms.type ?? card.type }, sale)) return []
  const { alias, family, lastFour = '' } = card
  const words = `${alias ?? family ?? ''} •••• ${lastFour}`.trim()
  return choicesIn(terms).flatMap(({ code, name }, index) => {
    const option = terms.options[index]
    if (option === undefined) return []
    const text = { tr: `${words}, ${name.tr}`, en: `${words}, ${name.en}` }
    return [{ card, terms, option, code: `${cardId(card)}-${code}`, name: text }]
  })
}

/** Craftgate's key of the buyer's cards, for himself alone. */
const keyOf = ({ order: { buyer }, opener }: Sale): string | undefined =>
  walletFor(buyer, opener) === undefined ? undefined : buyer.cardUserKey

async function cardsOf(
  client: CraftgateClient,
  cardUserKey: string | undefined,
): Promise<readonly StoredCard[]> {
  if (cardUserKey === undefined) return []
  const cards = await createStoredCards({ clientFor: () => client }).cards({ merchant: '', cardUserKey })
  return cards.filter(({ expired }) => !expired)
}
