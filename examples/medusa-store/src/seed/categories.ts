import { COLLECTIONS } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { MedusaContainer } from '@medusajs/framework/types'
import { createProductCategoriesWorkflow } from '@medusajs/medusa/core-flows'

/** The pages of the catalogue. Returns ids by slug; `metadata` has the English texts. */
export async function seedCategories(container: MedusaContainer): Promise<ReadonlyMap<string, string>> {
  const { result } = await createProductCategoriesWorkflow(container).run({
    input: {
      product_categories: COLLECTIONS.map(({ slug, name, description }, rank) => ({
        name: name.tr,
        handle: slug,
        description: description.tr,
        is_active: true,
        rank,
        metadata: { name_en: name.en, description_en: description.en },
      })),
    },
  })
  return new Map(result.map(({ handle, id }) => [handle, id]))
}
