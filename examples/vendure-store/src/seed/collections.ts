import { CollectionService, type ID } from '@vendure/core'
import { COLLECTIONS } from '../zerdali'
import type { SeededCatalogue } from './products'
import type { Seeding } from './seeding'
import { configurable, translations } from './translate'

export async function seedCollections(
  { services, ctx }: Seeding,
  catalogue: SeededCatalogue,
): Promise<readonly ID[]> {
  const ids: ID[] = []
  for (const { slug, name, description } of COLLECTIONS) {
    const created = await services.get(CollectionService).create(ctx, {
      translations: translations({
        tr: { name: name.tr, slug, description: description.tr },
        en: { name: name.en, slug, description: description.en },
      }),
      filters: [
        configurable('facet-value-filter', {
          facetValueIds: JSON.stringify([catalogue.facetValues.get(slug)]),
          containsAny: false,
          combineWithAnd: true,
        }),
      ],
    })
    ids.push(created.id)
  }
  return ids
}
