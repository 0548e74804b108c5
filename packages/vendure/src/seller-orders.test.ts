// Vendure's own sellers on a real server: the order that the shopper placed is split into an order for each seller, and its one
// payment stays on it.
import { Fulfillment, type Order, type OrderSellerStrategy, TransactionalConnection } from '@vendure/core'
import { PanelBrowser } from '../../../test/contract/panel-browser'
import { CraftgateShop } from './test/craftgate-shop'
import { deliver, send } from './test/deliver'
import { begin, fillCart, orderByCode } from './test/purchase'

/** Channels of the sellers of cup and pot, by variant. */
const channels = new Map<string, string>()

/** As Vendure's example of a multi-vendor shop: a line goes to the channel of its seller. */
const splitBySeller: OrderSellerStrategy = {
  setOrderLineSellerChannel: (_ctx, { productVariant }) =>
    ({ id: channels.get(String(productVariant.id)) }) as never,
  splitOrder: (_ctx, order: Order) =>
    [...new Set(order.lines.map(({ sellerChannelId }) => sellerChannelId))].flatMap((channelId) =>
      channelId === undefined
        ? []
        : [
            {
              channelId,
              state: 'ArrangingPayment' as const,
              lines: order.lines.filter((line) => line.sellerChannelId === channelId),
              shippingLines: order.shippingLines,
            },
          ],
    ),
}

/** Members at Craftgate. */
const [CUPS, POTS] = [2, 3]

let harness: CraftgateShop

beforeAll(async () => {
  harness = await CraftgateShop.start(
    {
      sellerOf: ({ line, price }) => ({
        memberId: String(line.sellerChannelId) === channels.get('1') ? CUPS : POTS,
        share: Math.round(price * 0.9),
      }),
    },
    { orderOptions: { orderSellerStrategy: splitBySeller } },
  )
  for (const [variant, name] of [
    ['1', 'Fincanci'],
    ['2', 'Demlikci'],
  ] as const)
    channels.set(variant, await sellerChannel(name))
}, 600_000)
afterAll(() => harness?.close())
beforeEach(() => harness.sandbox.control.reset())

async function sellerChannel(name: string): Promise<string> {
  const { createSeller } = await harness.shop.manage<{ createSeller: { id: string } }>(
    'mutation ($input: CreateSellerInput!) { createSeller(input: $input) { id } }',
    { input: { name } },
  )
  const { activeChannel } = await harness.shop.manage<{
    activeChannel: { defaultTaxZone: { id: string }; defaultShippingZone: { id: string } }
  }>('{ activeChannel { defaultTaxZone { id } defaultShippingZone { id } } }')
  const { createChannel } = await harness.shop.manage<{ createChannel: { id: string } }>(
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { ... on Channel { id } } }',
    {
      input: {
        ...{ code: name, token: name, sellerId: createSeller.id, defaultLanguageCode: 'en' },
        ...{ pricesIncludeTax: true, defaultCurrencyCode: 'TRY', availableCurrencyCodes: ['TRY'] },
        defaultTaxZoneId: activeChannel.defaultTaxZone.id,
        defaultShippingZoneId: activeChannel.defaultShippingZone.id,
      },
    },
  )
  return createChannel.id.replace('T_', '')
}

interface Part {
  readonly id: string
  readonly code: string
  readonly type: string
  readonly lines: readonly { readonly id: string; readonly productVariant: { readonly sku: string } }[]
}

/** Two cups and a pot, paid at once; the parts are the orders of their sellers. */
async function sold() {
  await fillCart(harness.shop, { quantity: 2 })
  await harness.shop.ask('mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename } }')
  const begun = await begin(harness.shop)
  await harness.pay(begun.payLink)
  const order = await orderByCode(harness.shop, begun.orderCode)
  const { order: placed } = await harness.shop.manage<{ order: { type: string; sellerOrders: Part[] } }>(
    `query ($id: ID!) { order(id: $id) { type sellerOrders { id code type lines { id productVariant { sku } } } } }`,
    { id: order.id },
  )
  expect(placed.type).toBe('Aggregate')
  const lineOf = (sku: string): string => {
    const lines = placed.sellerOrders.flatMap((part) => part.lines)
    return lines.find(({ productVariant }) => productVariant.sku === sku)?.id ?? ''
  }
  return {
    ...{ order, begun },
    payment: order.payments[0],
    parts: placed.sellerOrders,
    cups: lineOf('FINCAN'),
    pots: lineOf('DEMLIK'),
  }
}

const items = () => harness.sandbox.control.payments().at(-1)?.transactions ?? []
const statuses = () => items().map(({ status }) => status)
const [WAITS, GIVEN] = ['WAITING_FOR_APPROVAL', 'APPROVED']

async function become(wanted: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 100 && statuses().join() !== wanted.join(); tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 100))
  expect(statuses()).toEqual(wanted)
}

test('one payment holds the share of each seller, on the order that was split', async () => {
  const { order, payment, parts } = await sold()
  expect(payment).toMatchObject({ state: 'Settled', amount: order.totalWithTax })
  expect(parts.map(({ type }) => type)).toEqual(['Seller', 'Seller'])
  expect(
    items().map(({ subMerchantMemberId: member, subMerchantMemberPrice: share }) => [member, share]),
  ).toEqual([
    [CUPS, '233.82'],
    [POTS, '494.10'],
    [undefined, undefined],
  ])
})

test('a delivery of a seller lets go their share and nobody else’s', async () => {
  const { cups, pots } = await sold()
  await deliver(harness.shop, cups)
  await deliver(harness.shop, pots)
  await become([WAITS, GIVEN, GIVEN])
  await deliver(harness.shop, cups)
  await become([GIVEN, GIVEN, GIVEN])
})

test('a refund of a seller’s line is made on the order that was split, and takes of that seller', async () => {
  const { order, payment } = await sold()
  const pot = order.lines[1]?.id ?? ''
  const refund = await harness.shop.manage<{ refundOrder: { state: string; total: number } }>(REFUND, {
    input: {
      paymentId: payment?.id,
      lines: [{ orderLineId: pot, quantity: 1 }],
      shipping: 0,
      adjustment: 0,
      reason: 'İade',
    },
  })
  expect(refund.refundOrder).toMatchObject({ state: 'Settled', total: 54_900 })
  const [made, ...more] = harness.sandbox.control.refunds()
  expect([made?.transactionId, made?.amount, more]).toEqual([items()[1]?.id, '549.00', []])
})

/** The refund page of the panel, of the order that was split. */
async function refundPage(reference: string) {
  const { craftgatePanelLink } = await harness.shop.manage<{ craftgatePanelLink: string }>(
    'mutation { craftgatePanelLink }',
  )
  const browser = new PanelBrowser(() => craftgatePanelLink.replace(/\/panel\/.*/, '/panel'))
  await browser.enter(craftgatePanelLink)
  const path = `/payments/${reference}/refund`
  const [, pots = ''] = new RegExp(`href="(\\?[^"]+)">${POTS} numaralı`).exec(await browser.text(path)) ?? []
  const [, cups = ''] = new RegExp(`href="(\\?[^"]+)">${CUPS} numaralı`).exec(await browser.text(path)) ?? []
  return { browser, path, pots: pots.replaceAll('&amp;', '&'), cups: cups.replaceAll('&amp;', '&') }
}

const givenBack = () =>
  harness.sandbox.control.refunds().map(({ transactionId, amount }) => [transactionId, amount])

test('what was sold of a seller goes back in whole from the panel, once, and takes of nobody else', async () => {
  const { begun } = await sold()
  const { browser, path, pots } = await refundPage(begun.reference)
  const form = await browser.form(path + pots)
  const pressed = await Promise.all([browser.post(path, form), browser.post(path, form)])
  expect(pressed.filter((leads) => leads.includes('done=refunded'))).toHaveLength(1)
  expect(givenBack()).toEqual([[items()[1]?.id, '549.00']])
  const { payments } = await orderByCode(harness.shop, begun.orderCode)
  expect(payments[0]?.refunds.map(({ state, total }) => [state, total])).toEqual([['Settled', 54_900]])
  expect((await refundPage(begun.reference)).pots).toBe('')
})

test('a piece of a seller’s goes back, and then what is left of him', async () => {
  const { begun } = await sold()
  const { browser, path, cups } = await refundPage(begun.reference)
  expect(cups).toMatch(/=2$/)
  await browser.post(path, await browser.form(path + cups.replace(/=2$/, '=1')))
  const left = await refundPage(begun.reference)
  expect(left.cups).toMatch(/=1$/)
  await left.browser.post(path, await left.browser.form(path + left.cups))
  const [first, second, ...more] = givenBack()
  expect([first?.[0], second?.[0], more]).toEqual([items()[0]?.id, items()[0]?.id, []])
  expect(Number(first?.[1]) + Number(second?.[1])).toBeCloseTo(259.8)
})

test('a payment of ours that somebody enters by hand on a seller’s order is refunded by nobody, and the refusal says where', async () => {
  const { parts } = await sold()
  const { addManualPaymentToOrder: part } = await harness.shop.manage<{
    addManualPaymentToOrder: { payments: { id: string; amount: number }[] }
  }>(
    `mutation ($input: ManualPaymentInput!) {
      addManualPaymentToOrder(input: $input) { ... on Order { payments { id amount } } }
    }`,
    { input: { orderId: parts[0]?.id, method: 'craftgate', metadata: {} } },
  )
  const [{ id = '', amount = 0 } = {}] = part.payments
  const { refundOrder: refused } = await harness.shop.manage<{ refundOrder: { message: string } }>(REFUND, {
    input: { paymentId: id, amount, lines: [], shipping: 0, adjustment: 0, reason: 'İade' },
  })
  expect(JSON.stringify(refused)).toContain('the order that was split')
  expect(harness.sandbox.control.refunds()).toEqual([])
})

test('a delivery that the server did not live to tell Craftgate of is told by the reconciliation, once', async () => {
  const { pots } = await sold()
  const id = await send(harness.shop, pots)
  const { rawConnection } = harness.shop.app.get(TransactionalConnection)
  await rawConnection.getRepository(Fulfillment).update(id.replace('T_', ''), { state: 'Delivered' })
  expect(statuses()).toEqual([WAITS, WAITS, GIVEN])
  for (const _twice of [1, 2]) expect(await harness.reconcile()).toMatchObject({ problems: [] })
  expect(statuses()).toEqual([WAITS, GIVEN, GIVEN])
  expect(harness.sandbox.control.requests().filter(({ path }) => path === APPROVE)).toHaveLength(1)
})

const APPROVE = '/payment/v1/payment-transactions/approve'

const REFUND = `mutation ($input: RefundOrderInput!) {
  refundOrder(input: $input) { ... on Refund { state total metadata } ... on ErrorResult { message } }
}`
