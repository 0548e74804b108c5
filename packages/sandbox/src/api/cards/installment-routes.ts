import { z } from 'zod'
import { bankCode } from '../../engine/cards/bank-code'
import { type Bin, binByDigits } from '../../engine/cards/test-card'
import { familyTable, installmentTable, type Option } from '../../engine/installments/options'
import { usesRewards } from '../../engine/loyalty/card-loyalties'
import { forces3ds } from '../../engine/pos/route-pos'
import { ApiError } from '../../errors/api-error'
import { exponentOf, toMinor, toNumber } from '../../money/minor'
import type { Merchant, Pos } from '../../seed/seed'
import { type Api, data } from '../api-context'
import { currency, queryBoolean } from '../fields'
import { rateNumber } from '../payments/transaction-view'
import { readQuery } from '../read'
import { binView } from './card-view'

/** developer.craftgate.io/api/installment-and-bin-inquiry */
export function installmentRoutes(api: Api): void {
  api.get('/installment/v1/bins/:binNumber', (c) => data(c, binView(requireBin(c.req.param('binNumber')))))

  api.get('/installment/v1/installments', (c) => {
    const request = readQuery(c, search)
    const amount = toMinor(request.price, exponentOf(request.currency))
    if (amount === undefined || amount <= 0) throw INVALID_PRICE
    const input: InstallmentInput = { ...request, amount, merchant: c.get('merchant') }
    const items =
      request.binNumber === undefined ? familyItems(input) : [binItem(input, requireBin(request.binNumber))]
    const asked = request.loyaltyExists ? items.filter(({ cardBrand }) => usesRewards(cardBrand)) : items
    return data(c, { items: asked })
  })
}

const search = z.object({
  binNumber: z.string().optional(),
  price: z.string(),
  currency: currency.default('TRY'),
  distinctCardBrandsWithLowestCommissions: queryBoolean.default(false),
  loyaltyExists: queryBoolean.default(false),
})

interface InstallmentInput extends z.output<typeof search> {
  readonly amount: number
  readonly merchant: Merchant
}

function requireBin(digits: string): Bin {
  const bin = binByDigits(digits)
  if (bin) return bin
  throw ApiError.invalid('4170', { tr: 'BIN bulunamadı', en: 'The BIN was not found' })
}

function binItem(input: InstallmentInput, bin: Bin) {
  const { merchant, amount, currency: inCurrency } = input
  const table = installmentTable({ merchant, bin, amount, currency: inCurrency })
  const pos = merchant.poses.find(({ alias }) => alias === table[0]?.posAlias)
  const force3ds = forces3ds(pos, bin)
  return { ...binView(bin), ...common(input, table, { force3ds, cardBrand: bin.brand }) }
}

/** Without a BIN: every card family that a POS sells instalments to; `distinct` leaves the banks out. */
function familyItems(input: InstallmentInput) {
  const poses = input.merchant.poses.filter(({ currencies }) => currencies.includes(input.currency))
  return poses.flatMap((pos) => pos.cardBrands.map((cardBrand) => familyItem(input, pos, cardBrand)))
}

function familyItem(input: InstallmentInput, pos: Pos, cardBrand: string) {
  const bank = input.distinctCardBrandsWithLowestCommissions
    ? {}
    : { bankName: pos.bank, bankCode: bankCode(pos.bank) }
  const table = familyTable(pos, input.amount)
  const prices = common(input, table, { force3ds: false, cardBrand })
  return { cardType: 'CREDIT_CARD', cardBrand, ...bank, commercial: false, ...prices }
}

interface CardFacts {
  readonly force3ds: boolean
  readonly cardBrand: string
}

function common(input: InstallmentInput, table: readonly Option[], card: CardFacts) {
  return {
    price: toNumber(input.amount, input.currency),
    force3ds: card.force3ds,
    cvcRequired: true,
    installmentPrices: table.map((option) => priceView(option, input.currency, card)),
  }
}

const priceView = (option: Option, inCurrency: string, { force3ds, cardBrand }: CardFacts) => ({
  posAlias: option.posAlias,
  installmentNumber: option.installment,
  installmentPrice: toNumber(option.each, inCurrency),
  totalPrice: toNumber(option.total, inCurrency),
  bankCommissionRate: rateNumber(option.bankRate),
  merchantCommissionRate: rateNumber(option.merchantRate),
  installmentLabel: option.installment === 1 ? 'Tek Çekim' : `${option.installment} Taksit`,
  loyaltySupported: usesRewards(cardBrand),
  force3ds,
  cvcRequired: true,
})

const INVALID_PRICE = ApiError.invalid('4000', { tr: '"price" alanı geçersiz', en: '"price" is not valid' })
