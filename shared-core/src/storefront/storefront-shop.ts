// What a shop provides so that a storefront is answered: the port of `answerStorefront`.
import type { CraftgateCommerce } from '../commerce'
import type { CustomerDetails, CustomerRef } from '../members'
import type { CardOwner } from '../stored-cards/stored-cards'
import type { PriceSubject, SubjectPrice } from './installments'
import type { CheckoutEntry } from './methods'
import type { ShopperPayment } from './payment'

/** One shop as a storefront sees it, for one request. */
export interface StorefrontShop {
  readonly commerce: Pick<
    CraftgateCommerce,
    | 'installments'
    | 'loanOffers'
    | 'settleReturned'
    | 'refunded'
    | 'waysToPay'
    | 'storedCards'
    | 'renameStoredCard'
    | 'deleteStoredCard'
    | 'members'
    | 'wallets'
    | 'timeZone'
  >
  /**
   * What the shop asks for it. Throws StorefrontError: `not-sold`, `nothing-to-pay`, `bad-amount`, and `bad-subject` for a kind
   * that the shop does not know.
   */
  price(subject: PriceSubject, query: URLSearchParams): Promise<SubjectPrice>
  /** What the shop's checkout offers now, in its order. Throws StorefrontError `not-found`. */
  entries(query: URLSearchParams): Promise<readonly CheckoutEntry[]>
  /**
   * The attempt to pay with this reference, from the shop's database; undefined when there is none, or when the shop wants a
   * proof of whoever holds the reference and `query` has none.
   */
  payment(reference: string, query: URLSearchParams): Promise<ShopperPayment | undefined>
  /** Who is logged in; undefined for a guest. Absent where the platform tells no app of a login. */
  customer?(): Promise<StorefrontCustomer | undefined>
}

export interface StorefrontExchange {
  readonly request: Request
  /** Below /v1: /installments */
  readonly path: string
  /** The shopper's address, by the framework's own proxy rules. */
  readonly clientIp?: string
}

/** A customer whom the shop authenticated for this request. */
export interface StorefrontCustomer {
  /** Craftgate's keys of his cards. */
  readonly owners: readonly CardOwner[]
  /** Who he is at each of Craftgate's accounts where he may have a wallet. */
  readonly wallets: readonly CustomerRef[]
  /** Where he fills one; absent where the shop names no such account. */
  readonly topUpAt?: CustomerRef
  /** What Craftgate wants to know of whoever gets a wallet; what is not there stays empty. */
  details(): Promise<CustomerDetails>
}
