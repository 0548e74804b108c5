import type { Charge } from '../payments/charge'

type MasterpassValidation = 'NONE' | 'OTP' | 'THREE_DS'

/** A payment that Masterpass's own script will begin in the merchant's page. Amounts are minor units. */
export interface MasterpassReference {
  readonly merchant: string
  readonly referenceId: string
  /** What the script begins with. */
  readonly token: string
  /** What it ends with, once the shopper is known to be the card's owner. */
  completionToken?: string
  readonly validation: MasterpassValidation
  readonly sale: Omit<Charge, 'merchant'>
  readonly bin: string
  readonly lastFour: string
  readonly createdAt: number
  wrongCodes: number
  paymentId?: number
}
