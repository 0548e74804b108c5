import type { Money } from '../money/money'
import type { OperationStep } from '../operation-step'
import type { ErrorFacts } from '../payment/outcome'

/**
 * credit, debit: a remittance to the member, and back from him. deposit: money that he transferred to the merchant's bank.
 * withdraw, cancel-withdraw: a seller's money on its way to his bank. refund: a move goes back to where its money came from.
 * reset: the merchant's own wallet is brought to zero. settle: what sellers earned goes into their wallets at once; it is of the
 * account, so of member 0, and of no amount: Craftgate tells none.
 */
export type WalletOperationKind =
  | 'credit'
  | 'debit'
  | 'deposit'
  | 'withdraw'
  | 'cancel-withdraw'
  | 'refund'
  | 'reset'
  | 'settle'

/** What its request and the question about it are made of. Stored as JSON. */
export interface WalletOperationDetails {
  readonly walletId: number
  /** The merchant's words. */
  readonly reason?: string
  /** The member is a seller of a marketplace. */
  readonly toSeller?: true
  /** The move that goes back, or the withdrawal that is cancelled. */
  readonly subject?: number
  /** Records of this kind that were there before: a request without a mark of its own is known by what is new. */
  readonly earlier?: readonly number[]
  /** Sellers whose earnings stay. */
  readonly excluded?: readonly number[]
}

/** Money that moves into, out of or between wallets, written down before its request is sent. */
export interface WalletOperation {
  /** The caller's, unique within the account: the same key never moves money twice. */
  readonly key: string
  readonly account: string
  readonly kind: WalletOperationKind
  /** Whose wallet; the merchant's own member for `reset`. */
  readonly memberId: number
  /** Above zero, but for the balance that a `reset` ends, and for `settle`. */
  readonly amount: Money
  readonly details: WalletOperationDetails
  /** The request (`operations/execute.ts`); its `refundId` is Craftgate's number of what was made. */
  readonly step: OperationStep
  readonly state: 'planned' | 'unknown' | 'waiting' | 'done' | 'failed'
  readonly error?: ErrorFacts
  readonly createdAt: Date
  readonly updatedAt: Date
  /** 0 = never stored. The store raises it by one at each write. */
  readonly version: number
}

/** Where a shop keeps them. */
export interface WalletOperationStore {
  /**
   * Inserts (version 0) or updates, committed at once, unless somebody wrote it since this version was read. Returns what is
   * stored now, or 'conflict' (also when the account has this key already).
   */
  save(operation: WalletOperation): Promise<WalletOperation | 'conflict'>
  find(by: Pick<WalletOperation, 'account' | 'key'>): Promise<WalletOperation | undefined>
  /** Those of a member, newest first. Wants an index of account, member and start. */
  of(
    member: Pick<WalletOperation, 'account' | 'memberId'>,
    limit: number,
  ): Promise<readonly WalletOperation[]>
  /** Planned, unknown and waiting ones, last written before `before`, oldest first, page by page. Wants an index of these. */
  open(query: { readonly before: Date }): AsyncIterable<WalletOperation>
}

export const isOpenInWallet = ({ state }: Pick<WalletOperation, 'state'>): boolean =>
  state === 'planned' || state === 'unknown' || state === 'waiting'
