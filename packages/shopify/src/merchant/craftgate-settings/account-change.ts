import { type CraftgateKeys, merchantOptionsOf } from '../../shops/craftgate-keys'
import type { Mode } from '../../tenant'
import type { ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { checkKeys, knowsPayment } from './check-keys'

/** What new keys mean for the payments that are known already. */
export type AccountChange =
  | { readonly kind: 'same' }
  /** Refunds, captures and voids of earlier payments can only be made in the panel of the old account. */
  | { readonly kind: 'other' }
  /** So many payments still need the saved keys. */
  | { readonly kind: 'refused'; readonly open: number }

interface NewKeys {
  readonly mode: Mode
  readonly keys: CraftgateKeys
  /** Undefined when there are none, or none that can be read. */
  readonly saved: CraftgateKeys | undefined
}

/**
 * Tries new keys. Other keys of the same account are taken at any time, because a key that leaked has to be replaced at once. Another
 * account is taken when nothing is open: Craftgate tells it nothing of payments that began in the old one. Where no saved
 * keys can be read, nothing could be finished with them either.
 * @throws CraftgateError when Craftgate does not accept the new keys, or cannot be asked.
 */
export async function accountChange(
  { parts, shop }: ShopVisit,
  { mode, keys, saved }: NewKeys,
  reads: MerchantReads,
): Promise<AccountChange> {
  const options = merchantOptionsOf(mode, keys, parts.house.options.craftgate.emulator)
  await checkKeys(options)
  if (saved?.apiKey === keys.apiKey && saved.secretKey === keys.secretKey) return { kind: 'same' }
  const paymentId = await reads.newestPayment({ shop, mode })
  if (paymentId !== undefined && (await knowsPayment(options, paymentId))) return { kind: 'same' }
  const open = saved === undefined ? 0 : await reads.openPayments({ shop, mode })
  if (open > 0) return { kind: 'refused', open }
  return { kind: paymentId === undefined ? 'same' : 'other' }
}
