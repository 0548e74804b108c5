import type { ExecArgs } from '@medusajs/framework/types'
import { readEnvironment } from '../environment'
import { seedShop } from '../seed/seed-shop'

/** `medusa exec src/scripts/seed.ts`: fills an empty shop. */
export default async function seed({ container }: ExecArgs): Promise<void> {
  await seedShop(container, readEnvironment(process.env))
}
