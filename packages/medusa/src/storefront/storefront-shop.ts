import {
  answerStorefront,
  type PriceSubject,
  StorefrontError,
  type StorefrontShop,
  type SubjectPrice,
  sendWebResponse,
  toWebRequest,
} from '@craftgate-commerce/core/adapter'
import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { ownersOf } from '../cards'
import { shopperPayment } from '../views'
import { detailsOf } from '../wallets'
import { entriesOf } from './entries-of'
import { merchantOfRegion } from './region-entries'
import { ShopPrices } from './shop-prices'

/** What a route below /store/craftgate/v1 answers: `path` is what is asked there, in the JSON that is the same in every shop. */
export async function answerRequest(
  request: MedusaStoreRequest,
  response: MedusaResponse,
  path: string,
): Promise<void> {
  const { publishable_key_context: key, auth_context, scope, originalUrl, ip: clientIp } = request
  const shop = storefrontShop(scope, {
    channels: key?.sales_channel_ids ?? [],
    customerId: auth_context?.actor_id || undefined,
  })
  const asked = toWebRequest(request, new URL(craftgateIn(scope).options.mountUrl).origin, originalUrl)
  await sendWebResponse(await answerStorefront(shop, { request: asked, path, clientIp }), response)
}

/** Who asks, by Medusa. */
interface Visitor {
  /** Of the publishable key. */
  readonly channels: readonly string[]
  /** Of who is logged in. */
  readonly customerId: string | undefined
}

/** This shop as a storefront sees it that this visitor has before him. */
function storefrontShop(scope: MedusaContainer, { channels, customerId }: Visitor): StorefrontShop {
  const { commerce, options } = craftgateIn(scope)
  const prices = new ShopPrices(scope)
  const priced = (subject: PriceSubject, region: string | null) => {
    if (subject.kind === 'cart') return prices.ofCart(subject.id)
    if (subject.kind === 'variant' && region !== null) return prices.ofVariant(subject.id, region, channels)
    throw new StorefrontError('bad-subject')
  }
  return {
    commerce,
    async price(subject, query): Promise<SubjectPrice> {
      const { price, regionId } = await priced(subject, query.get('region'))
      const provider = query.get('provider') ?? undefined
      return { merchant: await merchantOfRegion(scope, options, { regionId, provider }), price, exact: true }
    },
    entries: (query) => entriesOf(scope, { cart: query.get('cart'), region: query.get('region') }),
    async customer() {
      if (customerId === undefined) return undefined
      const ref = (merchant: string) => ({ merchant, customer: customerId })
      const { defaultMerchant } = options
      return {
        owners: await ownersOf(scope, customerId),
        wallets: options.merchantNames.map(ref),
        topUpAt: defaultMerchant === undefined ? undefined : ref(defaultMerchant),
        details: () => detailsOf(scope, customerId),
      }
    },
    payment: (reference, query) =>
      shopperPayment(scope, { reference, known: [query.get('cart'), query.get('order')] }),
  }
}
