import { z } from 'zod'
import { nextId, type SandboxContext } from '../../engine/context'
import { findMember } from '../../engine/members/find-member'
import type { PayoutAccount } from '../../engine/payouts/payout'
import { requireMarketplace } from '../../engine/payouts/settle-into-wallets'
import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { type Api, type ApiContext, data, nothing } from '../api-context'
import { currency, queryNumber } from '../fields'
import { is, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'

/** developer.craftgate.io/api/payout-accounts: where payouts in a foreign currency go. */
export function payoutAccountRoutes(api: Api, ctx: SandboxContext): void {
  const { state } = ctx
  const isOwn = (c: ApiContext) => (account: PayoutAccount) => account.merchant === c.get('merchant').apiKey
  const requireOwn = (c: ApiContext): PayoutAccount => {
    const found = state.payoutAccounts.find((account) => isOwn(c)(account) && account.id === readId(c))
    if (!found) throw NOT_FOUND
    return found
  }

  api.post('/settlement/v1/payout-accounts', (c) => {
    const merchant = c.get('merchant')
    const request = readBody(c, createAccount)
    checkOwner(ctx, merchant, request)
    if (state.payoutAccounts.some((account) => isOwn(c)(account) && isSameOwner(account, request)))
      throw TWICE
    const id = nextId(ctx, merchant.apiKey)
    const account: PayoutAccount = { ...request, id, merchant: merchant.apiKey }
    state.payoutAccounts.push(account)
    return data(c, accountView(account))
  })

  api.get('/settlement/v1/payout-accounts', (c) => {
    const search = readQuery(c, accountSearch)
    const found = state.payoutAccounts.filter((account) => isOwn(c)(account) && matches(account, search))
    return data(c, pageOf(found, search, accountView))
  })

  api.put('/settlement/v1/payout-accounts/:id{\\d+}', (c) => {
    Object.assign(requireOwn(c), readBody(c, updateAccount))
    return nothing(c)
  })

  api.delete('/settlement/v1/payout-accounts/:id{\\d+}', (c) => {
    const account = requireOwn(c)
    state.payoutAccounts = state.payoutAccounts.filter((other) => other !== account)
    return nothing(c)
  })
}

const updateAccount = z.object({ type: z.enum(['WISE']), externalAccountId: z.string().min(1) })

const createAccount = updateAccount.extend({
  currency,
  accountOwner: z.enum(['MERCHANT', 'SUB_MERCHANT_MEMBER']),
  subMerchantMemberId: z.number().int().optional(),
})

const accountSearch = z.object({
  ...paging,
  currency: z.string().optional(),
  accountOwner: z.string().optional(),
  subMerchantMemberId: queryNumber.optional(),
})

type CreateAccount = z.output<typeof createAccount>

function checkOwner(ctx: SandboxContext, merchant: Merchant, account: CreateAccount): void {
  requireMarketplace(merchant)
  const { accountOwner, subMerchantMemberId: id } = account
  if ((accountOwner === 'SUB_MERCHANT_MEMBER') !== (id !== undefined)) throw WHOSE
  if (id !== undefined && !findMember(ctx, merchant, id)?.isSubMerchant) throw NO_SELLER
}

const isSameOwner = (account: PayoutAccount, other: CreateAccount): boolean =>
  account.currency === other.currency &&
  account.accountOwner === other.accountOwner &&
  account.subMerchantMemberId === other.subMerchantMemberId

const matches = (account: PayoutAccount, search: z.output<typeof accountSearch>): boolean =>
  is(search.currency, account.currency) &&
  is<string>(search.accountOwner, account.accountOwner) &&
  is(search.subMerchantMemberId, account.subMerchantMemberId)

const accountView = ({ merchant: _merchant, ...account }: PayoutAccount) => account

const NOT_FOUND = ApiError.invalid('4301', {
  tr: 'Para gönderim hesabı bulunamadı',
  en: 'The payout account was not found',
})

const WHOSE = ApiError.invalid('4302', {
  tr: '"subMerchantMemberId" yalnızca ve her zaman SUB_MERCHANT_MEMBER hesabında gönderilir',
  en: '"subMerchantMemberId" goes with an account of a SUB_MERCHANT_MEMBER, and with no other',
})

const NO_SELLER = ApiError.invalid('4303', { tr: 'Satıcı bulunamadı', en: 'The seller was not found' })

/** One account for each owner and currency, else nobody could say which is paid: our reading. */
const TWICE = ApiError.invalid('4304', {
  tr: 'Bu sahibin bu para biriminde para gönderim hesabı zaten var',
  en: 'This owner has a payout account in this currency already',
})
