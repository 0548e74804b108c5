import { type OperationResult, pendingReason, sentenceIn } from '@craftgate-commerce/core'
import type { SessionRow } from '../database'
import type { Told } from '../telling/decision'

const RESOLVES = {
  refund: { operation: 'refundSessionResolve' },
  capture: { operation: 'captureSessionResolve' },
  void: { operation: 'voidSessionResolve' },
} as const satisfies Readonly<Record<string, Told>>

export type MoneyKind = keyof typeof RESOLVES

export interface MoneyQuestion {
  readonly kind: MoneyKind
  readonly merchantLocale: string
}

/** Craftgate's group for a pre-authorization that the bank has let go. */
const EXPIRED_AUTHORIZATION = 'EXPIRED_PROVISION'

/** What Shopify is told of a money call that has ended; undefined for one that has not. */
export function decisionOfCall(
  { kind, merchantLocale }: MoneyQuestion,
  result: OperationResult,
): Told | undefined {
  if (result.state === 'done') return RESOLVES[kind]
  if (result.state !== 'failed' || result.passing) return undefined
  const merchantMessage = sentenceIn(merchantLocale, result.message)
  if (kind === 'capture') {
    const expired = result.error.group === EXPIRED_AUTHORIZATION
    const code = expired ? 'AUTHORIZATION_EXPIRED' : 'PROCESSING_ERROR'
    return { operation: 'captureSessionReject', reason: { code, merchantMessage } }
  }
  const operation = kind === 'refund' ? 'refundSessionReject' : 'voidSessionReject'
  return { operation, reason: { code: 'PROCESSING_ERROR', merchantMessage } }
}

/** Why a money call has not ended, for the merchant. */
export const waitsFor = ({ merchantLocale }: MoneyQuestion, result: OperationResult): string =>
  sentenceIn(merchantLocale, pendingReason(result)) ?? ''

export const isMoneyKind = (kind: SessionRow['kind']): kind is MoneyKind => kind !== 'payment'
