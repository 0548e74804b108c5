import { CraftgateError } from '@craftgate-commerce/core'
import { installmentViews, isBin, sentenceIn } from '@craftgate-commerce/core/adapter'
import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'
import { craftgateIn } from '../../../../app-container'
import { languageOf } from '../../../../language-of'
import { InstallmentPrices } from '../../../../order'
import { merchantOfRegion } from '../../../../providers/craftgate/merchant-of-region'

/**
 * What a cart costs in instalments (`?cart_id=`), or one piece of a variant (`?variant_id=&region_id=`), of every card
 * family, or of one card with `&bin=` and its first 6 to 8 digits. Anybody may ask, and each new price is a question to
 * Craftgate: so only prices that the shop itself has.
 */
export async function GET(request: MedusaStoreRequest, response: MedusaResponse): Promise<void> {
  const { commerce, options } = craftgateIn(request.scope)
  const bin = binIn(request.query.bin)
  const { price, regionId } = await priceFor(request)
  const provider = request.query.provider_id
  const merchant = await merchantOfRegion(request.scope, options, { regionId, provider })
  try {
    const tables = await commerce.installments({ merchant, price, bin, clientIp: request.ip })
    response.json({ installments: installmentViews(tables) })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    const message = sentenceIn(languageOf(request), error.merchantMessage)
    if (error.kind !== 'unavailable') throw new MedusaError(MedusaError.Types.NOT_ALLOWED, message)
    const status = error.code === 'too-many-questions' ? 429 : 503
    response.status(status).setHeader('retry-after', '60').json({ type: error.code, message })
  }
}

function priceFor({ query, scope, publishable_key_context }: MedusaStoreRequest) {
  const { cart_id, variant_id, region_id } = query
  const prices = new InstallmentPrices(scope)
  if (typeof cart_id === 'string') return prices.ofCart(cart_id)
  if (typeof variant_id === 'string' && typeof region_id === 'string')
    return prices.ofVariant(variant_id, region_id, publishable_key_context?.sales_channel_ids ?? [])
  throw new MedusaError(
    MedusaError.Types.INVALID_DATA,
    'Name what is to be paid: cart_id, or variant_id and region_id',
  )
}

function binIn(bin: unknown): string | undefined {
  if (bin === undefined) return undefined
  if (isBin(String(bin))) return String(bin)
  throw new MedusaError(MedusaError.Types.INVALID_DATA, 'bin must be the first 6 to 8 digits of a card')
}
