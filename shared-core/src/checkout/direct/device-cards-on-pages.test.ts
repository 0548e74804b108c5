// Google Pay and Apple Pay on pages of core's, over the real wire against the emulator. What the provider's script does in a
// browser is tested in one (test/browser).
import { applePayToken, googlePayToken, Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { CraftgateOptions } from '../../options/options'
import { DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop

const RETURN = 'https://shop.example.com/return?order=o1&outcome='

beforeAll(async () => {
  shop = await DirectShop.start('en')
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.reset()
  await shop.reopen({ merchants: { tr: merchant() } })
})

const merchant = (): CraftgateOptions['merchants'][string] => {
  const { apiKey, secretKey, webhookKey, callbackKey, url } = shop.sandbox
  return {
    ...{ apiKey, secretKey, webhookKey, callbackKey, environment: url },
    googlePay: {
      ...{ gateway: 'craftgate', gatewayMerchantId: 'shop-1', tokenParameter: 'googlePayToken' },
      ...{ merchantName: 'Bir Dükkân', script: `${url}/google-pay/pay.js` },
    },
    applePay: {
      ...{ merchantIdentifier: 'merchant.com.shop', displayName: 'Bir Dükkân' },
      script: `${url}/apple-pay/apple-pay-sdk.js`,
    },
  }
}

/** What the page hands to its script. */
async function settingsOf(response: Response): Promise<unknown> {
  const [, json = ''] = /id="page">(.+?)<\/script>/.exec(await response.text()) ?? []
  return (JSON.parse(json) as { readonly settings: unknown }).settings
}

const policyOf = (response: Response): readonly string[] =>
  (response.headers.get('content-security-policy') ?? '').split('; ')

const TOKENS = { GOOGLEPAY: googlePayToken, APPLEPAY: applePayToken } as const
const PATHS = {
  GOOGLEPAY: '/payment/v1/pos-apm-payments/init',
  APPLEPAY: '/payment/v1/card-payments',
} as const
const WAYS = ['GOOGLEPAY', 'APPLEPAY'] as const

describe.each(WAYS)('%s', (method) => {
  const token = (card: Parameters<typeof applePayToken>[0]) => ({ 'device-token': TOKENS[method](card) })

  test('has a page with the provider’s script and a way to the payment page; nothing is started', async () => {
    const page = await shop.open(await shop.linkBy(method))
    const [, other = ''] = /<a href="([^"]+)"/.exec(await page.clone().text()) ?? []
    expect(page.status).toBe(200)
    expect(await page.text()).toMatch(/<noscript>.*JavaScript.*<\/noscript>/)
    expect(shop.sandbox.control.payments()).toEqual([])
    const link = new URL(other.replaceAll('&amp;', '&'), await shop.linkBy(method)).href
    const shopper = new Shopper()
    await shopper.open(locationOf(await shop.open(link)))
    expect(shopper.methods).toEqual([method])
  })

  test('and the payment page are two answers, also to openings at once', async () => {
    const link = await shop.linkBy(method)
    const [page, hosted] = await Promise.all([shop.open(link), shop.open(`${link}&on=page`)])
    expect([page.status, hosted.status]).toEqual([200, 303])
  })

  test('charges the card of the device, and the order is paid', async () => {
    const paid = await shop.send(await shop.linkBy(method), token(testCards.success))
    expect(locationOf(paid)).toBe(`${RETURN}captured`)
    expect(shop.platform.order('o1').payment).toMatchObject({
      facts: { method, card: { lastFour: '0002' }, price: { minor: 124_990 } },
    })
    const { id } = await shop.attempt()
    expect(shop.sandbox.control.payments()).toMatchObject([{ conversationId: id, status: 'SUCCESS' }])
  })

  test('says a decline on the page, and the next card is the next attempt', async () => {
    const link = await shop.linkBy(method)
    const declined = await shop.send(link, token(testCards.notSufficientFunds))
    expect([declined.status, await declined.text()]).toEqual([
      422,
      expect.stringMatching('limit or balance is too low'),
    ])
    expect(await shop.attempt()).toMatchObject({ state: 'expired' })
    expect(shop.platform.order('o1').declines).toHaveLength(1)
    expect(locationOf(await shop.send(link, token(testCards.success)))).toBe(`${RETURN}captured`)
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
  })

  test('whose answer was lost is found, and never charged twice', async () => {
    shop.sandbox.control.faults.add({ match: { path: PATHS[method] }, kind: 'drop-after-commit' })
    const link = await shop.linkBy(method)
    expect(locationOf(await shop.send(link, token(testCards.success)))).toBe(`${RETURN}captured`)
    expect(shop.sandbox.control.payments()).toHaveLength(1)
  })

  test('whose answer and reports were lost is waited for, and no second click charges another card', async () => {
    shop.sandbox.control.faults.add({ match: { path: PATHS[method] }, kind: 'drop-after-commit' })
    shop.sandbox.control.faults.add({ match: { path: /payment-reporting/ }, kind: 'status', times: 40 })
    const link = await shop.linkBy(method)
    expect(await (await shop.send(link, token(testCards.success))).text()).toMatch('Waiting for your bank')
    await shop.send(link, token(testCards.success))
    shop.sandbox.control.faults.clear()
    expect(locationOf(await shop.send(link, token(testCards.success)))).toBe(`${RETURN}captured`)
    expect(shop.sandbox.control.payments()).toHaveLength(1)
  })

  test('that never reached Craftgate is followed by another only when the reports missed it twice, apart in time', async () => {
    shop.sandbox.control.faults.add({ match: { path: PATHS[method] }, kind: 'drop-before' })
    const link = await shop.linkBy(method)
    for (const _ of [1, 2, 3]) {
      const waits = await shop.send(link, token(testCards.success))
      expect(await waits.text()).toMatch('Waiting for your bank')
      shop.sandbox.control.clock.advance({ minutes: 2 })
    }
    expect(shop.calls(PATHS[method])).toHaveLength(1)
    expect(locationOf(await shop.send(link, token(testCards.success)))).toBe(`${RETURN}captured`)
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
  })

  test.each(['', 'text', '"text"', `{"a":"${'a'.repeat(9_000)}"}`])(
    'sends nothing on for a token that is none: %.12s',
    async (text) => {
      const page = await shop.send(await shop.linkBy(method), { 'device-token': text })
      expect([page.status, shop.sandbox.control.payments()]).toEqual([422, []])
    },
  )

  test('keeps the token nowhere', async () => {
    await shop.send(await shop.linkBy(method), token(testCards.success))
    const kept = JSON.stringify([await shop.attempt(), shop.logged])
    expect(kept).not.toMatch('emulator')
  })

  test('is a tab of the payment page without its options, and of a pre-authorization', async () => {
    const tabOf = async (link: string) => {
      const shopper = new Shopper()
      await shopper.open(locationOf(await shop.open(link)))
      return shopper.methods
    }
    expect(await tabOf(await shop.linkBy(method, { reference: 's2', phase: 'PRE_AUTH' }))).toEqual([method])
    await shop.reopen({})
    expect(await tabOf(await shop.linkBy(method))).toEqual([method])
  })
})

describe('Google Pay', () => {
  test('asks for exactly this amount, by the merchant’s options', async () => {
    const page = await shop.open(await shop.linkBy('GOOGLEPAY'))
    expect(await settingsOf(page)).toMatchObject({
      environment: 'TEST',
      request: {
        merchantInfo: { merchantName: 'Bir Dükkân' },
        transactionInfo: { totalPrice: '1249.90', currencyCode: 'TRY', totalPriceStatus: 'FINAL' },
        allowedPaymentMethods: [
          {
            tokenizationSpecification: { parameters: { gateway: 'craftgate', gatewayMerchantId: 'shop-1' } },
          },
        ],
      },
    })
  })

  test('names the hosts of Google’s script, and nobody else’s', async () => {
    const policy = policyOf(await shop.open(await shop.linkBy('GOOGLEPAY')))
    const { url } = shop.sandbox
    expect(policy).toEqual([
      "default-src 'none'",
      expect.stringMatching(`^script-src 'sha256-[^']+' ${url}$`),
      "style-src 'unsafe-inline'",
      `connect-src 'self' ${url} https://google.com https://pay.google.com`,
      `frame-src ${url} https://google.com https://pay.google.com`,
      `img-src ${url} https://www.gstatic.com`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ])
  })

  test('sends a card that the device did not prove to its bank, and charges it when the shopper comes back', async () => {
    const token = googlePayToken(testCards.success, 'PAN_ONLY')
    const page = await shop.send(await shop.linkBy('GOOGLEPAY'), { 'device-token': token })
    expect(policyOf(page)[0]).toMatch(/^sandbox /)
    const shopper = new Shopper()
    await shopper.openHtml(await page.text(), shop.sandbox.url)
    const { callback } = await shopper.answerBank('ok', { deliver: false })
    if (callback === undefined) throw new Error('The bank did not send the shopper back')
    expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
    expect(shop.calls('/pos-apm-payments/complete')).toHaveLength(1)
  })

  test('charges nothing for an order that changed while the shopper was at his bank', async () => {
    const token = googlePayToken(testCards.success, 'PAN_ONLY')
    const page = await shop.send(await shop.linkBy('GOOGLEPAY'), { 'device-token': token })
    const shopper = new Shopper()
    await shopper.openHtml(await page.text(), shop.sandbox.url)
    shop.platform.order('o1').snapshot = orderOf(99_990)
    const { callback } = await shopper.answerBank('ok', { deliver: false })
    if (callback) await shop.deliver(callback)
    expect(shop.calls('/pos-apm-payments/complete')).toEqual([])
    expect(shop.sandbox.control.payments()).toMatchObject([{ status: 'CALLBACK_THREEDS' }])
  })
})

describe('Apple Pay', () => {
  const ask = async (validationUrl: string) => shop.send(await shop.linkBy('APPLEPAY'), { validationUrl })

  test('gets the browser its merchant session, for the host of the page; nothing is started', async () => {
    const answer = await ask('https://apple-pay-gateway-pr-pod1.apple.com/paymentservices/startSession')
    expect(answer.headers.get('content-type')).toMatch('application/json')
    expect(await answer.json()).toMatchObject({
      ...{ domainName: 'pay.shop.example.com', displayName: 'Bir Dükkân' },
      merchantSessionIdentifier: expect.stringMatching(/^SSH/),
    })
    expect(await shop.attempt()).toMatchObject({ state: 'created' })
  })

  test.each([
    'https://apple-pay-gateway.apple.com.evil.test/x',
    'http://apple-pay-gateway.apple.com/x',
    'https://evil.test/apple-pay-gateway.apple.com',
    'apple-pay-gateway.apple.com',
  ])('asks nobody about %s', async (address) => {
    await ask(address)
    expect(shop.calls('/merchant-sessions')).toEqual([])
  })

  test('needs no host beside that of Apple’s script', async () => {
    const policy = policyOf(await shop.open(await shop.linkBy('APPLEPAY')))
    expect(policy).toContain(`connect-src 'self' ${shop.sandbox.url}`)
    expect(policy.join()).not.toMatch('unsafe-inline')
  })
})
