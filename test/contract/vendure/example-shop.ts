import { SUPERADMIN } from '@craftgate-commerce/example-demo'
import type { VendureServers } from './vendure-store'

/** What the example store is seeded with, as far as the tests name it. */
export const EXAMPLE_SHOP: Pick<VendureServers, 'admin' | 'channels' | 'methods'> = {
  admin: { username: SUPERADMIN.identifier, password: SUPERADMIN.password },
  channels: { TRY: 'turkiye', JPY: 'jpy', KWD: 'kwd', second: 'ikinci-magaza' },
  methods: { AUTH: 'craftgate', PRE_AUTH: 'craftgate-on-provizyon' },
}
