import { merchantOptionsOf } from '../account'
import { toBasket } from '../basket'
import type { Starting } from '../checkout/direct/family'
import { pageOptions } from '../checkout/page-options'
import { directStart } from '../methods'
import type { CraftgateOptions } from '../options/options'
import { parseOptions } from '../options/parse-configuration'
import { harnessOptions, orderOf, ShopHarness } from './shop-harness'

/** A payment by this way to pay that is about to be started: 100.00, all that is asked for answered with `123456`. */
export async function startingOf(
  name: string,
  over: Parameters<typeof orderOf>[1] = {},
  merchant: Partial<CraftgateOptions['merchants'][string]> = {},
): Promise<Starting> {
  const start = directStart(name)
  if (start === undefined) throw new Error(`${name} is not started by API`)
  const { tr } = harnessOptions.merchants
  if (tr === undefined) throw new Error('The harness has no merchant tr')
  const options = parseOptions({ ...harnessOptions, merchants: { tr: { ...tr, ...merchant } } })
  const harness = new ShopHarness()
  const order = orderOf(10_000, over)
  return {
    start,
    merchant: merchantOptionsOf(options, 'tr:sandbox'),
    order,
    record: await harness.checkout.begin(harness.sale()),
    page: await pageOptions(options, order),
    basket: toBasket(order),
    answers: Object.fromEntries(start.asks.map(({ parameter }) => [parameter, '123456'])),
    opener: {},
    callbackUrl: 'https://pay.shop.example.com/craftgate/callback/1-s1',
    clientIp: '203.0.113.7',
  }
}
