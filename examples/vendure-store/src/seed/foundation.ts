import {
  ChannelService,
  CountryService,
  CurrencyCode,
  GlobalSettingsService,
  type ID,
  LanguageCode,
  StockLocationService,
  TaxCategoryService,
  TaxRateService,
  ZoneService,
} from '@vendure/core'
import type { Vat } from '../zerdali'
import type { Seeding } from './seeding'
import { named } from './translate'

export interface Foundation {
  readonly turkey: ID
  readonly abroad: ID
  readonly taxCategories: ReadonlyMap<Vat, ID>
}

const COUNTRIES = {
  turkey: [{ code: 'TR', name: { tr: 'Türkiye', en: 'Türkiye' } }],
  abroad: [
    { code: 'DE', name: { tr: 'Almanya', en: 'Germany' } },
    { code: 'GB', name: { tr: 'Birleşik Krallık', en: 'United Kingdom' } },
    { code: 'US', name: { tr: 'Amerika Birleşik Devletleri', en: 'United States' } },
    { code: 'JP', name: { tr: 'Japonya', en: 'Japan' } },
    { code: 'KW', name: { tr: 'Kuveyt', en: 'Kuwait' } },
  ],
} as const

const TAX_CATEGORIES: readonly { readonly vat: Vat; readonly name: string }[] = [
  { vat: 20, name: 'Genel (KDV %20)' },
  { vat: 10, name: 'Tekstil (KDV %10)' },
  { vat: 1, name: 'Temel gıda (KDV %1)' },
  { vat: 0, name: 'Basılı kitap (KDV istisnası)' },
]

/** Languages, zones, taxes, warehouse and the defaults of the Turkish channel. */
export async function seedFoundation(seeding: Seeding): Promise<Foundation> {
  const { services, ctx } = seeding
  await services.get(GlobalSettingsService).updateSettings(ctx, {
    availableLanguages: [LanguageCode.tr, LanguageCode.en],
    trackInventory: true,
  })
  const turkey = await seedZone(seeding, 'Türkiye', COUNTRIES.turkey)
  const abroad = await seedZone(seeding, 'Yurt dışı', COUNTRIES.abroad)
  const taxCategories = await seedTaxes(seeding, { turkey, abroad })
  const channel = await services.get(ChannelService).update(ctx, {
    id: ctx.channelId,
    defaultLanguageCode: LanguageCode.tr,
    availableLanguageCodes: [LanguageCode.tr, LanguageCode.en],
    defaultCurrencyCode: CurrencyCode.TRY,
    availableCurrencyCodes: [CurrencyCode.TRY],
    pricesIncludeTax: true,
    defaultTaxZoneId: turkey,
    defaultShippingZoneId: turkey,
  })
  // The steps that follow compute prices with this context, so it must know its new tax zone.
  Object.assign(ctx.channel, channel)
  await nameWarehouse(seeding)
  return { turkey, abroad, taxCategories }
}

type Country = { readonly code: string; readonly name: { readonly tr: string; readonly en: string } }

async function seedZone(
  { services, ctx }: Seeding,
  name: string,
  countries: readonly Country[],
): Promise<ID> {
  const zones = services.get(ZoneService)
  const zone = await zones.create(ctx, { name })
  const memberIds: ID[] = []
  for (const country of countries) {
    const input = { code: country.code, enabled: true, translations: named(country.name) }
    memberIds.push((await services.get(CountryService).create(ctx, input)).id)
  }
  await zones.addMembersToZone(ctx, { zoneId: zone.id, memberIds })
  return zone.id
}

/** Goods that leave the country carry no VAT. */
async function seedTaxes(
  { services, ctx }: Seeding,
  zones: { readonly turkey: ID; readonly abroad: ID },
): Promise<ReadonlyMap<Vat, ID>> {
  const categories = new Map<Vat, ID>()
  for (const { vat, name } of TAX_CATEGORIES) {
    const category = await services.get(TaxCategoryService).create(ctx, { name, isDefault: vat === 20 })
    const rate = (zoneId: ID, value: number, label: string) =>
      services
        .get(TaxRateService)
        .create(ctx, { zoneId, value, categoryId: category.id, name: label, enabled: true })
    await rate(zones.turkey, vat, `KDV %${vat}`)
    await rate(zones.abroad, 0, `İhracat, ${name}`)
    categories.set(vat, category.id)
  }
  return categories
}

async function nameWarehouse({ services, ctx }: Seeding): Promise<void> {
  const locations = services.get(StockLocationService)
  const { id } = await locations.defaultStockLocation(ctx)
  await locations.update(ctx, { id, name: 'İzmir Deposu', description: 'Işıkkent' })
}
