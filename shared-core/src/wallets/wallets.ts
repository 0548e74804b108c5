// What core offers of wallets. developer.craftgate.io/wallet; withdrawals: developer.craftgate.io/marketplace
import type { Localized } from '../messages/localized'
import type { CurrencyCode, Money } from '../money'
import type { ErrorFacts } from '../payment/outcome'
import type { TopUpPage } from './top-up'
import type { MoveType, Wallet, WalletMovePage, WithdrawPage } from './wallet'
import type { WalletOperation } from './wallet-operation'

/**
 * done: it happened. waiting: the bank works on it, or, of a withdrawal, it is still to be paid. unknown: sent, no answer; it is asked about by reconcile. failed: it did
 * not happen, for the reason in `message`.
 */
export type WalletResult =
  | { readonly state: 'done' | 'waiting' | 'unknown'; readonly operation: WalletOperation }
  | {
      readonly state: 'failed'
      /** Absent when nothing was written down: the same key may be used again. */
      readonly operation?: WalletOperation
      readonly error: ErrorFacts
      readonly message: Localized
    }

/** Money of a member's wallet. `key` as in `OperationRequest`: the same one never moves money twice. */
export interface WalletRequest {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly memberId: number
  readonly key: string
  /** Above zero, in the currency of the wallet. */
  readonly amount: Money
}

export interface ReasonedRequest extends WalletRequest {
  /** Stands in Craftgate's records, together with a mark of ours; at most 200 letters. */
  readonly reason: string
}

export interface MoveQuery {
  readonly types?: readonly MoveType[]
  /** From 0; a page has 25. */
  readonly page: number
}

/**
 * `merchant` is a key of `merchants` in the options. What only reads throws CraftgateError; what moves money answers with a
 * result, and throws CraftgateError when Craftgate cannot be asked about the wallet before anything was written down.
 */
export interface Wallets {
  /** Undefined for a member without a wallet; of several the one that was opened first. */
  find(merchant: string, memberId: number): Promise<Wallet | undefined>
  /** The wallet in this currency, opened now when there is none. */
  open(merchant: string, memberId: number, currency: CurrencyCode): Promise<Wallet>
  /**
   * How far below zero the wallet may go: `lent`, zero or more. Answers it as it stands afterwards. Throws CraftgateError, `limit`
   * and `limit-in-use` among them.
   */
  changeLimit(merchant: string, wallet: Wallet, lent: Money): Promise<Wallet>
  moves(merchant: string, wallet: Wallet, query: MoveQuery): Promise<WalletMovePage>
  /** What of a move can still go back to where its money came from. */
  refundable(merchant: string, wallet: Wallet, moveId: number): Promise<Money>
  withdraws(
    merchant: string,
    query: { readonly memberId?: number; readonly page: number },
  ): Promise<WithdrawPage>
  /** The merchant's own, which pays what is credited and gets what is debited. */
  ofMerchant(merchant: string): Promise<Wallet>

  /** Gives the member money from the merchant's own wallet (a remittance). */
  credit(request: ReasonedRequest): Promise<WalletResult>
  /** Takes money back from the member (a remittance). */
  debit(request: ReasonedRequest): Promise<WalletResult>
  /**
   * A page of Craftgate's on which the member, or whoever is given its address, fills the wallet; it can be paid for a day.
   * Throws CraftgateError: `amount`, `no-wallet`, and as Craftgate answers.
   */
  topUp(request: Omit<WalletRequest, 'key'>): Promise<TopUpPage>
  /** Fills the wallet with money that the member transferred to the merchant's bank account. */
  deposit(request: WalletRequest): Promise<WalletResult>
  /**
   * Asks for money of a seller's wallet to go to his bank account; at most what is withdrawable. Waiting until Craftgate says
   * that the payout is completed; fails with code `withdraw-cancelled` when it is cancelled before, here or in Craftgate's panel.
   */
  withdraw(request: ReasonedRequest): Promise<WalletResult>
  cancelWithdraw(
    request: Pick<WalletRequest, 'merchant' | 'key'> & { readonly withdrawId: number },
  ): Promise<WalletResult>
  /** Gives a part of a move back to the card or transfer that its money came from; at most what is refundable. */
  refund(request: WalletRequest & { readonly moveId: number }): Promise<WalletResult>
  /** Brings the merchant's own wallet to zero; `balance` is what was seen, and nothing is done when it is another by now. */
  reset(request: Pick<WalletRequest, 'merchant' | 'key'> & { readonly balance: Money }): Promise<WalletResult>
  /**
   * What approved sales earned goes into the wallets of the sellers who are paid there, at once. Fails with code
   * `nothing-to-settle` when no share is due.
   */
  settle(
    request: Pick<WalletRequest, 'merchant' | 'key'> & { readonly excludedSellers?: readonly number[] },
  ): Promise<WalletResult>
  /** What the shop moved in a member's wallet, newest first, 50 at most; of member 0 its settlements. */
  operations(merchant: string, memberId: number): Promise<readonly WalletOperation[]>
}
