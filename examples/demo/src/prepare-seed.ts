import type { Postgres } from './postgres'
import { freshDatabase } from './seeded-database'
import { seedOf } from './seeds'
import type { StoreName } from './stack-options'

/** Seeds the shops that `startStack({ fresh: true })` copies, before several stacks want them at the same time. */
export async function prepareSeed(
  postgres: Postgres,
  stateDir: string,
  stores: readonly StoreName[] = ['vendure', 'medusa', 'shopify'],
): Promise<void> {
  const prepare = async (store: StoreName) => {
    const name = `${store}_prepared`
    await freshDatabase({ postgres, stateDir }, seedOf(store, stateDir), name)
    await postgres.drop(name)
  }
  await Promise.all(stores.map(prepare))
}
