import {
  type CheckoutRecord,
  type CraftgateCommerce,
  CraftgateError,
  isForfeited,
  type Logger,
} from '@craftgate-commerce/core'
import type { SessionRow } from '../database'
import { claimOf } from '../sessions/claims'
import type { SessionStore } from '../sessions/session-store'
import type { CheckoutStore } from '../storage'
import { isReject } from '../telling/decision'
import type { Teller } from '../telling/teller'
import { type ApplyOutcome, ShopifyNotTold } from './apply-outcome'
import { rejectOfGroup, rejectStray } from './reject-reason'

/**
 * go: to this address of the shop. wait: the end is not known yet; `leave` is for a shopper who would rather not. nowhere:
 * the addresses were forgotten with the shopper, long after the payment.
 */
export type WayBack =
  | { readonly kind: 'go'; readonly url: string }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'wait'; readonly paid: boolean; readonly leave: string }

export interface WayBackParts {
  readonly sessions: SessionStore
  readonly teller: Teller
  readonly outcomes: ApplyOutcome
  readonly checkouts: CheckoutStore
  /** Undefined when the shop has no Craftgate keys for this mode any more. */
  readonly commerce: CraftgateCommerce | undefined
  readonly logger: Logger
}

/**
 * Where a shopper goes who comes back from Craftgate's page: to the address that Shopify gave for this session, or,
 * when another tab of the checkout was paid, for that one; to the checkout when they gave up. A shopper who leaves with
 * a declined card is done with this session: Shopify is told why. Every address comes from Shopify itself.
 */
export class ShopperWayBack {
  constructor(private readonly parts: WayBackParts) {}

  async of(coming: SessionRow): Promise<WayBack> {
    const session = await this.tellReject(coming)
    const known = await this.known(session)
    if (known) return known
    const record = await this.parts.checkouts.find({ reference: session.id })
    if (!record || !this.parts.commerce) return this.leave(session)
    const asked = await this.ask(this.parts.commerce, record, session)
    return asked ?? (await this.known(await this.reread(session))) ?? this.leave(session)
  }

  /** A shopper who waits for nothing but a refusal need not wait for the next try. */
  private async tellReject(session: SessionRow): Promise<SessionRow> {
    const { id, decision, told } = session
    if (decision === null || told !== null || !isReject(decision)) return session
    await this.parts.teller.tell(id)
    return this.reread(session)
  }

  /** What Shopify was told, or is being told; undefined when nothing is decided. */
  private async known(session: SessionRow): Promise<WayBack | undefined> {
    const { sessions } = this.parts
    if (session.told === 'accepted') return this.go(session.redirectUrl ?? session.cancelUrl)
    const held = await sessions.transaction((manager) => claimOf(manager, session))
    if (held && held.sessionId !== session.id) {
      const payer = await sessions.find(held.sessionId)
      return this.go(payer?.redirectUrl ?? session.cancelUrl)
    }
    if (session.told === 'refused') return this.leave(session)
    if (session.decision === null) return undefined
    const paid = held !== undefined && session.decision.operation === 'paymentSessionResolve'
    return { kind: 'wait', paid, leave: session.cancelUrl ?? '' }
  }

  /** Asks Craftgate once more; 'wait' when that is not possible now. */
  private async ask(
    commerce: CraftgateCommerce,
    record: CheckoutRecord,
    session: SessionRow,
  ): Promise<WayBack | undefined> {
    try {
      const settled = await commerce.settle(record)
      const { outcome } = settled
      if (outcome.kind === 'pending' && outcome.promised && outcome.facts) {
        await this.parts.outcomes.promised(settled.record, outcome.facts.paymentId)
        return undefined
      }
      const { decline } = await this.reread(session)
      if (isForfeited(settled.record.state)) await this.reject(session, settled.record)
      else if (decline !== null) await this.rejectDeclined(commerce, settled.record, session)
      return undefined
    } catch (error) {
      if (!(error instanceof ShopifyNotTold) && !CraftgateError.is(error)) throw error
      this.parts.logger.warn('A shopper waits for the end of a payment', { session: session.id })
      return { kind: 'wait', paid: false, leave: session.cancelUrl ?? '' }
    }
  }

  /** The page dies first, so that nobody pays a session that Shopify is told has failed. */
  private async rejectDeclined(
    commerce: CraftgateCommerce,
    record: CheckoutRecord,
    session: SessionRow,
  ): Promise<void> {
    const { record: ended } = await commerce.expire(record)
    if (ended.state === 'expired' || isForfeited(ended.state)) await this.reject(session, ended)
  }

  private async reject({ id }: SessionRow, { state }: CheckoutRecord): Promise<void> {
    const { sessions, teller } = this.parts
    await sessions.locked(id, async (session) => {
      const { row, manager } = session
      if (row.decision !== null || (await claimOf(manager, row))) return
      const { decline, merchantLocale } = row
      const stray = isForfeited(state)
      await teller.decide(
        session,
        stray ? rejectStray(merchantLocale) : rejectOfGroup(decline ?? undefined, merchantLocale),
      )
    })
    const { decision } = (await sessions.find(id)) ?? {}
    if (decision) await teller.tell(id)
  }

  private async reread(session: SessionRow): Promise<SessionRow> {
    return (await this.parts.sessions.find(session.id)) ?? session
  }

  private leave({ cancelUrl }: SessionRow): WayBack {
    return this.go(cancelUrl)
  }

  private go(url: string | null): WayBack {
    // A header carries no letters beyond Latin-1.
    return url && URL.canParse(url) ? { kind: 'go', url: new URL(url).href } : { kind: 'nowhere' }
  }
}
