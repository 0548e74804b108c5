// Accounts abroad that earnings in a foreign currency go to: developer.craftgate.io/api/payout-accounts
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import type { CurrencyCode } from '../money'
import { idShape } from '../payment'
import { number, PAGE_SIZE, text } from './wire'

export interface PayoutAccount {
  readonly id: number
  /** Whose account it is at; Wise is the only one that Craftgate names. */
  readonly type?: string
  readonly externalAccountId?: string
  readonly currency?: string
  /** Absent: the marketplace's own. */
  readonly seller?: number
}

export interface NewPayoutAccount {
  readonly externalAccountId: string
  readonly currency: CurrencyCode
  readonly seller?: number
  readonly idempotencyKey: string
}

/** `merchant` is a key of `merchants` in the options; pages count from 0 and have 25. Each throws CraftgateError. */
export interface PayoutAccounts {
  search(
    merchant: string,
    query: { readonly page: number; readonly seller?: number },
  ): Promise<{ readonly accounts: readonly PayoutAccount[]; readonly count: number }>
  create(merchant: string, account: NewPayoutAccount): Promise<PayoutAccount>
  update(merchant: string, id: number, externalAccountId: string): Promise<void>
  delete(merchant: string, id: number): Promise<void>
}

const accountShape = z
  .object({
    id: idShape,
    type: text,
    externalAccountId: text,
    currency: text,
    subMerchantMemberId: number,
  })
  .transform(({ subMerchantMemberId: seller, ...account }): PayoutAccount => ({ ...account, seller }))
const pageShape = z.object({ items: z.array(accountShape), totalSize: z.number().nullish() })

const ACCOUNT = 'a payout account'

export function createPayoutAccounts(clientFor: (merchant: string) => CraftgateClient): PayoutAccounts {
  return {
    async search(merchant, { page, seller }) {
      const query = { page, size: PAGE_SIZE, subMerchantMemberId: seller }
      const answer = await clientFor(merchant).call('searchPayoutAccounts', { query })
      const { items, totalSize } = readAnswer(pageShape, answer, ACCOUNT)
      return { accounts: items, count: totalSize ?? items.length }
    },
    async create(merchant, { externalAccountId, currency, seller, idempotencyKey }) {
      const body: RequestBody<'createPayoutAccount'> = {
        ...{ type: 'WISE', externalAccountId, subMerchantMemberId: seller },
        currency: currency as RequestBody<'createPayoutAccount'>['currency'],
        accountOwner: seller === undefined ? 'MERCHANT' : 'SUB_MERCHANT_MEMBER',
      }
      const call = clientFor(merchant).call('createPayoutAccount', { body }, { idempotencyKey })
      return readAnswer(accountShape, await call, ACCOUNT)
    },
    async update(merchant, id, externalAccountId) {
      const body = { type: 'WISE', externalAccountId } as const
      await clientFor(merchant).call('updatePayoutAccount', { path: { id }, body })
    },
    async delete(merchant, id) {
      await clientFor(merchant).call('deletePayoutAccount', { path: { id } })
    },
  }
}
