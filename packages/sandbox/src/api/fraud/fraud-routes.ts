import { z } from 'zod'
import { binByDigits } from '../../engine/cards/test-card'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { decideFraudCheck, requireFraudCheck } from '../../engine/fraud/decide'
import type { FraudCheck } from '../../engine/fraud/fraud-check'
import { checkedRule } from '../../engine/fraud/rules'
import { toNumber } from '../../money/minor'
import { type Api, data, nothing } from '../api-context'
import { queryNumber } from '../fields'
import { is, isWithin, moment, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'

/** developer.craftgate.io/api/fraud-management */
export function fraudRoutes(api: Api, ctx: SandboxContext): void {
  api.get('/fraud/v1/fraud-checks', (c) => {
    const search = readQuery(c, checkSearch)
    const own = ctx.state.fraudChecks.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter((check) => matches(ctx, check, search))
    return data(
      c,
      pageOf(found, search, (check) => checkView(ctx, check)),
    )
  })

  api.put('/fraud/v1/fraud-checks/:id{\\d+}/check-status', (c) => {
    const { checkStatus } = readBody(c, decision)
    decideFraudCheck(ctx, requireFraudCheck(ctx, c.get('merchant').apiKey, readId(c)), checkStatus)
    return nothing(c)
  })
}

const decision = z.object({ checkStatus: z.enum(['WAITING', 'FRAUD', 'NOT_FRAUD']) })

const checkSearch = z.object({
  ...paging,
  action: z.string().optional(),
  checkStatus: z.string().optional(),
  ruleId: queryNumber.optional(),
  paymentId: queryNumber.optional(),
  paymentStatus: z.string().optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})

const paymentOf = (ctx: SandboxContext, check: FraudCheck) =>
  ctx.state.payments.find(({ id, merchant }) => id === check.paymentId && merchant === check.merchant)

function matches(ctx: SandboxContext, check: FraudCheck, search: z.output<typeof checkSearch>): boolean {
  return (
    is<string>(search.action, check.action) &&
    is<string>(search.checkStatus, check.status) &&
    is(search.ruleId, check.ruleId) &&
    is(search.paymentId, check.paymentId) &&
    is<string>(search.paymentStatus, paymentOf(ctx, check)?.status) &&
    isWithin(check.createdAt, search.minCreatedDate, search.maxCreatedDate)
  )
}

function checkView(ctx: SandboxContext, check: FraudCheck) {
  const payment = paymentOf(ctx, check)
  const { id: ruleId, name: ruleName, conditions: ruleConditions } = checkedRule(ctx, check)
  return {
    id: check.id,
    status: 'ACTIVE',
    action: check.action,
    checkStatus: check.status,
    cardType: payment?.card && binByDigits(payment.card.bin)?.type,
    paymentId: check.paymentId,
    paymentStatus: payment?.status,
    paymentData: payment && {
      paymentDate: localTime(payment.createdAt),
      conversationId: payment.conversationId,
      paidPrice: toNumber(payment.paidPrice, payment.currency),
      currency: payment.currency,
      buyerId: payment.buyerMemberId,
      clientIp: payment.clientIp,
    },
    ...{ ruleId, ruleName, ruleConditions },
  }
}
