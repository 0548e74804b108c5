import { createHash } from 'node:crypto'
import type { BrowserPost } from '../../hosted-page-service'
import type { SandboxContext } from '../context'
import type { ApmHash } from '../fault-settings'

/** What the bank's page ended in, as the merchant's callback tells it. */
export interface CallbackFacts {
  readonly status: 'SUCCESS' | 'FAILURE'
  readonly completeStatus?: 'WAITING' | 'COMPLETED'
  readonly paymentId?: number
  readonly conversationId?: string
  readonly callbackStatus?: 'ALREADY_RETURNED'
  readonly mdStatus?: number
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const plain = (value: string | number | undefined) => (value === undefined ? '' : String(value))

/** The form of version 1: parts joined by ### (developer.craftgate.io/api/payment/create-3d-secure-payment). */
export function callbackV1(callbackKey: string, facts: CallbackFacts): Record<string, string> {
  const fields = {
    status: facts.status,
    completeStatus: plain(facts.completeStatus),
    paymentId: plain(facts.paymentId),
    conversationData: '',
    conversationId: plain(facts.conversationId),
    callbackStatus: plain(facts.callbackStatus),
  }
  return { ...fields, hash: sha256([callbackKey, ...Object.values(fields)].join('###')) }
}

/** The form of version 2: `hashParams` names the parts, joined by nothing. */
export function callbackV2(callbackKey: string, facts: CallbackFacts): Record<string, string> {
  const fields = {
    status: facts.status,
    callbackStatus: plain(facts.callbackStatus),
    completeStatus: plain(facts.completeStatus),
    paymentId: plain(facts.paymentId),
    conversationData: '',
    conversationId: plain(facts.conversationId),
    mdStatus: plain(facts.mdStatus),
  }
  return hashedForm(callbackKey, fields)
}

/** Names and hashes every field of a form. */
export function hashedForm(
  callbackKey: string,
  fields: Readonly<Record<string, string>>,
): Record<string, string> {
  const hashParams = Object.keys(fields).join(':')
  return { ...fields, hashParams, hash: sha256(callbackKey + Object.values(fields).join('')) }
}

/** Whose callback it is: that of a POS's own method, GarantiPay and World Pay, has `conversationData` too. */
export type ApmWay = 'apm' | 'pos-apm'

/**
 * The form of an alternative payment. The portal's pages (api/payment/pay-with-apm, payment-with-garantipay-v1) describe
 * shorter orders of the hashed parts than their own examples have, which is that of 3D Secure V1 with an empty
 * completeStatus.
 */
export function apmCallback(
  callbackKey: string,
  facts: CallbackFacts,
  { way, order }: { readonly way: ApmWay; readonly order: ApmHash },
): Record<string, string> {
  const [paymentId, conversationId] = [plain(facts.paymentId), plain(facts.conversationId)]
  const fields = {
    ...{ status: facts.status, paymentId },
    ...(way === 'pos-apm' ? { conversationData: '' } : {}),
    ...{ conversationId, callbackStatus: plain(facts.callbackStatus) },
  }
  const printed = [fields.status, '', paymentId, '', conversationId, fields.callbackStatus]
  const hashed = order === 'text' ? Object.values(fields) : printed
  return { ...fields, hash: sha256([callbackKey, ...hashed].join('###')) }
}

/** The browser's way back to the merchant; a switch may lose it, or make it come twice. */
export function returnPost(ctx: SandboxContext, post: BrowserPost): BrowserPost {
  if (post.url.startsWith(`${ctx.url()}/multi/`)) return { ...post, own: true }
  if (ctx.faultSettings.dropCallbacks) {
    ctx.faultSettings.lostCallbacks.push(post)
    return { ...post, lost: true }
  }
  if (ctx.faultSettings.duplicateCallbacks) ctx.sendDuplicate(post)
  return post
}
