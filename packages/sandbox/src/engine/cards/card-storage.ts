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

/** Keeps a card. The same card of the same user is kept once. */
export function storeCard(ctx: SandboxContext, merchant: string, card: CardToStore): StoredCard {
  const cardUserKey = card.cardUserKey ?? randomUUID()
  const { bin } = card.known.bin
  const same = (kept: StoredCard) =>
    kept.merchant === merchant &&
    kept.cardUserKey === cardUserKey &&
    kept.bin.bin === bin &&
    kept.lastFour === card.known.lastFour
  const existing = ctx.state.storedCards.find(same)
  if (existing) return Object.assign(existing, { expireYear: card.expireYear, expireMonth: card.expireMonth })
  const stored: StoredCard = {
    merchant,
    cardUserKey,
    cardToken: randomUUID(),
    bin: card.known.bin,
    lastFour: card.known.lastFour,
    holder: card.holder,
    createdAt: ctx.clock.now(),
    alias: card.alias,
    expireYear: card.expireYear,
    expireMonth: card.expireMonth,
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
