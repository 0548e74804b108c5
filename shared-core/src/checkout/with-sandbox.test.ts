// What a page is started with, over the real wire against the emulator, and against the API description.
import { validateRequest } from '@craftgate-commerce/openapi'
import { type Sandbox, Shopper, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import type { OrderSnapshot } from '../basket'
import type { CraftgateCommerce } from '../commerce'
import { createCraftgateCommerce } from '../create-craftgate-commerce'
import { PAGE_METHODS } from '../methods'
import type { CraftgateOptions } from '../options/options'
import { MemoryPlatform } from '../testing'
import { harnessOptions, orderOf, ShopHarness } from '../testing/shop-harness'

type Checkout = CraftgateOptions['checkout']

let sandbox: Sandbox
const opened: CraftgateCommerce[] = []
beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
beforeEach(() => sandbox.control.reset())
afterEach(async () => {
  await Promise.all(opened.splice(0).map((commerce) => commerce.close()))
})
afterAll(() => sandbox.close())

const EVERYTHING: Checkout = {
  ttlMinutes: 45,
  enabledInstallments: [1, 3],
  enabledPaymentMethods: ['CARD', 'MASTERPASS', 'PAYONEER', 'KLARNA'],
  threeDSecure: 'always',
  paymentChannel: 'web',
  allowOnlyCreditCard: true,
  allowInstallmentOnlyCommercialCards: false,
  forceAuthForNonCreditCards: true,
  retry: true,
  returnBackUrl: 'https://shop.example.com/cart',
  useTopRedirection: true,
  routingOptions: { orderingRule: 'LOW_COMMISSION_RATE', posAliases: ['garanti'] },
  merchantWebhookUrl: 'https://hooks.example.com/paid',
  blockageDay: 3,
  customFraudVariable: 'vip',
  forOrder: ({ number }) => ({
    orderId: number,
    masterpassUserId: 'mp-7',
    customInstallments: [{ number: 3, totalPrice: 10_500 }],
    cardBrandInstallments: { Bonus: [{ number: 3, totalPrice: 10_500 }] },
    additionalParams: { campaign: 'spring' },
  }),
}

/** The shopper follows the pay link of an order as far as the hosted page. */
async function goToPay(checkout: Checkout, over: Partial<OrderSnapshot> = {}, phase?: 'PRE_AUTH') {
  const clock = () => sandbox.control.clock.now()
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const platform = new MemoryPlatform({ clock })
  platform.addOrder('o1', orderOf(10_000, over))
  const merchants = { tr: { apiKey, secretKey, webhookKey, environment } }
  const commerce = createCraftgateCommerce({
    options: { ...harnessOptions, merchants, checkout },
    platform,
    clock,
  })
  opened.push(commerce)
  const expected = { minor: 10_000, currency: 'TRY' as const }
  const { payLink } = await commerce.begin({ reference: 's1', merchant: 'tr', order: 'o1', expected, phase })
  const response = await commerce.handle(new Request(payLink))
  const shopper = new Shopper()
  if (response.status === 303) await shopper.open(response.headers.get('location') ?? '')
  return { commerce, platform, shopper, status: response.status }
}

test.each(['AUTH', 'PRE_AUTH'] as const)(
  'with every option a page is a request of the API description: %s',
  async (phase) => {
    const harness = new ShopHarness({ checkout: EVERYTHING })
    const buyer = { id: 'c7', phone: '05321234567', country: 'DE', email: 'a@example.com' }
    harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer })
    const { token } = await harness.opened({ phase })
    const body = JSON.parse(JSON.stringify(harness.craftgate.page(token).init))
    expect(validateRequest('initCheckoutPayment', { body })).toEqual([])
    expect(Object.keys(body)).toEqual(
      expect.arrayContaining(['routingOptions', 'customInstallments', 'retry']),
    )
  },
)

test('Craftgate opens a page with every option, and demands 3D Secure on it', async () => {
  const { shopper, platform, commerce } = await goToPay(EVERYTHING)
  await shopper.pay({ card: testCards.success, deliver: false })
  const record = await platform.findCheckout({ reference: 's1' })
  expect(record && (await commerce.settle(record))).toMatchObject({
    outcome: { kind: 'captured', facts: { threeDS: true, method: 'CARD', provider: 'BANK' } },
  })
})

test('without a rule that fits nobody demands it', async () => {
  const { shopper, platform, commerce } = await goToPay({ threeDSecure: { above: { TRY: 100 } } })
  await shopper.pay({ card: testCards.success, deliver: false })
  const record = await platform.findCheckout({ reference: 's1' })
  expect(record && (await commerce.settle(record))).toMatchObject({ outcome: { facts: { threeDS: false } } })
})

test('a pre-authorization is opened in its own group and paid', async () => {
  const { shopper } = await goToPay({}, {}, 'PRE_AUTH')
  await shopper.pay({ card: testCards.success, deliver: false })
  expect(sandbox.control.payments()).toMatchObject([{ phase: 'PRE_AUTH' }])
})

test('Craftgate takes each of its names for a way to pay', async () => {
  for (const name of PAGE_METHODS)
    expect([name, (await goToPay({ enabledPaymentMethods: [name] })).status]).toEqual([name, 303])
})
