import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { membersOf } from '../members/find-member'
import { addPayout, completeFile, openFile } from './make-payout'
import { isSame, owedAt, rowsOf } from './owed'
import type { Payee } from './payout'

/**
 * "So that the earnings of approved transactions are reckoned and added to the sellers' balances" (marketplace): at once,
 * and for the sellers whose earnings go into a wallet. What a refund took back after an earlier payout is taken along, so a
 * wallet may lose by it. Says whether there was anything to settle; throws a validation error where there is no
 * marketplace.
 */
export function settleIntoWallets(
  ctx: SandboxContext,
  merchant: Merchant,
  excluded: readonly number[],
): 'SUCCESS' | 'NO_RECORD_FOUND' {
  requireMarketplace(merchant)
  const owed = owedAt(ctx, merchant.apiKey)
  const payees: readonly Payee[] = membersOf(ctx, merchant)
    .filter(({ id, settlementEarningsDestination: to }) => to === 'WALLET' && !excluded.includes(id))
    .map(({ id }) => ({ type: 'SUB_MERCHANT_MEMBER', id, currency: 'TRY' }))
  const payouts = payees
    .map((payee) => ({ payee, rows: rowsOf(owed.filter((one) => isSame(one.payee, payee))) }))
    .filter(({ rows }) => rows.length > 0)
  if (payouts.length === 0) return 'NO_RECORD_FOUND'
  const file = openFile(ctx, merchant, 'SETTLEMENT')
  for (const made of payouts) addPayout(ctx, file, { ...made, destination: 'WALLET', source: 'COLLECTION' })
  completeFile(ctx, merchant, file)
  return 'SUCCESS'
}

export function requireMarketplace({ type }: Merchant): void {
  if (type === 'STANDARD') throw NO_MARKETPLACE
}

const NO_MARKETPLACE = ApiError.invalid('4300', {
  tr: 'Para gönderimi yalnızca pazaryeri tipindeki üye işyerlerinde yapılabilir',
  en: 'Only a marketplace is paid out to',
})
