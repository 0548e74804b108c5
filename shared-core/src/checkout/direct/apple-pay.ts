// Apple Pay on a page of ours: ApplePaySession in the browser, its merchant session by Craftgate's call, and a card payment
// with Apple's token. The official clients have the calls; the portal has no page on them.
import { randomUUID } from 'node:crypto'
import type { CraftgateClient } from '../../client/craftgate-client'
import { singlePayment } from '../../installments/installments'
import { toDecimal } from '../../money'
import type { MerchantOptions } from '../../options/options'
import { chargeCard } from './charge-card'
import type { Answers, Asking, ChosenCard, DirectFamily, Sale } from './family'

export const applePay: DirectFamily = { start: chargeCard, chooseCard, script, assist }

/** The device's cryptogram is the shopper's verification, so that the card is charged at once. */
async function chooseCard(
  _client: CraftgateClient,
  { merchant, basket }: Sale,
  { answers }: { readonly answers: Answers },
): Promise<ChosenCard> {
  const token = JSON.parse(answers.deviceToken ?? '') as { readonly paymentData?: unknown }
  const data = optionsOf(merchant).tokenData === 'token' ? token : token.paymentData
  const card = { tokenizedCard: { type: 'APPLE_PAY' as const, data } }
  return { kind: 'chosen', card, option: singlePayment(basket.price), verifies: false }
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
