import { z } from 'zod'
import type { SandboxContext } from '../../engine/context'
import { posFacts } from '../../engine/pos/pos-facts'
import { ApiError } from '../../errors/api-error'
import type { Merchant, Pos } from '../../seed/seed'
import { type Api, type ApiContext, data } from '../api-context'
import { queryBoolean } from '../fields'
import { rateNumber } from '../payments/transaction-view'
import { is, listOf, pageOf, paging } from '../query'
import { readId, readQuery } from '../read'

/** The merchant's virtual POSes as the seed names them. */
export function merchantPosRoutes(api: Api, ctx: SandboxContext): void {
  const requirePos = (c: ApiContext): Pos => {
    const merchant = c.get('merchant')
    const found = merchant.poses.find((pos) => posFacts(ctx, merchant, pos).id === readId(c))
    if (!found) throw NO_POS
    return found
  }

  api.get('/merchant/v1/merchant-poses', (c) => {
    const search = readQuery(c, posSearch)
    const merchant = c.get('merchant')
    const found = merchant.poses.filter((pos) => matches(pos, search))
    return data(
      c,
      pageOf(found.toReversed(), search, (pos) => posView(ctx, merchant, pos)),
    )
  })

  api.get('/merchant/v1/merchant-poses/:id{\\d+}', (c) =>
    data(c, posView(ctx, c.get('merchant'), requirePos(c))),
  )

  api.get('/merchant/v1/merchant-poses/:id{\\d+}/commissions', (c) =>
    data(c, listOf(commissionViews(requirePos(c)))),
  )
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

const sellsInstallments = ({ commissions }: Pos): boolean =>
  commissions.some(({ installment }) => installment > 1)

function matches(pos: Pos, search: z.output<typeof posSearch>): boolean {
  return (
    is(search.name, pos.name) &&
    is(search.alias, pos.alias) &&
    is(search.bankName, pos.bank) &&
    (search.currency === undefined || pos.currencies.includes(search.currency)) &&
    is(search.enableInstallment, sellsInstallments(pos)) &&
    is(search.enableForeignCard, pos.foreignCards)
  )
}

function posView(ctx: SandboxContext, merchant: Merchant, pos: Pos) {
  const { id, alias, name, bankId } = posFacts(ctx, merchant, pos)
  return {
    ...{ id, alias, name, bankId, bankName: pos.bank, status: 'ACTIVE', mode: 'TEST', isPf: false },
    ...{ currency: pos.currencies[0], orderNumber: merchant.poses.indexOf(pos) + 1 },
    ...{ enableForeignCard: pos.foreignCards, enableInstallment: sellsInstallments(pos) },
    ...{ hostname: 'localhost', merchantPosUsers: [] },
  }
}

/** The names that the description's CardBrand has. */
const NAMED_BRANDS = [
  ...['Bonus', 'Axess', 'Maximum', 'World', 'Paraf', 'CardFinans'],
  ...['Bankkart Combo', 'Advantage', 'Sağlam Kart'],
]

/** A row for each instalment and card family; the seed has one rate for all kinds of cards. */
function commissionViews({ commissions, cardBrands }: Pos) {
  const named = cardBrands.filter((brand) => NAMED_BRANDS.includes(brand))
  const brands = named.length === 0 ? [undefined] : named
  return commissions
    .flatMap((commission) => brands.map((cardBrandName) => ({ ...commission, cardBrandName })))
    .map(({ installment, cardBrandName, bankRate, merchantRate }, index) => {
      const rate = rateNumber(bankRate)
      return {
        ...{ id: index + 1, status: 'ACTIVE', installment, cardBrandName, blockageDay: 0 },
        ...{ bankOnUsCreditCardCommissionRate: rate, bankNotOnUsCreditCardCommissionRate: rate },
        ...{ bankOnUsDebitCardCommissionRate: rate, bankNotOnUsDebitCardCommissionRate: rate },
        ...{ bankForeignCardCommissionRate: rate, merchantCommissionRate: rateNumber(merchantRate) },
      }
    })
}

const NO_POS = ApiError.invalid('4039', { tr: 'POS bulunamadı', en: 'The POS was not found' })
