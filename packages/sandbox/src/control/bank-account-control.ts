import type { BankRecord } from '../engine/bank-tracking/bank-record'
import { receiveTransfer } from '../engine/bank-tracking/watch-accounts'
import type { SandboxContext } from '../engine/context'
import { exponentOf, toMinor } from '../money/minor'
import { requireMerchant } from './require-merchant'

export interface IncomingTransfer {
  readonly senderName: string
  readonly senderIban: string
  readonly description: string
  /** Decimal text. */
  readonly amount: string
  /** Default TRY. */
  readonly currency?: string
  /** Whose account it came to; default YKB. */
  readonly source?: BankRecord['source']
  /** Without it, the first merchant's account. */
  readonly apiKey?: string
}

/** The merchant's bank accounts that Craftgate watches. */
export interface BankAccountControl {
  /**
   * A transfer comes in; Craftgate sees it within five minutes of the clock and sends BANK_ACCOUNT_TRACKING_RECORD. Returns
   * the record's id. Throws an Error for an amount that is none.
   */
  receive(transfer: IncomingTransfer): number
}

/** `changed` is called after everything that changed the state. */
export const createBankAccountControl = (ctx: SandboxContext, changed: () => void): BankAccountControl => ({
  receive: ({ apiKey, amount, currency = 'TRY', source = 'YKB', ...transfer }) => {
    const { apiKey: merchant } = requireMerchant(ctx, apiKey)
    const minor = toMinor(amount, exponentOf(currency))
    if (minor === undefined || minor <= 0)
      throw new Error(`amount: "${amount}" is not an amount of ${currency}`)
    const { id } = receiveTransfer(ctx, { ...transfer, merchant, amount: minor, currency, source })
    changed()
    return id
  },
})
