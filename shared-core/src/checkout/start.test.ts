import { orderOf, ShopHarness } from '../testing/shop-harness'
import { createCheckout } from '.'

const TRY = (minor: number) => ({ minor, currency: 'TRY' as const })

test('the page is started with what the order is, and the record knows it', async () => {
  const harness = new ShopHarness({
    checkout: {
      ttlMinutes: 20,
      enabledInstallments: [1, 3],
      enabledPaymentMethods: ['CARD'],
      threeDSecure: 'always',
      paymentChannel: 'web',
    },
  })
  const record = await harness.opened({ phase: 'PRE_AUTH' })
  expect(harness.craftgate.page(record.token).init).toEqual({
    price: 100,
    paidPrice: 100,
    currency: 'TRY',
    paymentGroup: 'LISTING_OR_SUBSCRIPTION',
    paymentPhase: 'PRE_AUTH',
    conversationId: record.id,
    externalId: record.id,
    callbackUrl: 'https://pay.shop.example.com/craftgate/callback',
    clientIp: '203.0.113.7',
    ttl: 20,
    enabledInstallments: [1, 3],
    enabledPaymentMethods: ['CARD'],
    forceThreeDS: true,
    disableStoreCard: true,
    paymentChannel: 'web',
    items: [{ externalId: 'line-1', name: 'Bardak', price: 100 }],
    fraudParams: {
      buyerExternalId: 'customer-7',
      buyerEmail: 'ada@example.com',
      buyerPhoneNumber: '+905550000000',
    },
  })
  expect(record).toMatchObject({ state: 'open', expected: TRY(10_000) })
  expect(record.expiresAt).toEqual(new Date('2026-03-01T10:20:00Z'))
})

test('Craftgate may let the page die earlier than it was asked to; an unreadable date changes nothing', async () => {
  const harness = new ShopHarness({ checkout: { ttlMinutes: 1440 } })
  harness.craftgate.tokenExpireDate = '2026-03-01T13:30:00.123'
  expect((await harness.opened()).expiresAt).toEqual(new Date('2026-03-01T13:30:00.123Z'))
  harness.craftgate.tokenExpireDate = 'soon'
  expect((await harness.opened({ reference: 'session-2' })).expiresAt).toEqual(
    new Date('2026-03-02T10:00:00Z'),
  )
})

test.each([
  ['pre-authorizes', 'PRE_AUTH', { enabledPaymentMethods: ['CARD', 'PAPARA'] }, ['CARD']],
  ['sells in lira', 'AUTH', { enabledPaymentMethods: ['CARD', 'BKM_EXPRESS'] }, ['CARD', 'BKM_EXPRESS']],
  ['sells in euro', 'AUTH', { currency: 'EUR', enabledPaymentMethods: ['CARD', 'BKM_EXPRESS'] }, ['CARD']],
] as const)('a sale that %s is offered to the methods that can take it', async (_, phase, over, offered) => {
  const harness = new ShopHarness()
  harness.platform.order('order-1').snapshot = orderOf(10_000, over)
  const { token } = await harness.opened({ phase })
  expect(harness.craftgate.page(token).init.enabledPaymentMethods).toEqual(offered)
})

test('a page that no named method could pay is not opened, and the merchant reads why', async () => {
  const harness = new ShopHarness({ checkout: { enabledPaymentMethods: ['PAPARA'] } })
  const record = await harness.checkout.begin(harness.sale({ phase: 'PRE_AUTH' }))
  await expect(harness.checkout.start(record)).rejects.toMatchObject({
    code: 'no-method',
    merchantMessage: { tr: expect.stringContaining('PAPARA'), en: expect.stringContaining('pre-authorize') },
  })
  expect(harness.craftgate.calls).toEqual([])
})

test('a buyer that the shop does not name is not named to Craftgate', async () => {
  const harness = new ShopHarness()
  harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer: {} })
  const { token } = await harness.opened()
  expect(harness.craftgate.page(token).init.fraudParams).toBeUndefined()
})

test('an order that is paid in certain ways only gets a page with these, whatever the options offer', async () => {
  const harness = new ShopHarness({ checkout: { enabledPaymentMethods: ['CARD', 'PAPARA'] } })
  harness.platform.order('order-1').snapshot = orderOf(10_000, { enabledPaymentMethods: ['CARD'] })
  const { token } = await harness.opened()
  expect(harness.craftgate.page(token).init.enabledPaymentMethods).toEqual(['CARD'])
})

test('a shopper with an account is told by the key of their cards; theirs only is stored, and only when the shop says so', async () => {
  const pageOf = async (alwaysStoreCard: boolean, buyer: object) => {
    const harness = new ShopHarness({ checkout: { alwaysStoreCard } })
    harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer })
    const record = await harness.checkout.begin(harness.sale())
    await harness.checkout.start(record, { shopper: 'customer-7' })
    const { cardUserKey, alwaysStoreCardAfterPayment } = harness.craftgate.page(
      (await harness.stored()).token,
    ).init
    return { cardUserKey, alwaysStoreCardAfterPayment }
  }
  const known = { id: 'customer-7', hasAccount: true, cardUserKey: 'key-7' }
  expect(await pageOf(true, known)).toEqual({ cardUserKey: 'key-7', alwaysStoreCardAfterPayment: true })
  expect(await pageOf(false, known)).toEqual({ cardUserKey: 'key-7' })
  expect(await pageOf(true, {})).toEqual({})
})

test('a second visit gets the same page', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.pass(10)
  const started = await harness.checkout.start(record)
  expect(started).toEqual({ kind: 'page', pageUrl: record.pageUrl, locale: 'tr' })
  expect(harness.craftgate.pages.size).toBe(1)
})

test('two simultaneous visits of two servers end on one page; the other page is closed', async () => {
  const harness = new ShopHarness()
  const second = createCheckout(harness.shared)
  const record = await harness.checkout.begin(harness.sale())
  const waiting: (() => void)[] = []
  harness.craftgate.before = (call) =>
    call === 'init'
      ? new Promise((go) => {
          waiting.push(go)
          if (waiting.length === 2) for (const next of waiting) next()
        })
      : Promise.resolve()
  const [one, two] = await Promise.all([harness.checkout.start(record), second.start(record)])
  expect(one).toEqual(two)
  const { token } = await harness.stored()
  const pages = [...harness.craftgate.pages].map(([name, page]) => [name === token, page.dead])
  expect(pages).toHaveLength(2)
  expect(pages).toEqual(
    expect.arrayContaining([
      [true, false],
      [false, true],
    ]),
  )
})

test('the loser reaches the shopper’s page even when Craftgate does not let it close its own', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  harness.craftgate.before = async (call) => {
    if (call === 'init' && harness.craftgate.pages.size === 0) {
      harness.craftgate.before = async () => {}
      await createCheckout(harness.shared).start(record)
    }
    if (call === 'expire') throw new Error('away')
  }
  expect(await harness.checkout.start(record)).toMatchObject({ kind: 'page' })
})

test('an order that changed before anybody paid is started with its new total', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  harness.platform.order('order-1').snapshot = orderOf(12_345)
  await harness.checkout.start(record)
  const stored = await harness.stored()
  expect(stored).toMatchObject({ attempt: 1, expected: TRY(12_345) })
  harness.craftgate.pay(stored.token)
  expect((await harness.settle(stored)).outcome.kind).toBe('captured')
})

test('an order that changed after the page was opened closes it and opens the next', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.platform.order('order-1').snapshot = orderOf(20_000)
  const started = await harness.checkout.start(first)
  const second = await harness.stored()
  expect(second).toMatchObject({ attempt: 2, state: 'open', expected: TRY(20_000) })
  expect(started).toMatchObject({ kind: 'page', pageUrl: second.pageUrl })
  expect(harness.craftgate.page(first.token).dead).toBe(true)
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('expired')
})

test('an order that changed after it was paid: the money goes back, and the shopper pays the new total', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.pay(first.token)
  harness.platform.order('order-1').snapshot = orderOf(20_000)
  expect(await harness.checkout.start(first)).toMatchObject({ kind: 'page' })
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('refunded')
  expect(harness.givenBack).toHaveLength(1)
  expect(await harness.stored()).toMatchObject({ attempt: 2, expected: TRY(20_000) })
})

test('a payment under way at the bank is followed while the next page opens', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.pay(first.token, { paymentStatus: 'INIT_THREEDS' })
  harness.platform.order('order-1').snapshot = orderOf(20_000)
  await harness.checkout.start(first)
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('open')
  expect(await harness.stored()).toMatchObject({ attempt: 2, state: 'open' })
})

test('an expired page is followed by the next attempt', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.pass(31)
  expect(await harness.checkout.start(first)).toMatchObject({ kind: 'page' })
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('expired')
  expect(await harness.stored()).toMatchObject({ attempt: 2, state: 'open' })
})

test('two visits to an expired page make one next attempt', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.pass(31)
  const [one, two] = await Promise.all([harness.checkout.start(first), harness.checkout.start(first)])
  expect(one).toEqual(two)
  expect(harness.platform.checkouts.all()).toHaveLength(2)
})

test('what is paid leads back to the shop', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  expect(await harness.checkout.start(record)).toMatchObject({
    kind: 'finished',
    settled: { outcome: { kind: 'captured' } },
  })
})

test('what is paid leads back to the shop, and says so, although Craftgate is away', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  harness.craftgate.goDown()
  expect(await harness.checkout.start(record)).toMatchObject({
    kind: 'finished',
    settled: { record: { state: 'captured' }, outcome: { kind: 'captured' } },
  })
})

test('an order with nothing left to pay leads back to the shop and starts nothing', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  harness.platform.order('order-1').snapshot = orderOf(0)
  expect(await harness.checkout.start(record)).toMatchObject({ kind: 'finished' })
  expect(harness.craftgate.pages.size).toBe(0)
})

test('an order that was paid otherwise takes its open page with it', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.platform.order('order-1').snapshot = orderOf(0)
  expect(await harness.checkout.start(record)).toMatchObject({ settled: { record: { state: 'expired' } } })
  expect(harness.craftgate.page(record.token).dead).toBe(true)
})

test('an address that a socket wrote as IPv6 is sent as the IPv4 that it is', async () => {
  const harness = new ShopHarness()
  await harness.checkout.start(await harness.checkout.begin(harness.sale()), {
    clientIp: '::ffff:203.0.113.7',
  })
  const { token } = await harness.stored()
  expect(harness.craftgate.page(token).init.clientIp).toBe('203.0.113.7')
})

test.each(['::1', '2001:db8::7'])(
  'an address that is no IPv4 is not sent, as Craftgate would refuse the payment (%s)',
  async (clientIp) => {
    const harness = new ShopHarness()
    await harness.checkout.start(await harness.checkout.begin(harness.sale()), { clientIp })
    const { token } = await harness.stored()
    expect(harness.craftgate.page(token).init.clientIp).toBeUndefined()
  },
)

test('an outage at the start loses nothing: the same attempt starts later', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  harness.craftgate.goDown()
  await expect(harness.checkout.start(record)).rejects.toMatchObject({ kind: 'unavailable' })
  harness.craftgate.recover()
  expect(await harness.checkout.start(record)).toMatchObject({ kind: 'page' })
  expect(await harness.stored()).toMatchObject({ attempt: 1, state: 'open' })
})

test('an answer without a usable page is an outage, not a page', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  const call = async () => ({ token: 't', pageUrl: 'javascript:alert(1)' })
  Object.assign(harness.craftgate.client, { call })
  await expect(harness.checkout.start(record)).rejects.toMatchObject({ code: 'unreadable-page' })
  expect((await harness.stored()).state).toBe('created')
})

test('each opening of a page and each try to close one has a key of its own', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.platform.order('order-1').snapshot = orderOf(5000)
  await harness.checkout.start(record, {})
  const keys = harness.craftgate.keys
  expect(harness.craftgate.calls.filter((call) => call !== 'retrieve')).toEqual(['init', 'expire', 'init'])
  expect(new Set(keys).size).toBe(3)
  expect(keys.every((key) => /^[0-9a-f-]{36}$/.test(key ?? ''))).toBe(true)
})
