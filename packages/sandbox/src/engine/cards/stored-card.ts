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
