import type { Bin } from './test-card'

/** A card that a merchant keeps for a shopper; known by BIN and ending, the number is not kept. */
export interface StoredCard {
  readonly merchant: string
  readonly cardUserKey: string
  readonly cardToken: string
  readonly bin: Bin
  readonly lastFour: string
  readonly holder: string
  readonly createdAt: number
  alias?: string
  expireYear: string
  expireMonth: string
}

/** The card of a payment, without its number. */
export interface PaymentCard {
  readonly bin: string
  readonly lastFour: string
  readonly holder: string
  readonly stored: boolean
  cardUserKey?: string
  cardToken?: string
  readonly storeAfterSuccess: boolean
  readonly alias?: string
  readonly expireYear: string
  readonly expireMonth: string
}
