// Apple Pay on a page of ours: ApplePaySession in the browser, its merchant session by Craftgate's call, and a card payment
// with Apple's token. The official clients have the calls; the portal has no page on them.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient, RequestBody } from '../../client/craftgate-client'
import { CraftgateError } from '../../errors'
import { toDecimal } from '../../money'
import type { MerchantOptions } from '../../options'
import type { Asking, DirectFamily, Sale, Started, Starting } from './family'
import { directSale } from './family'
import { startedBy } from './started'

export const applePay: DirectFamily = { start, script, assist }

/**
 * The device's cryptogram is the shopper's verification, so that the card is charged at once. A decline is told with the
 * payment that it made, which is asked for.
 */
async function start(client: CraftgateClient, starting: Starting): Promise<Started> {
  const { page, record, answers, merchant, clientIp } = starting
  const { callbackUrl: _callbackUrl, ...sale } = directSale(starting)
  const token = JSON.parse(answers.deviceToken ?? '') as { readonly paymentData?: unknown }
  const data = optionsOf(merchant).tokenData === 'token' ? token : token.paymentData
  const body: RequestBody<'createPayment'> = {
    ...sale,
    walletPrice: 0,
    installment: 1,
    paymentPhase: record.phase,
    bankOrderId: page.orderId,
    clientIp,
    card: { tokenizedCard: { type: 'APPLE_PAY', data } },
  }
  try {
    return startedBy(await client.call('createPayment', { body }, { idempotencyKey: randomUUID() }))
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'declined') return { wayOn: { kind: 'over' } }
    throw error
  }
}

async function script(_client: CraftgateClient, { merchant, basket: { price } }: Sale) {
  const { supportedNetworks, displayName, script: address } = optionsOf(merchant)
  const request = {
    countryCode: 'TR',
    currencyCode: price.currency,
    merchantCapabilities: ['supports3DS'],
    supportedNetworks,
    total: { label: displayName, type: 'final', amount: toDecimal(price) },
  }
  return { provider: 'apple-pay' as const, scripts: [address], settings: { request } }
}

/** They are there, because nobody is led here without them (`choose-method.ts`). */
function optionsOf({ applePay: options }: MerchantOptions) {
  if (options === undefined) throw new Error('Apple Pay is begun without its options')
  return options
}

/** Apple's own hosts, whose certificate the session is asked with; any other would be shown it too. */
const APPLE_HOST = /^(cn-)?apple-pay-gateway(-[a-z0-9-]+)?\.apple\.com$/

/** Apple's merchant session, for the browser: `validationUrl` is what Apple's event named. */
async function assist(client: CraftgateClient, { sale, answers, host }: Asking): Promise<unknown> {
  const { validationUrl } = answers
  if (validationUrl === undefined || !isApples(validationUrl)) return undefined
  const { merchantIdentifier, displayName } = optionsOf(sale.merchant)
  const about = { merchantIdentifier, displayName, initiative: 'web', initiativeContext: host }
  const limits = { idempotencyKey: randomUUID() }
  return client.call('createApplePayMerchantSession', { body: { ...about, validationUrl } }, limits)
}

const isApples = (address: string): boolean =>
  URL.canParse(address) &&
  new URL(address).protocol === 'https:' &&
  APPLE_HOST.test(new URL(address).hostname)
