import { MEDUSA_ADMIN } from '@craftgate-commerce/example-demo'
import type { MedusaServers } from './medusa-store'

/** What the example store is seeded with, as far as the tests name it. */
export const EXAMPLE_SHOP: Pick<MedusaServers, 'admin' | 'countries' | 'providers'> = {
  admin: MEDUSA_ADMIN,
  countries: { TRY: 'tr', JPY: 'jp', KWD: 'kw', second: 'az' },
  providers: { AUTH: 'pp_craftgate_craftgate', PRE_AUTH: 'pp_craftgate_on-provizyon' },
}
