import type { OrderSnapshot } from '../basket'
import type { CraftgateOptions } from '../options/options'
import { orderOf, ShopHarness } from '../testing/shop-harness'

type Checkout = CraftgateOptions['checkout']

/** What the page of this order was started with. */
async function initOf(checkout: Checkout, over: Partial<OrderSnapshot> = {}, phase?: 'PRE_AUTH') {
  const harness = new ShopHarness({ checkout })
  harness.platform.order('order-1').snapshot = orderOf(10_000, over)
  const { token } = await harness.opened({ phase })
  return harness.craftgate.page(token).init
}

const buyer = { id: 'customer-7', phone: '0532 123 45 67' }

test('every option of the page reaches it', async () => {
  const asTheyAre: Exclude<Checkout, (...order: never) => unknown> = {
    allowOnlyCreditCard: true,
    allowInstallmentOnlyCommercialCards: true,
    retry: true,
    returnBackUrl: 'https://shop.example.com/cart',
    useTopRedirection: true,
    merchantWebhookUrl: 'https://hooks.example.com/paid',
    routingOptions: { orderingRule: 'ON_US', posAliases: ['garanti'], ignoreAdvancedPosRoutingRules: true },
    paymentGroup: 'LISTING_OR_SUBSCRIPTION',
    paymentChannel: 'app',
    additionalParams: { a: 1 },
  }
  const init = await initOf({ ...asTheyAre, blockageDay: 7, customFraudVariable: 'vip', ttlMinutes: 45 })
  expect(init).toMatchObject({
    ...asTheyAre,
    ttl: 45,
    items: [{ externalId: 'line-1', blockageDay: 7 }],
    fraudParams: { customFraudVariable: 'vip' },
  })
})

test('the fraud rules are told a word that the shop makes of the order, and of the buyer id, e-mail and phone; nothing else is', async () => {
  const who = { id: 'customer-7', email: 'ada@example.com', phone: '0532 123 45 67' }
  const over = { buyer: { ...who, hasAccount: true, isFirstOrder: true, country: 'TR' } }
  const { fraudParams, ...rest } = await initOf(
    {
      customFraudVariable: async ({ buyer: { isFirstOrder } }) => (isFirstOrder ? 'first-order' : undefined),
    },
    over,
  )
  expect(fraudParams).toEqual({
    buyerExternalId: who.id,
    buyerEmail: who.email,
    buyerPhoneNumber: who.phone,
    customFraudVariable: 'first-order',
  })
  for (const personal of Object.values(who)) expect(JSON.stringify(rest)).not.toContain(personal)
})

test('what forOrder says of the fraud variable stands above it', async () => {
  const init = await initOf({
    customFraudVariable: () => 'first-order',
    forOrder: () => ({ customFraudVariable: 'b2b' }),
  })
  expect(init).toMatchObject({ fraudParams: { customFraudVariable: 'b2b' } })
})

test.each([() => 5, () => 'x'.repeat(256)])(
  'a fraud variable that is no short text opens no page',
  async (wrong) => {
    await expect(initOf({ customFraudVariable: wrong as () => string })).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining('customFraudVariable'),
    })
  },
)

test('a function says what is different for an order; the rest is the shop’s', async () => {
  const init = await initOf({
    paymentChannel: 'web',
    ttlMinutes: 45,
    forOrder: async ({ number }) => ({
      ttlMinutes: 10,
      orderId: number,
      masterpassUserId: 'mp-7',
      customInstallments: [{ number: 3, totalPrice: 10_550 }],
      cardBrandInstallments: { Bonus: [{ number: 2, totalPrice: 10_001 }] },
      buyerMemberId: 12,
      depositPayment: true,
    }),
  })
  expect(init).toMatchObject({
    paymentChannel: 'web',
    ttl: 10,
    orderId: 'T-1001',
    masterpassUserId: 'mp-7',
    customInstallments: [{ number: 3, totalPrice: 105.5 }],
    cardBrandInstallments: { Bonus: [{ number: 2, totalPrice: 100.01 }] },
    buyerMemberId: 12,
    depositPayment: true,
  })
})

test('the function alone is enough, and may have nothing to say', async () => {
  const checkout = ({ total }: OrderSnapshot) => (total > 20_000 ? { ttlMinutes: 10 } : undefined)
  expect((await initOf(checkout)).ttl).toBe(30)
  expect((await initOf(checkout, orderOf(30_000))).ttl).toBe(10)
})

test.each([
  [{ ttlMinutes: 0 }, 'checkout.ttlMinutes: must be 1 or more'],
  [{ ttl: 5 }, 'checkout.ttl: is no option; there are ttlMinutes'],
  [{ depositPayment: true }, 'checkout.depositPayment: needs buyerMemberId'],
  [{ allowOnlyStoredCards: true }, 'checkout.allowOnlyStoredCards: contradicts alwaysStoreCard'],
  [{ masterpassGsmNumber: '05321234567' }, 'checkout.masterpassGsmNumber: must be twelve digits'],
  [
    { returnBackUrl: 'https://other.example.com' },
    'checkout.returnBackUrl: its origin is not in returnOrigins',
  ],
])('what the function answers is held to the same rules: %j', async (answer, line) => {
  const checkout = { alwaysStoreCard: true, forOrder: () => answer }
  await expect(initOf(checkout as Checkout)).rejects.toMatchObject({
    kind: 'configuration',
    message: expect.stringContaining(line),
  })
})

test('a sale is a product and a pre-authorization a listing, as long as the shop names no group', async () => {
  expect((await initOf({})).paymentGroup).toBe('PRODUCT')
  expect((await initOf({}, {}, 'PRE_AUTH')).paymentGroup).toBe('LISTING_OR_SUBSCRIPTION')
  expect((await initOf({ paymentGroup: 'PRODUCT' }, {}, 'PRE_AUTH')).paymentGroup).toBe('PRODUCT')
})

test('only a pre-authorization charges other than credit cards at once', async () => {
  const checkout = { forceAuthForNonCreditCards: true }
  expect((await initOf(checkout)).forceAuthForNonCreditCards).toBeUndefined()
  expect((await initOf(checkout, {}, 'PRE_AUTH')).forceAuthForNonCreditCards).toBe(true)
})

test.each(['0532 123 45 67', '+90 (532) 123-45-67', '905321234567', '5321234567'])(
  'Masterpass is told the buyer’s number, however it is written: %s',
  async (phone) => {
    const init = await initOf({ enabledPaymentMethods: ['CARD', 'MASTERPASS'] }, { buyer: { phone } })
    expect(init.masterpassGsmNumber).toBe('905321234567')
  },
)

test('nobody is told of the buyer what his way to pay does not need', async () => {
  expect(await initOf({}, { buyer: { ...buyer, country: 'DE' } })).toMatchObject({
    masterpassGsmNumber: undefined,
    apmUserIdentity: undefined,
    additionalParams: undefined,
  })
  const foreign = await initOf(
    { enabledPaymentMethods: ['MASTERPASS'] },
    { buyer: { phone: '+491701234567' } },
  )
  expect(foreign.masterpassGsmNumber).toBeUndefined()
})

test('Klarna is told country and language, Payoneer who the buyer is', async () => {
  const init = await initOf(
    { enabledPaymentMethods: ['KLARNA', 'PAYONEER'], additionalParams: { more: true } },
    { currency: 'EUR', locale: 'en', buyer: { ...buyer, country: 'DE' } },
  )
  expect(init.additionalParams).toEqual({ klarna: { country: 'de', locale: 'en-DE' }, more: true })
  expect(init.apmUserIdentity).toBe('customer-7')
})

test('where only stored cards pay, a guest gets no page that he could not use', async () => {
  const harness = new ShopHarness({ checkout: { allowOnlyStoredCards: true } })
  await expect(harness.opened()).rejects.toMatchObject({ code: 'no-stored-card' })
  harness.platform.order('order-1').snapshot = orderOf(10_000, {
    buyer: { id: 'customer-7', hasAccount: true, cardUserKey: 'key-7' },
  })
  const record = await harness.stored()
  await harness.checkout.start(record, { shopper: 'customer-7' })
  const { token } = await harness.stored()
  expect(harness.craftgate.page(token).init).toMatchObject({
    allowOnlyStoredCards: true,
    cardUserKey: 'key-7',
  })
})

test('a guest’s card is never stored; a customer’s as the shop says', async () => {
  const pageOf = async (checkout: Checkout, shopper?: string) => {
    const harness = new ShopHarness({ checkout })
    harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer: { id: 'c7', hasAccount: true } })
    await harness.checkout.start(await harness.checkout.begin(harness.sale()), { shopper })
    const { disableStoreCard, allowDeleteStoredCard } = harness.craftgate.page(
      (await harness.stored()).token,
    ).init
    return { disableStoreCard, allowDeleteStoredCard }
  }
  const checkout = { allowDeleteStoredCard: true }
  expect(await pageOf(checkout)).toEqual({ disableStoreCard: true, allowDeleteStoredCard: undefined })
  expect(await pageOf(checkout, 'c7')).toEqual({ disableStoreCard: undefined, allowDeleteStoredCard: true })
  expect((await pageOf({ disableStoreCard: true }, 'c7')).disableStoreCard).toBe(true)
})
