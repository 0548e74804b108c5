import { CraftgateError, type InstallmentTable, toDecimal } from '@craftgate-commerce/core'
import { sentenceIn } from '@craftgate-commerce/core/adapter'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../app-container'
import { languageOf } from '../../../../language-of'
import { moneyOf } from '../../../../order'

/**
 * What a price costs in instalments: `?price=1249.90&currency_code=try`, of every card family, or of one card with
 * `&bin=` and its first 6 to 8 digits.
 */
export async function GET(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { commerce, options } = craftgateIn(request.scope)
  const merchant = options.defaultMerchant ?? options.merchantNames[0] ?? ''
  try {
    const tables = await commerce.installments({ merchant, ...questionOf(request.query) })
    response.json({ installments: tables.map(shown) })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      sentenceIn(languageOf(request), error.merchantMessage),
    )
  }
}

function questionOf({ price, currency_code, bin }: MedusaRequest['query']) {
  if (typeof price !== 'string' || !/^\d{1,9}(\.\d{1,3})?$/.test(price) || Number(price) === 0) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'price must be a decimal amount, e.g. 1249.90')
  }
  if (typeof currency_code !== 'string') {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'currency_code is missing, e.g. try')
  }
  if (bin !== undefined && !/^\d{6,8}$/.test(String(bin))) {
    throw new MedusaError(MedusaError.Types.INVALID_DATA, 'bin must be the first 6 to 8 digits of a card')
  }
  return { price: moneyOf(price, currency_code), bin: bin === undefined ? undefined : String(bin) }
}

const shown = (table: InstallmentTable) => ({
  card_family: table.family ?? null,
  bank: table.bankName ?? null,
  card_association: table.association ?? null,
  card_type: table.type ?? null,
  commercial: table.commercial,
  force_three_ds: table.forceThreeDS,
  options: table.options.map(({ count, each, total }) => ({
    installment: count,
    each: toDecimal(each),
    total: toDecimal(total),
  })),
})
