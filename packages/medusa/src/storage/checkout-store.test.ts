import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'
import { CheckoutStore } from './checkout-store'
import { NoteStore } from './note-store'

test.each([{ reference: 'a\0b' }, { token: '\0' }])(
  'what no database can hold is not looked for: %j',
  async (by) => {
    const ledger = (() => {
      throw new Error('invalid byte sequence for encoding "UTF8": 0x00')
    }) as unknown as Knex
    expect(await new CheckoutStore(ledger, new NoteStore(ledger)).find(by)).toBeUndefined()
  },
)
