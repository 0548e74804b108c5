import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { approvalObstacle, type OwnTransaction } from '../../engine/payments/transaction-approval'
import type { Sentence } from '../../errors/api-error'
import { type Api, type ApiContext, data, type Lang, langOf } from '../api-context'
import { readBody } from '../read'

/** developer.craftgate.io/api/payment/approve-payment-transaction and disapprove-payment-transaction */
export function approvalRoutes(api: Api, ctx: SandboxContext): void {
  for (const [verb, wanted] of [
    ['approve', true],
    ['disapprove', false],
  ] as const)
    api.post(`/payment/v1/payment-transactions/${verb}`, (c) => data(c, decideAll(ctx, c, wanted)))
}

const approval = z.object({
  paymentTransactionIds: z.array(z.number().int()).min(1),
  isTransactional: z.boolean().default(false),
})

interface Tried {
  readonly id: number
  readonly found?: OwnTransaction
  readonly obstacle?: Sentence
}

/** Each for itself, or all or none; what stays as it was says why, also an id that is not the merchant's. */
function decideAll(ctx: SandboxContext, c: ApiContext, wanted: boolean) {
  const { paymentTransactionIds, isTransactional } = readBody(c, approval)
  const tried = [...new Set(paymentTransactionIds)].map((id) => attempt(ctx, c, id, wanted))
  const isStopped = isTransactional && tried.some(({ obstacle }) => obstacle !== undefined)
  const ended = isStopped ? tried.map((one) => ({ ...one, obstacle: one.obstacle ?? ANOTHER_FAILED })) : tried
  for (const { found, obstacle } of ended)
    if (found && obstacle === undefined) found.transaction.approved = wanted
  const changed = ended.filter(({ obstacle }) => obstacle === undefined)
  return { size: changed.length, items: ended.map((one) => itemView(one, langOf(c))) }
}

function attempt(ctx: SandboxContext, c: ApiContext, id: number, wanted: boolean): Tried {
  const { apiKey } = c.get('merchant')
  const found = ctx.state.payments
    .filter(({ merchant }) => merchant === apiKey)
    .flatMap((payment) => payment.transactions.map((transaction) => ({ payment, transaction })))
    .find(({ transaction }) => transaction.id === id)
  return { id, found, obstacle: found ? approvalObstacle(ctx, found, wanted) : UNKNOWN }
}

const itemView = ({ id, obstacle }: Tried, lang: Lang) => ({
  paymentTransactionId: id,
  approvalStatus: obstacle === undefined ? 'SUCCESS' : 'FAILURE',
  failedReason: obstacle?.[lang],
})

const UNKNOWN = { tr: 'Ödeme kırılımı bulunamadı', en: 'The payment transaction was not found' }
const ANOTHER_FAILED = {
  tr: 'Aynı istekteki başka bir kırılım işlenemedi',
  en: 'Another transaction of the same request could not be changed',
}
