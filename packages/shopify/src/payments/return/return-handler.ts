import {
  type CheckoutRecord,
  type CraftgateCommerce,
  CraftgateError,
  type Logger,
} from '@craftgate-commerce/core'
import { isForfeited, isTooManyRequests } from '@craftgate-commerce/core/adapter'
import type { SessionRow } from '../../database'
import { findGroupWinner } from '../../sessions/checkout-group'
import type { SessionStore } from '../../sessions/session-store'
import { isReject } from '../../shopify-api'
import type { SessionReporter } from '../../shopify-sync/session-reporter'
import type { Charge, CheckoutStore, SalesEntries } from '../../storage'
import { ShopifySyncPending } from '../payment-outcome-handler'
import { rejectionOfGroup, rejectUnexpectedPayment } from '../session-resolution'

/**
 * redirect: to this address of the shop. wait: the end is not known yet; `leave` is for a shopper who would rather not,
 * and `tooMany` says that it was not asked, because the shopper's address asked too often.
 * gone: the addresses were deleted with the shopper's data, long after the payment. given-back: the card was charged and no
 * order takes the money; `next` is where the shopper would go otherwise. charged: paid, at another sum than the order's, which
 * Shopify's pages do not tell; then the shopper goes to `url`.
 */
export type ReturnDestination =
  | { readonly kind: 'redirect'; readonly url: string }
  | { readonly kind: 'charged'; readonly url: string; readonly charge: Charge }
  | { readonly kind: 'gone' }
  | Waiting
  | { readonly kind: 'given-back'; readonly paidBefore: boolean; readonly next: string | undefined }

interface Waiting {
  readonly kind: 'wait'
  readonly paid: boolean
  readonly leave: string
  readonly tooMany?: true
}

export interface ReturnHandlerDeps {
  readonly sessions: SessionStore
  readonly reporter: SessionReporter
  readonly checkouts: CheckoutStore
  readonly sales: Pick<SalesEntries, 'chargeOf'>
  /** Undefined when the shop has no Craftgate keys for this mode any more. */
  readonly commerce: CraftgateCommerce | undefined
  readonly clientIp: string | undefined
  readonly logger: Logger
}

/**
 * Where a shopper goes who comes back from Craftgate's page: to the address that Shopify gave for this session, or,
 * when another tab of the checkout was paid, for that one; to the checkout when they gave up. A shopper who leaves with
 * a declined card is done with this session: it is rejected, with the reason. Whose payment goes back is told so first.
 * Every address comes from Shopify itself.
 */
export class ReturnHandler {
  constructor(private readonly deps: ReturnHandlerDeps) {}

  async destinationOf(returning: SessionRow): Promise<ReturnDestination> {
    const destination = await this.whereTo(returning)
    const record = await this.deps.checkouts.find({ reference: returning.id })
    return record && isForfeited(record.state) ? this.givenBack(returning, destination) : destination
  }

  private async givenBack(session: SessionRow, destination: ReturnDestination): Promise<ReturnDestination> {
    const winner = await this.winnerOf(session)
    const paidBefore = winner !== undefined && winner.sessionId !== session.id
    return { kind: 'given-back', paidBefore, next: addressOf(destination) }
  }

  private async whereTo(returning: SessionRow): Promise<ReturnDestination> {
    const session = await this.reportRejection(returning)
    const known = await this.known(session)
    if (known) return known
    const record = await this.deps.checkouts.find({ reference: session.id })
    if (!record || !this.deps.commerce) return this.leave(session)
    const asked = await this.ask(this.deps.commerce, record, session)
    return asked ?? (await this.known(await this.reread(session))) ?? this.leave(session)
  }

  /** A shopper who waits for nothing but a refusal need not wait for the next attempt. */
  private async reportRejection(session: SessionRow): Promise<SessionRow> {
    const { id, resolution, syncStatus } = session
    if (resolution === null || syncStatus !== null || !isReject(resolution)) return session
    await this.deps.reporter.report(id)
    return this.reread(session)
  }

  /** Where the session's resolution leads; undefined when it has none. */
  private async known(session: SessionRow): Promise<ReturnDestination | undefined> {
    const { sessions } = this.deps
    if (session.syncStatus === 'synced') return this.synced(session)
    const winner = await this.winnerOf(session)
    if (winner && winner.sessionId !== session.id) {
      const payer = await sessions.find(winner.sessionId)
      return this.redirect(payer?.redirectUrl ?? session.cancelUrl)
    }
    if (session.syncStatus === 'rejected') return this.leave(session)
    if (session.resolution === null) return undefined
    const paid = winner !== undefined && session.resolution.mutation === 'paymentSessionResolve'
    return { kind: 'wait', paid, leave: session.cancelUrl ?? '' }
  }

  private async synced(session: SessionRow): Promise<ReturnDestination> {
    const destination = this.redirect(session.redirectUrl ?? session.cancelUrl)
    const isPaid = session.resolution?.mutation === 'paymentSessionResolve'
    if (!isPaid || destination.kind !== 'redirect') return destination
    const winner = await this.winnerOf(session)
    const charge = winner?.sessionId === session.id ? await this.deps.sales.chargeOf(winner) : undefined
    const isOtherSum = charge !== undefined && charge.charged.minor !== charge.price.minor
    return isOtherSum ? { kind: 'charged', url: destination.url, charge } : destination
  }

  private winnerOf(session: SessionRow) {
    return this.deps.sessions.transaction((manager) => findGroupWinner(manager, session))
  }

  /**
   * Asks Craftgate, once for all who open the page at this time; 'wait' when that is not possible now. Who comes second
   * finds what the first one resolved.
   */
  private async ask(
    commerce: CraftgateCommerce,
    record: CheckoutRecord,
    session: SessionRow,
  ): Promise<ReturnDestination | undefined> {
    try {
      const settled = await commerce.settleReturned(record, { clientIp: this.deps.clientIp })
      const { outcome } = settled
      if (outcome.kind === 'pending' && outcome.bankDecides) return this.wait(session)
      if (outcome.kind === 'pending' && outcome.awaitingFunds) return undefined
      const { decline, resolution } = await this.reread(session)
      if (isForfeited(settled.record.state)) await this.reject(session, settled.record)
      else if (decline !== null && resolution === null)
        await this.rejectDeclined(commerce, settled.record, session)
      return undefined
    } catch (error) {
      if (isTooManyRequests(error)) return { ...this.wait(session), tooMany: true }
      if (!(error instanceof ShopifySyncPending) && !CraftgateError.is(error)) throw error
      this.deps.logger.warn('A shopper waits for the end of a payment', { session: session.id })
      return this.wait(session)
    }
  }

  /** The page expires first, so that nobody pays a session that Shopify takes for failed. */
  private async rejectDeclined(
    commerce: CraftgateCommerce,
    record: CheckoutRecord,
    session: SessionRow,
  ): Promise<void> {
    const { record: ended } = await commerce.expire(record)
    if (ended.state === 'expired' || isForfeited(ended.state)) await this.reject(session, ended)
  }

  private async reject({ id }: SessionRow, { state }: CheckoutRecord): Promise<void> {
    const { sessions, reporter } = this.deps
    await sessions.locked(id, async (session) => {
      const { row, manager } = session
      if (row.resolution !== null || (await findGroupWinner(manager, row))) return
      const { decline, merchantLocale } = row
      const isUnexpected = isForfeited(state)
      await reporter.setResolution(
        session,
        isUnexpected
          ? rejectUnexpectedPayment(merchantLocale)
          : rejectionOfGroup(decline ?? undefined, merchantLocale),
      )
    })
    const { resolution } = (await sessions.find(id)) ?? {}
    if (resolution) await reporter.report(id)
  }

  private async reread(session: SessionRow): Promise<SessionRow> {
    return (await this.deps.sessions.find(session.id)) ?? session
  }

  private wait({ cancelUrl }: SessionRow): Waiting {
    return { kind: 'wait', paid: false, leave: cancelUrl ?? '' }
  }

  private leave({ cancelUrl }: SessionRow): ReturnDestination {
    return this.redirect(cancelUrl)
  }

  private redirect(url: string | null): Extract<ReturnDestination, { kind: 'redirect' | 'gone' }> {
    // A header carries no letters beyond Latin-1.
    return url && URL.canParse(url) ? { kind: 'redirect', url: new URL(url).href } : { kind: 'gone' }
  }
}

function addressOf(destination: ReturnDestination): string | undefined {
  switch (destination.kind) {
    case 'redirect':
    case 'charged':
      return destination.url
    case 'wait':
      return destination.leave || undefined
    default:
      return undefined
  }
}
