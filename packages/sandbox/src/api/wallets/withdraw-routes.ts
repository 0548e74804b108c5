import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { Withdraw } from '../../engine/wallets/wallet'
import { askForWithdraw, cancelWithdraw, requireWithdraw } from '../../engine/wallets/withdraw'
import { requireMinor, toNumber } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { currency, queryNumber } from '../fields'
import { decimal, is, isWithin, isWithinAmount, moment, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'

/** developer.craftgate.io/marketplace names the calls; their fields are the clients'. */
export function withdrawRoutes(api: Api, ctx: SandboxContext): void {
  const own = (c: ApiContext) => requireWithdraw(ctx, c.get('merchant').apiKey, readId(c, 'withdrawId'))

  api.post('/wallet/v1/withdraws', (c) => {
    const { price, currency: code, memberId, description } = readBody(c, createWithdraw)
    const asked = { memberId, amount: requireMinor('price', price, code), currency: code, description }
    return data(c, withdrawView(askForWithdraw(ctx, c.get('merchant'), asked)))
  })

  api.get('/wallet/v1/withdraws', (c) => {
    const search = readQuery(c, withdrawSearch)
    const { apiKey } = c.get('merchant')
    const found = ctx.state.withdraws.filter((one) => one.merchant === apiKey && matches(one, search))
    return data(c, pageOf(found, search, withdrawView))
  })

  api.get('/wallet/v1/withdraws/:withdrawId{\\d+}', (c) => data(c, withdrawView(own(c))))

  api.post('/wallet/v1/withdraws/:withdrawId{\\d+}/cancel', (c) => {
    const withdraw = own(c)
    cancelWithdraw(ctx, withdraw)
    return data(c, withdrawView(withdraw))
  })
}

const createWithdraw = z.object({
  memberId: z.number().int(),
  price: z.number(),
  currency: currency.default('TRY'),
  description: z.string().optional(),
})

const withdrawSearch = z.object({
  ...paging,
  memberId: queryNumber.optional(),
  currency: z.string().optional(),
  payoutStatus: z.string().optional(),
  minWithdrawPrice: decimal.optional(),
  maxWithdrawPrice: decimal.optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
})

function matches(withdraw: Withdraw, search: z.output<typeof withdrawSearch>): boolean {
  const { minWithdrawPrice, maxWithdrawPrice } = search
  return (
    is(search.memberId, withdraw.memberId) &&
    is(search.currency, withdraw.currency) &&
    is<string>(search.payoutStatus, withdraw.payoutStatus) &&
    isWithin(withdraw.createdAt, search.minCreatedDate, search.maxCreatedDate) &&
    isWithinAmount(withdraw.amount, withdraw.currency, minWithdrawPrice, maxWithdrawPrice)
  )
}

const withdrawView = ({ id, createdAt, amount, currency: code, ...withdraw }: Withdraw) => ({
  ...{ id, createdDate: localTime(createdAt), memberId: withdraw.memberId, payoutId: withdraw.payoutId },
  status: withdraw.payoutStatus === 'CANCELLED' ? 'PASSIVE' : 'ACTIVE',
  ...{ price: toNumber(amount, code), currency: code, description: withdraw.description },
  payoutStatus: withdraw.payoutStatus,
})
