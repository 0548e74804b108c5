import type {
  CheckoutRecord,
  CraftgateCommerce,
  PaymentOperation,
  PaymentRef,
  ReviewDecision,
} from '@craftgate-commerce/core'
import type { PanelCommerce } from '@craftgate-commerce/panel'
import type { Context } from 'hono'
import type { AppContext } from '../../context/app-context'
import type { Tenant } from '../../context/tenant'
import type { SessionRow, ShopRow } from '../../database'
import type { SessionStore } from '../../sessions/session-store'
import type { PaymentsAppsApi } from '../../shopify-api'
import type { CraftgateKeyStore } from '../../shops/craftgate-keys'
import type { PanelAudit } from '../../storage'

/** Of Craftgate, what the pages of one mode ask and do. */
export type MerchantCommerce = PanelCommerce &
  Pick<
    CraftgateCommerce,
    | 'payment'
    | 'paymentsByCard'
    | 'reconcile'
    | 'settle'
    | 'approveLoan'
    | 'decideReview'
    | 'refundUnexpected'
    | 'payLink'
    | 'declinedPayments'
  >

/** What the pages need of the rest of the app. */
export interface MerchantDeps {
  readonly context: AppContext
  /** The shop that is logged in; undefined when nobody is. */
  merchantOf(c: Context): Promise<string | undefined>
  readonly keys: Pick<CraftgateKeyStore, 'read' | 'save' | 'saveAlerts' | 'remove' | 'modesOf'>
  readonly shops: {
    find(shop: string): Promise<ShopRow | undefined>
    setReady(shop: string, ready: boolean): Promise<void>
  }
  readonly sessions: Pick<SessionStore, 'find'>
  readonly tenants: {
    commerceOf(tenant: Tenant): Promise<MerchantCommerce | undefined>
    stores(tenant: Tenant): TenantRecords
  }
  readonly panelAudit: Pick<PanelAudit, 'add' | 'page'>
  readonly api: Pick<PaymentsAppsApi, 'configure'>
  /** https://zerdali.myshopify.com, or where an emulator plays it. */
  addressOf(shop: string): string
  /** Makes a new attempt for a session now, whatever the retry policy says: asks Craftgate, reports to Shopify. */
  retry(session: SessionRow): Promise<void>
  /** Lets a lender pay what it granted. False when no loan waits for that; throws when it cannot be approved now. */
  approveLoan(session: SessionRow): Promise<boolean>
  /** Decides a fraud review. False when none waits for that; throws a CraftgateError when it cannot be decided so. */
  decideReview(session: SessionRow, decision: ReviewDecision): Promise<boolean>
}

/** The records of one tenant that a payment's page shows. */
export interface TenantRecords {
  readonly checkouts: { of(reference: string): Promise<readonly CheckoutRecord[]> }
  readonly operations: { of(payment: PaymentRef): Promise<readonly PaymentOperation[]> }
}
