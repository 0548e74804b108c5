import { type BeginResult, type CraftgateCommerce, money } from '@craftgate-commerce/core'
import type { EntityManager } from 'typeorm'
import type { SessionRow } from '../database'
import type { Clock } from '../house'
import { rejectWithoutKeys } from '../payment/reject-reason'
import type { Teller } from '../telling/teller'
import { modeOf, type Tenant } from '../tenant'
import type { Contacts } from './contact'
import { LockedSession } from './locked-session'
import { newSession } from './new-session'
import type { PaymentRequest } from './requests/payment-request'
import type { SessionStore } from './session-store'

export interface BeginPaymentParts {
  readonly sessions: SessionStore
  readonly contacts: Contacts
  readonly teller: Teller
  readonly commerceOf: (tenant: Tenant) => Promise<CraftgateCommerce | undefined>
  /** Our own page, for a session that cannot be paid. */
  readonly returnLinkOf: (tenant: Tenant, reference: string) => string
  readonly clock: Clock
}

export interface ShopifyCaller {
  readonly shop: string
  readonly apiVersion: string
}

/**
 * Writes a payment session down and answers where its shopper goes; asks neither Craftgate nor Shopify. A session that
 * is repeated is answered as the first time, whatever else it says, unless the shop lost its Craftgate keys meanwhile.
 * Undefined when the id is not this shop's.
 */
export class BeginPayment {
  constructor(private readonly parts: BeginPaymentParts) {}

  async begin(caller: ShopifyCaller, request: PaymentRequest): Promise<string | undefined> {
    const tenant = { shop: caller.shop, mode: modeOf(request) }
    const commerce = await this.parts.commerceOf(tenant)
    await this.write(caller, request, commerce !== undefined)
    const session = await this.parts.sessions.find(request.id)
    if (session?.kind !== 'payment' || session.shop !== tenant.shop || session.mode !== tenant.mode)
      return undefined
    if (commerce === undefined || session.decision?.operation === 'paymentSessionReject')
      return this.parts.returnLinkOf(tenant, session.id)
    return (await beginAttempt(commerce, session)).payLink
  }

  private write(caller: ShopifyCaller, request: PaymentRequest, payable: boolean): Promise<void> {
    return this.parts.sessions.transaction(async (manager) => {
      const isNew = await this.parts.sessions.insert(manager, this.rowOf(caller, request))
      if (isNew) await this.open(manager, request, payable)
    })
  }

  private async open(manager: EntityManager, request: PaymentRequest, payable: boolean): Promise<void> {
    const session = await LockedSession.lock(manager, request.id, this.parts.clock())
    await session.note('asked', { kind: request.phase })
    if (!payable) await this.parts.teller.decide(session, rejectWithoutKeys(request.merchantLocale))
  }

  private rowOf(caller: ShopifyCaller, request: PaymentRequest): SessionRow {
    const { group, phase, cancelUrl, buyerLocale, contact } = request
    return {
      ...newSession({ ...request, kind: 'payment' }, caller, this.parts.clock()),
      ...this.parts.contacts.columnsOf(request.id, contact),
      group,
      phase,
      cancelUrl,
      buyerLocale,
    }
  }
}

/** The attempt of a session; the same one however often it is begun. */
function beginAttempt(commerce: CraftgateCommerce, session: SessionRow): Promise<BeginResult> {
  const { id, mode, phase, amount, currency } = session
  if (amount === null || currency === null || phase === null) throw new Error(`Session ${id} is no payment`)
  return commerce.begin({
    reference: id,
    merchant: mode,
    order: id,
    phase,
    expected: money(amount, currency),
  })
}
