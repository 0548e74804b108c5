import {
  ChannelService,
  CollectionService,
  CurrencyCode,
  FacetService,
  type ID,
  LanguageCode,
  PaymentMethodService,
  ProductService,
  ProductVariantService,
  PromotionService,
  RoleService,
  ShippingMethodService,
  StockLocationService,
} from '@vendure/core'
import { MARKETS, type Market } from '../zerdali'
import type { SeededCoupons } from './coupons'
import type { Foundation } from './foundation'
import type { SeededCatalogue } from './products'
import type { Seeding } from './seeding'

export interface Offer {
  readonly foundation: Foundation
  readonly catalogue: SeededCatalogue
  readonly collections: readonly ID[]
  readonly deliveries: readonly ID[]
  readonly paymentMethods: readonly ID[]
  readonly coupons: SeededCoupons
}

/** The other channels: a second Turkish shop with prices before VAT, and one for each foreign currency. */
export async function seedChannels(seeding: Seeding, offer: Offer): Promise<void> {
  // All of them first: Vendure reads the permissions of this context once, and hands goods only to channels in them.
  const created: { readonly id: ID; readonly channel: Market }[] = []
  for (const channel of MARKETS)
    created.push({ channel, id: await createChannel(seeding, channel, offer.foundation) })
  for (const { id, channel } of created) {
    await fillChannel(seeding, id, offer)
    await assignCoupons(seeding, id, channel, offer.coupons)
    await setPrices(seeding, id, channel, offer.catalogue)
  }
}

async function createChannel(
  { services, ctx }: Seeding,
  channel: Market,
  foundation: Foundation,
): Promise<ID> {
  const zone = channel.home ? foundation.turkey : foundation.abroad
  const created = await services.get(ChannelService).create(ctx, {
    code: channel.code,
    token: channel.code,
    defaultLanguageCode: LanguageCode.tr,
    availableLanguageCodes: [LanguageCode.tr, LanguageCode.en],
    defaultCurrencyCode: CurrencyCode[channel.currency],
    availableCurrencyCodes: [CurrencyCode[channel.currency]],
    pricesIncludeTax: channel.pricesIncludeTax,
    defaultTaxZoneId: zone,
    defaultShippingZoneId: zone,
    sellerId: ctx.channel.sellerId,
  })
  if (!('id' in created)) throw new Error(`Channel ${channel.code}: ${created.message}`)
  await openToRoles({ services, ctx }, created.id)
  return created.id
}

/** The superadmin and customers belong to every channel; goods are handed over with the superadmin's permission. */
async function openToRoles({ services, ctx }: Seeding, channelId: ID): Promise<void> {
  const roles = services.get(RoleService)
  for (const role of [await roles.getSuperAdminRole(ctx), await roles.getCustomerRole(ctx)]) {
    await roles.assignRoleToChannel(ctx, role.id, channelId)
  }
}

/** Without a warehouse of its own a new channel can sell nothing. */
async function fillChannel({ services, ctx }: Seeding, channelId: ID, offer: Offer): Promise<void> {
  const warehouse = await services.get(StockLocationService).defaultStockLocation(ctx)
  await services
    .get(StockLocationService)
    .assignStockLocationsToChannel(ctx, { channelId, stockLocationIds: [warehouse.id] })
  await services
    .get(FacetService)
    .assignFacetsToChannel(ctx, { channelId, facetIds: [offer.catalogue.facet] })
  await services
    .get(ProductService)
    .assignProductsToChannel(ctx, { channelId, productIds: [...offer.catalogue.products] })
  await services
    .get(CollectionService)
    .assignCollectionsToChannel(ctx, { channelId, collectionIds: [...offer.collections] })
  await services
    .get(ShippingMethodService)
    .assignShippingMethodsToChannel(ctx, { channelId, shippingMethodIds: [...offer.deliveries] })
  await services
    .get(PaymentMethodService)
    .assignPaymentMethodsToChannel(ctx, { channelId, paymentMethodIds: [...offer.paymentMethods] })
}

async function assignCoupons(
  { services, ctx }: Seeding,
  channelId: ID,
  channel: Market,
  coupons: SeededCoupons,
): Promise<void> {
  const lira = channel.currency === 'TRY' ? coupons.liraOnly : []
  const promotionIds = [...coupons.everywhere, ...lira]
  await services.get(PromotionService).assignPromotionsToChannel(ctx, { channelId, promotionIds })
}

async function setPrices(
  { services, ctx }: Seeding,
  channelId: ID,
  channel: Market,
  catalogue: SeededCatalogue,
): Promise<void> {
  const variants = services.get(ProductVariantService)
  for (const variant of catalogue.variants) {
    const price = channel.price(variant)
    const currency = CurrencyCode[channel.currency]
    await variants.createOrUpdateProductVariantPrice(ctx, variant.id, price, channelId, currency)
  }
}
