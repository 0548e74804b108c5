import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import { decideFraudCheck, requireFraudCheck } from '../../engine/fraud/decide'
import type { FraudCheck } from '../../engine/fraud/fraud-check'
import type { World } from '../../engine/world'
import { toNumber } from '../../money/minor'
import { type Api, data, nothing } from '../api-context'
import { is, isWithin, moment } from '../between'
import { pageOf, paging } from '../page-of'
import { readBody, readId, readQuery } from '../read'
import { queryNumber } from '../requests/fields'

/** developer.craftgate.io/api/fraud-management */
export function fraudRoutes(api: Api, world: World): void {
  api.get('/fraud/v1/fraud-checks', (c) => {
    const search = readQuery(c, checkSearch)
    const own = world.state.fraudChecks.filter(({ merchant }) => merchant === c.get('merchant').apiKey)
    const found = own.filter((check) => matches(world, check, search))
    return data(
      c,
      pageOf(found, search, (check) => checkView(world, check)),
    )
  })

  api.put('/fraud/v1/fraud-checks/:id{\\d+}/check-status', (c) => {
    const { checkStatus } = readBody(c, decision)
    decideFraudCheck(world, requireFraudCheck(world, c.get('merchant').apiKey, readId(c)), checkStatus)
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

/** The emulator has one rule: a switch. */
const RULE = { ruleId: 1, ruleName: 'Sandbox', ruleConditions: 'control.fraud.nextPayment' }

const paymentOf = (world: World, check: FraudCheck) =>
  world.state.payments.find(({ id, merchant }) => id === check.paymentId && merchant === check.merchant)

function matches(world: World, check: FraudCheck, search: z.output<typeof checkSearch>): boolean {
  return (
    is<string>(search.action, check.action) &&
    is<string>(search.checkStatus, check.status) &&
    is(search.ruleId, RULE.ruleId) &&
    is(search.paymentId, check.paymentId) &&
    is<string>(search.paymentStatus, paymentOf(world, check)?.status) &&
    isWithin(check.createdAt, search.minCreatedDate, search.maxCreatedDate)
  )
}

function checkView(world: World, check: FraudCheck) {
  const payment = paymentOf(world, check)
  return {
    id: check.id,
    status: 'ACTIVE',
    action: check.action,
    checkStatus: check.status,
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
    ...RULE,
  }
}
