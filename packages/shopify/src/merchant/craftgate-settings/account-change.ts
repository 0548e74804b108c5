import { CraftgateError, type MerchantOptions } from '@craftgate-commerce/core'
import { type CraftgateClient, createClient } from '@craftgate-commerce/core/client'
import type { Mode } from '../../context/tenant'
import { newAccount } from '../../shops/craftgate-account'
import { type CraftgateKeys, merchantOptionsOf, type StoredKeys } from '../../shops/craftgate-keys'
import type { AuthenticatedRequest } from '../http/merchant-request'
import type { AccountUse, MerchantQueries } from '../queries/merchant-queries'

/** What new keys mean for the payments that are known already. */
export type AccountChange =
  /** Every payment so far, or the newest, was made there. */
  | { readonly kind: 'same'; readonly account: string }
  /** Refunds, captures and voids of earlier payments can only be made in the panel of the old account. */
  | { readonly kind: 'other'; readonly account: string }
  /** So many payments still need the saved keys. */
  | { readonly kind: 'refused'; readonly open: number }

interface NewKeys {
  readonly mode: Mode
  readonly keys: CraftgateKeys
  /** Undefined when there are none, or none that can be read. */
  readonly saved: StoredKeys | undefined
}

/**
 * Tries new keys, and says which account they are of. Other keys of the same account are taken at any time, because a key
 * that leaked has to be replaced at once. Another account is taken when nothing is open: Craftgate tells it nothing of
 * payments that began in the old one. Where no saved keys can be read, nothing could be finished with them either.
 * @throws CraftgateError when Craftgate does not accept the new keys, or cannot be asked.
 */
export async function accountChange(
  { deps, shop }: AuthenticatedRequest,
  { mode, keys, saved }: NewKeys,
  queries: MerchantQueries,
): Promise<AccountChange> {
  const options = merchantOptionsOf(mode, keys, deps.context.options.craftgate.emulator)
  await checkKeys(options)
  if (saved?.apiKey === keys.apiKey && saved.secretKey === keys.secretKey)
    return { kind: 'same', account: saved.account }
  const accounts = await queries.accounts({ shop, mode })
  const known = await accountOfKeys(options, accounts)
  const current = saved?.account ?? accounts[0]?.account
  if (known !== undefined && known === current) return { kind: 'same', account: known }
  const open = saved === undefined ? 0 : await queries.openPayments({ shop, mode }, deps.context.clock())
  if (open > 0) return { kind: 'refused', open }
  const newest = accounts.find(({ paymentId }) => paymentId !== null)
  if (newest === undefined) return { kind: 'same', account: current ?? newAccount(mode) }
  return { kind: known === newest.account ? 'same' : 'other', account: known ?? newAccount(mode) }
}

/** The account, of those that the shop had, that these keys are of. */
async function accountOfKeys(
  keys: MerchantOptions,
  accounts: readonly AccountUse[],
): Promise<string | undefined> {
  for (const { account, paymentId, recordId } of accounts)
    if (paymentId !== null && (await knowsPayment(keys, paymentId, recordId))) return account
  return undefined
}

/** A merchant waits for it in front of a form. */
const READ_MS = 8_000
const DEADLINES = { readMs: READ_MS, startMs: READ_MS, moneyMs: READ_MS }

/** Any price will do: the answer is not looked at. */
const PRICE = 100

/**
 * Asks Craftgate something that costs nothing with these keys.
 * @throws CraftgateError when it does not answer, or does not know them.
 */
function checkKeys(keys: MerchantOptions): Promise<void> {
  return asking(keys, async (client) => {
    await client.call('searchInstallments', { query: { price: PRICE, currency: 'TRY' } })
  })
}

/**
 * Whether this payment was made in the account of these keys, which Craftgate accepts. Its number alone says nothing: each
 * account has its own.
 * @throws CraftgateError when it cannot be asked.
 */
function knowsPayment(keys: MerchantOptions, paymentId: number, recordId: string): Promise<boolean> {
  return asking(keys, async (client) => {
    try {
      const payment = await client.call('retrievePayment', { path: { id: paymentId } })
      return payment.conversationId === recordId || payment.externalId === recordId
    } catch (error) {
      if (CraftgateError.is(error) && NOT_OURS.has(error.kind)) return false
      throw error
    }
  })
}

/** How a payment of somebody else is refused. */
const NOT_OURS: ReadonlySet<CraftgateError['kind']> = new Set(['invalid-request', 'declined', 'unauthorized'])

async function asking<T>(keys: MerchantOptions, work: (client: CraftgateClient) => Promise<T>): Promise<T> {
  const client = createClient(keys, { name: 'craftgate-commerce-shopify', deadlines: DEADLINES })
  try {
    return await work(client)
  } finally {
    await client.close()
  }
}
