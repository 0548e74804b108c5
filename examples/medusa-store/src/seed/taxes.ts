import type { Vat } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createTaxRatesWorkflow, createTaxRegionsWorkflow } from '@medusajs/medusa/core-flows'
import { MARKET_PLACES } from './markets'
import type { SeededProduct } from './products'

/** Computes rates of the tables that this seed fills. */
const PROVIDER = 'tp_system'

const REDUCED: readonly { readonly vat: Vat; readonly name: string }[] = [
  { vat: 10, name: 'Tekstil (KDV %10)' },
  { vat: 1, name: 'Temel gıda (KDV %1)' },
  { vat: 0, name: 'Basılı kitap (KDV istisnası)' },
]

/** VAT of 20 percent at home, shipping included; goods that leave the country carry none. */
export async function seedTaxRegions(container: MedusaContainer): Promise<void> {
  await createTaxRegionsWorkflow(container).run({
    input: MARKET_PLACES.map(({ market, country }) => ({
      country_code: country,
      provider_id: PROVIDER,
      default_tax_rate: market.home
        ? { name: 'Genel (KDV %20)', code: 'kdv-20', rate: 20 }
        : { name: 'İhracat', code: 'ihracat', rate: 0 },
    })),
  })
}

/** The lower rates of the first shop; in the second one everything is taxed alike. */
export async function seedReducedRates(
  container: MedusaContainer,
  products: readonly SeededProduct[],
): Promise<void> {
  const [turkey] = await container.resolve(Modules.TAX).listTaxRegions({ country_code: 'tr' })
  if (!turkey) throw new Error('Turkey has no tax region')
  await createTaxRatesWorkflow(container).run({
    input: REDUCED.map(({ vat, name }) => ({
      tax_region_id: turkey.id,
      code: `kdv-${vat}`,
      name,
      rate: vat,
      rules: products
        .filter((product) => product.vat === vat)
        .map(({ id }) => ({ reference: 'product', reference_id: id })),
    })),
  })
}
