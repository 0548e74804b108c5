import { randomUUID } from 'node:crypto'
import type { SandboxContext } from '../context'
import { requirePayment } from '../payments/find-payment'
import { ONE_TIME_CODE } from '../threeds/submit-otp'
import { isExpired } from './find-reference'
import { isCardOf } from './list-cards'
import type { MasterpassReference } from './reference'

/** developer.craftgate.io/api/payment/payment-with-masterpass names 5001 and 5010; the others are ours. */
export type PurchaseAnswer =
  | { readonly responseCode: '0000'; readonly token: string }
  | { readonly responseCode: '5001' }
  | { readonly responseCode: '5010'; readonly url3D: string }
  | { readonly responseCode: 'REFUSED' }

const MAX_TRIES = 3
const REFUSED: PurchaseAnswer = { responseCode: 'REFUSED' }

/** What a page tells beside the token; `amount` in minor units, of all that is paid. */
interface Told {
  readonly amount?: string
  readonly listAccountName?: string
  readonly orderNo?: string
}

/**
 * `MFS.purchase` of Masterpass's script: what the shopper has to do next. Refused where the page tells another amount or order
 * number than the token was made for, or another card than those of the account.
 */
export function purchase(ctx: SandboxContext, token: string, told: Told = {}): PurchaseAnswer {
  const reference = openReference(ctx, token)
  if (!reference || !isOf(reference, told)) return REFUSED
  switch (reference.validation) {
    case 'NONE':
      return approved(reference)
    case 'OTP':
      return { responseCode: '5001' }
    case 'THREE_DS':
      return { responseCode: '5010', url3D: `${ctx.url()}/masterpass/3ds?token=${token}` }
  }
}

function isOf({ sale, bin }: MasterpassReference, { amount, listAccountName, orderNo }: Told): boolean {
  const isAmount = amount === undefined || amount === String(sale.paidPrice)
  const isOrder = orderNo === undefined || orderNo === sale.orderId
  return isAmount && isOrder && (listAccountName === undefined || isCardOf(listAccountName, bin))
}

/** The one-time code that Masterpass sent to the shopper's telephone. */
export function validateCode(ctx: SandboxContext, token: string, code: string): PurchaseAnswer {
  const reference = openReference(ctx, token)
  if (reference?.validation !== 'OTP' || reference.wrongCodes >= MAX_TRIES) return REFUSED
  if (code.trim() === ONE_TIME_CODE) return approved(reference)
  reference.wrongCodes += 1
  return reference.wrongCodes < MAX_TRIES ? { responseCode: '5001' } : REFUSED
}

/** The bank's page of a reference whose 3D Secure was started. */
export function threeDSPageOf(ctx: SandboxContext, token: string): string | undefined {
  const reference = ctx.state.masterpassReferences.find((kept) => kept.token === token)
  if (reference?.paymentId === undefined) return undefined
  const { id } = requirePayment(ctx, reference.merchant, reference.paymentId)
  const session = ctx.state.threeDSessions.find(
    ({ merchant, paymentId }) => merchant === reference.merchant && paymentId === id,
  )
  return session && `${ctx.url()}/3ds/${session.id}`
}

function openReference(ctx: SandboxContext, token: string): MasterpassReference | undefined {
  const reference = ctx.state.masterpassReferences.find((kept) => kept.token === token)
  if (!reference || reference.paymentId !== undefined || isExpired(ctx, reference)) return undefined
  return reference
}

function approved(reference: MasterpassReference): PurchaseAnswer {
  reference.completionToken ??= randomUUID()
  return { responseCode: '0000', token: reference.completionToken }
}
