// What only the logged-in customer is told, or may do: his stored cards and his wallets.
import { readBody } from '../http'
import { sentenceIn } from '../messages/localized'
import { walletMoveName } from '../messages/wallet-moves'
import { fromDecimal, InvalidMoneyError, type Money } from '../money'
import { deleteOwnCard, findOwnCard } from '../stored-cards/own-cards'
import { cardId, type StoredCard } from '../stored-cards/stored-cards'
import { type OwnWallet, ownWallet, topUpOwnWallet } from '../wallets/own-wallets'
import {
  STOREFRONT_VERSION,
  type StorefrontCard,
  type StorefrontCards,
  type StorefrontTopUp,
  type StorefrontWallet,
  type StorefrontWallets,
} from './contract'
import { languageOf } from './language-of'
import { StorefrontError } from './problems'
import type { StorefrontCustomer, StorefrontExchange, StorefrontShop } from './storefront-shop'

type Commerce = StorefrontShop['commerce']

/** Throws StorefrontError: `log-in` for a guest, `not-found`, and what is wrong with the request. */
export async function answerCustomer(
  shop: StorefrontShop,
  { request, path }: StorefrontExchange,
): Promise<StorefrontCards | StorefrontWallets | StorefrontTopUp> {
  const [, name, id, ...more] = path.split('/')
  const asked = `${request.method} ${name}${id === undefined ? '' : '/:id'}`
  if (shop.customer === undefined || more.length > 0) throw new StorefrontError('not-found')
  const customer = await shop.customer()
  if (customer === undefined) throw new StorefrontError('log-in')
  const { commerce } = shop
  switch (asked) {
    case 'GET cards':
      return cardsOf(commerce, customer)
    case 'POST cards/:id':
      return rename(commerce, customer, { id, name: await nameIn(request) })
    case 'DELETE cards/:id':
      if (!(await deleteOwnCard(commerce, customer.owners, id))) throw new StorefrontError('no-card')
      return cardsOf(commerce, customer)
    case 'GET wallets':
      return walletsOf(commerce, customer, request)
    case 'POST wallets/:id':
      if (id === 'top-up') return topUp(commerce, customer, await amountIn(request))
  }
  throw new StorefrontError('not-found')
}

async function cardsOf(commerce: Commerce, { owners }: StorefrontCustomer): Promise<StorefrontCards> {
  const cards = await Promise.all(owners.map((owner) => commerce.storedCards(owner)))
  return { version: STOREFRONT_VERSION, cards: cards.flat().map(cardView) }
}

async function rename(
  commerce: Commerce,
  customer: StorefrontCustomer,
  { id, name }: { readonly id: string | undefined; readonly name: string },
): Promise<StorefrontCards> {
  const own = await findOwnCard(commerce, customer.owners, id)
  if (own === undefined) throw new StorefrontError('no-card')
  await commerce.renameStoredCard(own.owner, own.card, name)
  return cardsOf(commerce, customer)
}

const cardView = (card: StoredCard): StorefrontCard => ({
  id: cardId(card),
  name: card.alias,
  lastFour: card.lastFour,
  cardFamily: card.family,
  cardAssociation: card.association,
  bank: card.bankName,
  expiry: card.expireMonth && card.expireYear && `${card.expireMonth}/${card.expireYear}`,
  expired: card.expired,
})

async function walletsOf(
  commerce: Commerce,
  customer: StorefrontCustomer,
  request: Request,
): Promise<StorefrontWallets> {
  const page = Number(new URL(request.url).searchParams.get('page') ?? 0)
  if (!Number.isSafeInteger(page) || page < 0) throw new StorefrontError('not-found')
  const wallets = await Promise.all(customer.wallets.map((ref) => ownWallet(commerce, ref, page)))
  const views = wallets.flatMap((wallet) => (wallet ? [walletView(wallet, languageOf(request))] : []))
  return { version: STOREFRONT_VERSION, timeZone: commerce.timeZone, wallets: views }
}

const walletView = (
  { balance, currency, moves, moveCount }: OwnWallet,
  language: string,
): StorefrontWallet => ({
  balance: { amount: balance, currency },
  moveCount,
  moves: moves.map(({ at, type, amount }) => ({
    at: at?.toISOString(),
    name: sentenceIn(language, walletMoveName(type)),
    type,
    amount,
  })),
})

async function topUp(
  commerce: Commerce,
  { topUpAt, details }: StorefrontCustomer,
  amount: Money,
): Promise<StorefrontTopUp> {
  if (topUpAt === undefined) throw new StorefrontError('no-wallets')
  const { url } = await topUpOwnWallet(commerce, topUpAt, { details: await details(), amount })
  return { version: STOREFRONT_VERSION, url }
}

const CARD_NAME = /^[^\p{Cc}]{1,50}$/u

async function nameIn(request: Request): Promise<string> {
  const { name } = await bodyOf(request)
  const text = typeof name === 'string' ? name.trim() : ''
  if (!CARD_NAME.test(text)) throw new StorefrontError('bad-name')
  return text
}

async function amountIn(request: Request): Promise<Money> {
  const { amount, currency = 'TRY' } = await bodyOf(request)
  try {
    const money = fromDecimal(String(amount), String(currency))
    if (money.minor > 0) return money
  } catch (error) {
    if (!InvalidMoneyError.is(error)) throw error
  }
  throw new StorefrontError('bad-amount')
}

const BODY_LIMITS = { mediaType: 'application/json', maxBytes: 4 * 1024 }

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const body = await readBody(request, BODY_LIMITS)
  if (body.kind === 'refused') throw new StorefrontError('bad-body')
  try {
    const given: unknown = JSON.parse(body.text)
    if (typeof given === 'object' && given !== null) return given as Record<string, unknown>
  } catch {
    // Told below.
  }
  throw new StorefrontError('bad-body')
}
