import { createHash } from 'node:crypto'
import { CraftgateError } from './errors'
import { unknownAccountMessage, unknownMerchantMessage } from './messages/client-errors'
import type { MerchantOptions, ParsedOptions } from './options/options'

// Craftgate numbers payments per merchant and environment, so that is what a payment id belongs to. An account keeps its
// name when its API keys change.

type Merchants = Pick<ParsedOptions, 'merchants'>

/**
 * The account of a merchant of the options: its option `account`, else `name:live` or `name:sandbox` (an address of
 * one's own counts as sandbox). Throws CraftgateError `configuration` for a name that is not there.
 */
export function accountOf({ merchants }: Merchants, merchant: string): string {
  const options = Object.hasOwn(merchants, merchant) ? merchants[merchant] : undefined
  if (options === undefined) throw unknownMerchant(merchant, Object.keys(merchants))
  return accountNamed(merchant, options)
}

/** What the records of this merchant may name: his account, or those of both environments. Throws as `accountOf`. */
export function accountsEverOf(options: Merchants, merchant: string): readonly string[] {
  accountOf(options, merchant)
  const { account } = options.merchants[merchant] ?? {}
  return account === undefined ? [`${merchant}:live`, `${merchant}:sandbox`] : [account]
}

/** The merchant whose keys reach this account. Throws CraftgateError `configuration` when none does. */
export function merchantOf({ merchants }: Merchants, account: string): string {
  const found = Object.entries(merchants).find(([name, options]) => accountNamed(name, options) === account)
  if (found === undefined) throw unknownAccount(account, accountsOf({ merchants }))
  return found[0]
}

/** The options of the merchant whose keys reach this account. Throws as `merchantOf`. */
export function merchantOptionsOf(options: Merchants, account: string): MerchantOptions {
  const merchant = options.merchants[merchantOf(options, account)]
  if (merchant === undefined) throw unknownAccount(account, accountsOf(options))
  return merchant
}

export const accountsOf = ({ merchants }: Merchants): readonly string[] =>
  Object.entries(merchants).map(([name, options]) => accountNamed(name, options))

/** Tells one API key of an account from the next, and gives nothing of it away. */
export function apiKeyFingerprint(options: Merchants, account: string): string {
  const apiKey = options.merchants[merchantOf(options, account)]?.apiKey ?? ''
  return createHash('sha256').update(apiKey).digest('hex').slice(0, 12)
}

const accountNamed = (
  name: string,
  { account, environment }: Pick<MerchantOptions, 'account' | 'environment'>,
): string => account ?? `${name}:${environment === 'live' ? 'live' : 'sandbox'}`

function unknownMerchant(merchant: string, names: readonly string[]): CraftgateError {
  const known = names.join(', ')
  return misconfigured(
    'unknown-merchant',
    `merchants has no '${merchant}'; it has: ${known}`,
    unknownMerchantMessage(merchant, known),
  )
}

function unknownAccount(account: string, accounts: readonly string[]): CraftgateError {
  const known = accounts.join(', ')
  return misconfigured(
    'unknown-account',
    `No merchant of the options has the account '${account}'; they have: ${known}. Keep the keys of an account as long as it has payments`,
    unknownAccountMessage(account, known),
  )
}

const misconfigured = (code: string, message: string, merchantMessage: CraftgateError['merchantMessage']) =>
  new CraftgateError({ kind: 'configuration', code, message, retry: 'no', merchantMessage })
