import type { Money } from '@craftgate-commerce/core'
import type { SessionKind, SessionRow } from '../database'
import { modeOf } from '../tenant'
import type { ShopifyCaller } from './begin-payment'

export interface SessionRequest {
  readonly kind: SessionKind
  readonly id: string
  readonly gid: string
  readonly test: boolean
  readonly money: Money | undefined
  readonly merchantLocale: string
  readonly proposedAt: Date | null
}

/** A session of any kind as it is first written: nothing is decided, nothing was tried. */
export function newSession(
  { kind, id, gid, money, merchantLocale, proposedAt, ...request }: SessionRequest,
  { shop, apiVersion }: ShopifyCaller,
  now: Date,
): SessionRow {
  return {
    id,
    shop,
    mode: modeOf(request),
    kind,
    gid,
    apiVersion,
    group: null,
    paymentSessionId: null,
    amount: money?.minor ?? null,
    currency: money?.currency ?? null,
    phase: null,
    cancelUrl: null,
    merchantLocale,
    buyerLocale: null,
    contact: null,
    emailHash: null,
    phoneHash: null,
    decline: null,
    decision: null,
    told: null,
    tries: 0,
    nextTryAt: null,
    trouble: null,
    unsure: false,
    redirectUrl: null,
    proposedAt,
    createdAt: now,
    changedAt: now,
  }
}
