import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { CheckoutStore } from './checkout-store'
import { CheckoutEventStore } from './event-stores'

test.each([{ reference: 'a\0b' }, { token: '\0' }])(
  'what no database can hold is not looked for: %j',
  async (by) => {
    const connections = (() => {
      throw new Error('invalid byte sequence for encoding "UTF8": 0x00')
    }) as unknown as Knex
    expect(await new CheckoutStore(connections, new CheckoutEventStore(connections)).find(by)).toBeUndefined()
  },
)
