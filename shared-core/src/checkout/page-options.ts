import type { OrderSnapshot } from '../basket'
import { badCheckoutOptions } from '../messages/checkout'
import { mergedCheckout, mergeForOrder, type PageOptions } from '../options/checkout-options'
import type { ParsedOptions } from '../options/options'
import { parseConfiguration, wrongOptions } from '../options/parse-configuration'

/**
 * What this order's page is opened with: the shop's options with what its function of the order says. Throws a
 * CraftgateError of kind `configuration` that names each wrong key, and what that function throws.
 */
export async function pageOptions(options: ParsedOptions, order: OrderSnapshot): Promise<PageOptions> {
  const { checkout } = parseConfiguration(mergedCheckout, await mergeForOrder(options.checkout, order))
  requireReturnBack(options, checkout.returnBackUrl)
  return checkout
}

/** Throws a CraftgateError of kind `configuration` for a way back to an origin that is not in the options. */
export function requireReturnBack({ returnOrigins }: ParsedOptions, address: string | undefined): void {
  if (address === undefined || returnOrigins.includes(new URL(address).origin)) return
  throw wrongOptions(['checkout.returnBackUrl: its origin is not in returnOrigins'], badCheckoutOptions)
}
