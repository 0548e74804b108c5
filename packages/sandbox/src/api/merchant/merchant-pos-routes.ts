import type { Schema } from '@craftgate-commerce/openapi'
import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { changePos, createPos, deletePos, replacePos } from '../../engine/pos/change-poses'
import { writeCommissions } from '../../engine/pos/commissions'
import { type MerchantPos, NEW_POS, sellsInstallments } from '../../engine/pos/merchant-pos'
import { ApiError } from '../../errors/api-error'
import { type Api, type ApiContext, data, nothing } from '../api-context'
import { queryBoolean } from '../fields'
import { is, listOf, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'
import { commissionRow, createPosRequest, posChange, updateCommissions, updatePos } from './pos-requests'
import { commissionViews, posView } from './pos-view'

/** The merchant's virtual POSes: those of the seed, as the API changed them. */
export function merchantPosRoutes(api: Api, ctx: SandboxContext): void {
  const requirePos = (c: ApiContext): MerchantPos => {
    const found = c.get('merchant').poses.find(({ id }) => id === readId(c))
    if (!found) throw NO_POS
    return found
  }
  const answer = (c: ApiContext, pos: MerchantPos) => data(c, posView(c.get('merchant'), pos))

  api.get('/merchant/v1/merchant-poses', (c) => {
    const search = readQuery(c, posSearch)
    const merchant = c.get('merchant')
    const found = merchant.poses.filter((pos) => matches(pos, search))
    return data(
      c,
      pageOf(found.toReversed(), search, (pos) => posView(merchant, pos)),
    )
  })

  api.post('/merchant/v1/merchant-poses', (c) => {
    const request = readBody(c, createPosRequest)
    const { name, currency, status, posIntegrator } = request
    // The description has checked the integrator's name.
    const integrator = posIntegrator as Schema<'PosIntegrator'>
    const made = { ...posChange(request), name, currency, status, integrator }
    return answer(c, createPos(ctx, c.get('merchant'), made))
  })

  api.get('/merchant/v1/merchant-poses/:id{\\d+}', (c) => answer(c, requirePos(c)))

  api.put('/merchant/v1/merchant-poses/:id{\\d+}', (c) => {
    const change = posChange(readBody(c, updatePos))
    return answer(c, changePos(ctx, c.get('merchant'), requirePos(c), change))
  })

  api.delete('/merchant/v1/merchant-poses/:id{\\d+}', (c) => {
    deletePos(ctx, c.get('merchant'), requirePos(c))
    return nothing(c)
  })

  /** DELETED is a state among the others: a POS that gets it is gone (our reading). */
  api.put('/merchant/v1/merchant-poses/:id{\\d+}/status/:status', (c) => {
    const pos = requirePos(c)
    const status = c.req.param('status') as Schema<'PosStatus'>
    if (status === 'DELETED') deletePos(ctx, c.get('merchant'), pos)
    else replacePos(ctx, c.get('merchant'), { ...pos, status, autopilot: NEW_POS.autopilot })
    return nothing(c)
  })

  api.get('/merchant/v1/merchant-poses/:id{\\d+}/commissions', (c) =>
    data(c, listOf(commissionViews(requirePos(c)))),
  )

  api.post('/merchant/v1/merchant-poses/:id{\\d+}/commissions', (c) => {
    const rows = readBody(c, updateCommissions).commissions.map(commissionRow)
    return answer(c, replacePos(ctx, c.get('merchant'), writeCommissions(requirePos(c), rows)))
  })
}

const posSearch = z.object({
  ...paging,
  name: z.string().optional(),
  alias: z.string().optional(),
  bankName: z.string().optional(),
  currency: z.string().optional(),
  enableInstallment: queryBoolean.optional(),
  enableForeignCard: queryBoolean.optional(),
})

function matches(pos: MerchantPos, search: z.output<typeof posSearch>): boolean {
  return (
    is(search.name, pos.name) &&
    is(search.alias, pos.alias) &&
    is(search.bankName, pos.bank) &&
    (search.currency === undefined || pos.currencies.includes(search.currency)) &&
    is(search.enableInstallment, sellsInstallments(pos)) &&
    is(search.enableForeignCard, pos.foreignCards)
  )
}

const NO_POS = ApiError.invalid('4039', { tr: 'POS bulunamadı', en: 'The POS was not found' })
