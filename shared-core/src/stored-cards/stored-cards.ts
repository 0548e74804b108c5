// Cards that shoppers let Craftgate store. What is kept here is Craftgate's own words for them: no card number exists.
import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { type CraftgateError, invalidRequest } from '../errors'
import { CARD_ERRORS } from '../messages/card-errors'

/** Whose cards: the key is worth nothing at another merchant. */
export interface CardOwner {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly cardUserKey: string
}

/** A card that a shopper let Craftgate store. */
export interface StoredCard {
  /** Names the card at Craftgate; not for the storefront. */
  readonly cardToken: string
  readonly alias?: string
  readonly bin?: string
  readonly lastFour?: string
  readonly family?: string
  readonly association?: string
  readonly type?: string
  readonly bankName?: string
  /** Four and two digits; absent where Craftgate does not tell. */
  readonly expireYear?: string
  readonly expireMonth?: string
  readonly expired: boolean
}

/** Names a stored card to its owner. Made of the token, from which nobody gets back to it; it says nothing at Craftgate. */
export const cardId = ({ cardToken }: Pick<StoredCard, 'cardToken'>): string =>
  createHash('sha256').update(cardToken).digest('hex').slice(0, 32)

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)

const card = z
  .object({
    cardToken: z.string().min(1),
    cardAlias: text,
    binNumber: text,
    lastFourDigits: text,
    cardBrand: text,
    cardAssociation: text,
    cardType: text,
    cardBankName: text,
    expireYear: text,
    expireMonth: text,
    cardExpiryStatus: text,
  })
  .transform(
    (wire): StoredCard => ({
      cardToken: wire.cardToken,
      alias: wire.cardAlias,
      bin: wire.binNumber,
      lastFour: wire.lastFourDigits,
      family: wire.cardBrand,
      association: wire.cardAssociation,
      type: wire.cardType,
      bankName: wire.cardBankName,
      expireYear: wire.expireYear,
      expireMonth: wire.expireMonth,
      expired: wire.cardExpiryStatus === 'EXPIRED',
    }),
  )

/** developer.craftgate.io/api/card-storage/search-stored-cards */
const storedCards = z.object({ items: z.array(card) })

/** More than anybody stores; Craftgate answers page by page. */
const MOST = 100

export interface StoredCards {
  /** Newest first. Throws CraftgateError. */
  cards(owner: CardOwner): Promise<readonly StoredCard[]>
  /**
   * Gives a card another alias. Throws CraftgateError: `card-not-renamed` for a card that expired or whose expiry is not
   * known, because Craftgate takes the alias with the expiry only.
   */
  rename(owner: CardOwner, card: StoredCard, alias: string): Promise<StoredCard>
  /** Throws CraftgateError, also for a card that is not of this owner. */
  delete(owner: CardOwner, cardToken: string): Promise<void>
}

export function createStoredCards({
  clientFor,
}: {
  clientFor: (merchant: string) => CraftgateClient
}): StoredCards {
  return {
    async cards({ merchant, cardUserKey }) {
      const answer: unknown = await clientFor(merchant).call('searchStoredCards', {
        query: { cardUserKey, page: 0, size: MOST },
      })
      return readAnswer(storedCards, answer, 'stored cards').items
    },
    async rename({ merchant, cardUserKey }, stored, alias) {
      const { cardToken, expireYear, expireMonth, expired } = stored
      if (expired || expireYear === undefined || expireMonth === undefined) throw notRenamed()
      const body = { cardUserKey, cardToken, expireYear, expireMonth, cardAlias: alias }
      await clientFor(merchant).call('updateCard', { body }, { idempotencyKey: randomUUID() })
      return { ...stored, alias }
    },
    async delete({ merchant, cardUserKey }, cardToken) {
      const limits = { idempotencyKey: randomUUID() }
      await clientFor(merchant).call('deleteStoredCard', { body: { cardUserKey, cardToken } }, limits)
    },
  }
}

const notRenamed = (): CraftgateError => invalidRequest('card-not-renamed', CARD_ERRORS['card-not-renamed'])
