// Cards that shoppers let Craftgate store. What is kept here is Craftgate's own words for them: no card number exists.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient } from './client/craftgate-client'
import { unreadableAnswer } from './client/errors'

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
  readonly expired: boolean
}

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
      const parsed = storedCards.safeParse(answer)
      if (!parsed.success) throw unreadableAnswer('stored cards', parsed.error)
      return parsed.data.items
    },
    async delete({ merchant, cardUserKey }, cardToken) {
      const limits = { idempotencyKey: randomUUID() }
      await clientFor(merchant).call('deleteStoredCard', { body: { cardUserKey, cardToken } }, limits)
    },
  }
}
