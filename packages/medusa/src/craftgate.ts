import type {
  CardOwner,
  CraftgateCommerce,
  Logger,
  PaymentOutcome,
  PaymentRef,
  RefundRequest,
} from '@craftgate-commerce/core'
import type { KnownOutcomes } from '@craftgate-commerce/core/adapter'
import type { PluginOptions } from './options'
import type { PanelAudit, PanelLinks } from './panel/panel-store'
import type {
  CheckoutEventStore,
  CheckoutStore,
  Leases,
  OperationStore,
  SalesEntries,
  UnreleasedOrders,
} from './storage'

/** Key of the plugin's module in Medusa's container. */
export const CRAFTGATE_MODULE = 'craftgate'

const OURS = /^pp_craftgate(_|$)/

/** True for the id that Medusa gives to an entry of our own provider. */
export const isOwnProvider = (providerId: string): boolean => OURS.test(providerId)

export type RefundTerms = Pick<RefundRequest, 'items' | 'itemsOnly' | 'destination'>

export const termsKeyOf = ({ account, paymentId }: PaymentRef): string => `${account} ${paymentId}`

/** What the plugin's module offers to the rest of the plugin: core put together for this shop, and its records. */
export interface Craftgate {
  readonly options: PluginOptions
  readonly commerce: CraftgateCommerce
  readonly checkouts: CheckoutStore
  readonly operations: OperationStore
  readonly events: CheckoutEventStore
  readonly sales: SalesEntries
  readonly leases: Leases
  readonly unreleasedOrders: UnreleasedOrders
  readonly panelLinks: PanelLinks
  readonly panelAudit: PanelAudit
  /** What Craftgate said of a payment session, a payment or a refund, while Medusa's own workflow runs for it. */
  readonly knownOutcomes: KnownOutcomes<string, PaymentOutcome>
  /** Whose cards a customer's are, while Medusa makes an account holder of them. */
  readonly cardOwners: KnownOutcomes<string, CardOwner>
  /** How a payment is refunded, by `termsKeyOf` it, while Medusa's own workflow runs for it: it has words for an amount only. */
  readonly refundTerms: KnownOutcomes<string, RefundTerms>
  readonly logger: Logger
}
