import { randomUUID } from 'node:crypto'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import type { StoredCard } from './card'
import { cardByNumber, type TestCard } from './test-card'

export interface CardToStore {
  readonly known: TestCard
  readonly holder: string
  readonly expireYear: string
  readonly expireMonth: string
  readonly alias?: string
  readonly cardUserKey?: string
}

/** Keeps a card. The same card of the same user is kept once, and renewed when it comes again. */
export function storeCard(ctx: SandboxContext, merchant: string, card: CardToStore): StoredCard {
  const { known, cardUserKey, ...facts } = card
  return keep(ctx, { merchant, ...facts, ...known }, cardUserKey)
}

/** The same card for a user of another merchant, under keys of its own. */
export function cloneCard(
  ctx: SandboxContext,
  source: StoredCard,
  target: { readonly merchant: string; readonly cardUserKey?: string },
): StoredCard {
  const { holder, alias, expireYear, expireMonth, bin, lastFour } = source
  const { merchant, cardUserKey } = target
  return keep(ctx, { merchant, holder, alias, expireYear, expireMonth, bin, lastFour }, cardUserKey)
}

type CardFacts = Omit<StoredCard, 'cardUserKey' | 'cardToken' | 'createdAt'>

function keep(ctx: SandboxContext, facts: CardFacts, cardUserKey: string = randomUUID()): StoredCard {
  const { merchant, bin, lastFour, holder, alias, expireYear, expireMonth } = facts
  const existing = ctx.state.storedCards.find(
    (kept) =>
      kept.merchant === merchant &&
      kept.cardUserKey === cardUserKey &&
      kept.bin.bin === bin.bin &&
      kept.lastFour === lastFour,
  )
  if (existing) return Object.assign(existing, { expireYear, expireMonth })
  const stored: StoredCard = {
    ...{ merchant, cardUserKey, cardToken: randomUUID(), createdAt: ctx.clock.now() },
    ...{ bin, lastFour, holder, alias, expireYear, expireMonth },
  }
  ctx.state.storedCards.push(stored)
  return stored
}

export interface CardKeys {
  readonly cardUserKey: string
  readonly cardToken: string
}

/** The kept card with these two keys. Throws a validation error when the merchant has none. */
export function requireStoredCard(ctx: SandboxContext, merchant: string, keys: CardKeys): StoredCard {
  const card = ctx.state.storedCards.find(
    (kept) =>
      kept.merchant === merchant &&
      kept.cardUserKey === keys.cardUserKey &&
      kept.cardToken === keys.cardToken,
  )
  if (card) return card
  throw ApiError.invalid('4160', { tr: 'Saklı kart bulunamadı', en: 'The stored card was not found' })
}

/** Only documented numbers can be kept, as only they can pay. */
export function requireTestCard(number: string): TestCard {
  const card = cardByNumber(number.replace(/\s/g, ''))
  if (card) return card
  throw ApiError.payment(paymentError('INVALID_CARD_NUMBER'))
}

export function deleteStoredCard(ctx: SandboxContext, card: StoredCard): void {
  ctx.state.storedCards.splice(ctx.state.storedCards.indexOf(card), 1)
}
