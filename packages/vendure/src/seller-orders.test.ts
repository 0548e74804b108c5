// Vendure's own sellers on a real server: the order that the shopper placed is split into an order for each seller, and its one
// payment stays on it.
import {
  Fulfillment,
  HistoryService,
  type Order,
  type OrderSellerStrategy,
  TransactionalConnection,
} from '@vendure/core'
import { E2E_DEFAULT_CHANNEL_TOKEN } from '@vendure/testing'
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
  const { browser, path } = await opened(`/payments/${reference}/refund`)
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
  }>(MANUAL, { input: { orderId: parts[0]?.id, method: 'craftgate', metadata: {} } })
  const [{ id = '', amount = 0 } = {}] = part.payments
  const { refundOrder: refused } = await harness.shop.manage<{ refundOrder: { message: string } }>(REFUND, {
    input: { paymentId: id, amount, lines: [], shipping: 0, adjustment: 0, reason: 'İade' },
  })
  expect(JSON.stringify(refused)).toContain('the order that was split')
  expect(harness.sandbox.control.refunds()).toEqual([])
})

const SELLER_PAYMENTS = `query ($id: ID!) { craftgateSellerPayments(orderId: $id) {
  state currencyCode price refunded refundable share aggregateOrderId aggregateOrderCode paymentId panelPath refundPath
} }`

interface SellerPayment {
  readonly refundable: string
  readonly refunded: string
  readonly refundPath: string | null
}

const sellerPayments = async (part: { readonly id: string } | undefined) =>
  (await harness.shop.manage<{ craftgateSellerPayments: SellerPayment[] }>(SELLER_PAYMENTS, { id: part?.id }))
    .craftgateSellerPayments

const partOf = (parts: readonly Part[], sku: string) =>
  parts.find(({ lines }) => lines.some(({ productVariant }) => productVariant.sku === sku))

describe('the history of a seller’s order', () => {
  const notesOf = async (part: { readonly id: string } | undefined) => {
    const { order } = await harness.shop.manage<{
      order: { history: { items: { type: string; isPublic: boolean; data: { note?: string } }[] } }
    }>('query ($id: ID!) { order(id: $id) { history { items { type isPublic data } } } }', { id: part?.id })
    const notes = order.history.items.filter(({ type }) => type === 'ORDER_NOTE')
    return notes.map(({ isPublic, data }) => [isPublic, data.note])
  }
  const noted = async (part: { readonly id: string } | undefined, count: number) => {
    for (let tries = 0; tries < 100 && (await notesOf(part)).length < count; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    return notesOf(part)
  }

  test('says what of his goods was refunded on the order that was split, and nothing of the others', async () => {
    const { order, payment, parts } = await sold()
    const refund = (lines: readonly object[], more: object = {}) =>
      harness.shop.manage(REFUND, { input: { ...NOTHING, paymentId: payment?.id, lines, ...more } })
    await refund([{ orderLineId: order.lines[1]?.id, quantity: 1 }])
    const pot = expect.stringContaining('549.00')
    expect(await noted(partOf(parts, 'DEMLIK'), 1)).toEqual([[false, pot]])
    expect(await notesOf(partOf(parts, 'FINCAN'))).toEqual([])
    await refund([{ orderLineId: order.lines[0]?.id, quantity: 1 }])
    expect(await noted(partOf(parts, 'FINCAN'), 1)).toEqual([[false, expect.stringContaining('129.90')]])
    await harness.reconcile()
    for (const part of parts) expect(await notesOf(part)).toHaveLength(1)
  })

  test('says once what a server refunded that did not live to write it', async () => {
    const { order, payment, parts } = await sold()
    const died = jest
      .spyOn(harness.shop.app.get(HistoryService), 'createHistoryEntryForOrder')
      .mockImplementation(async ({ type }) => {
        if (type === 'ORDER_NOTE') throw new Error('the server is gone')
        return {} as never
      })
    const lines = [{ orderLineId: order.lines[1]?.id, quantity: 1 }]
    await harness.shop.manage(REFUND, { input: { ...NOTHING, paymentId: payment?.id, lines } })
    const wasToWrite = () => died.mock.calls.some(([{ type }]) => type === 'ORDER_NOTE')
    for (let tries = 0; tries < 100 && !wasToWrite(); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50))
    expect(wasToWrite()).toBe(true)
    died.mockRestore()
    for (const _twice of [1, 2]) {
      expect(await harness.reconcile()).toMatchObject({ problems: [] })
      expect(await notesOf(partOf(parts, 'DEMLIK'))).toEqual([[false, expect.stringContaining('549.00')]])
    }
    expect(await notesOf(partOf(parts, 'FINCAN'))).toEqual([])
  })

  test('says nothing of a refund that the bank refused', async () => {
    const { order, payment, parts } = await sold()
    harness.sandbox.control.refunds.nextStatus('FAILURE')
    const lines = [{ orderLineId: order.lines[1]?.id, quantity: 1 }]
    const { refundOrder } = await harness.shop.manage<{ refundOrder: { state: string } }>(REFUND, {
      input: { ...NOTHING, paymentId: payment?.id, lines },
    })
    expect(refundOrder.state).toBe('Failed')
    expect(await notesOf(partOf(parts, 'DEMLIK'))).toEqual([])
  })
})

describe('a seller’s order tells of the payment on the order that was split', () => {
  test('what its goods came to, and the way to their refund, in the channel where it was sold', async () => {
    const { order, begun, payment, parts } = await sold()
    const split = { aggregateOrderId: order.id, aggregateOrderCode: begun.orderCode, paymentId: payment?.id }
    const panelPath = `/payments/${begun.reference}`
    const [cup, pot] = order.lines.map(({ id }) => id.replace('T_', ''))
    const paid = { state: 'Settled', currencyCode: 'TRY', refunded: '0.00', ...split, panelPath }
    expect(await sellerPayments(partOf(parts, 'FINCAN'))).toEqual([
      {
        ...{ ...paid, price: '259.80', refundable: '259.80', share: '233.82' },
        refundPath: `${panelPath}/refund?pieces-line-${cup}=all`,
      },
    ])
    expect(await sellerPayments(partOf(parts, 'DEMLIK'))).toEqual([
      {
        ...{ ...paid, price: '549.00', refundable: '549.00', share: '494.10' },
        refundPath: `${panelPath}/refund?pieces-line-${pot}=all`,
      },
    ])
    expect(await sellerPayments(order)).toEqual([])
  })

  test('its link opens the refund page with this seller’s goods chosen; what went back stands on his order alone', async () => {
    const { parts } = await sold()
    const [{ refundPath } = { refundPath: '' }] = await sellerPayments(partOf(parts, 'DEMLIK'))
    const { browser, path } = await opened(refundPath ?? '')
    await browser.post(path.replace(/\?.*/, ''), await browser.form(path))
    expect(givenBack()).toEqual([[items()[1]?.id, '549.00']])
    const gone = { refunded: '549.00', refundable: '0.00', refundPath: null }
    expect(await sellerPayments(partOf(parts, 'DEMLIK'))).toMatchObject([gone])
    expect(await sellerPayments(partOf(parts, 'FINCAN'))).toMatchObject([{ refundable: '259.80' }])
  })

  test('an administrator of the seller’s channel sees the sums of his own goods, no way to the others, and refunds nothing', async () => {
    const { parts, payment, order, begun } = await sold()
    const [own, other] = [partOf(parts, 'FINCAN'), partOf(parts, 'DEMLIK')]
    const back = await asSeller('Fincanci', channels.get('1') ?? '')
    try {
      const nothingElse = { aggregateOrderId: null, paymentId: null, panelPath: null, refundPath: null }
      expect(await sellerPayments(own)).toMatchObject([
        { price: '259.80', refundable: '259.80', share: '233.82', aggregateOrderCode: null, ...nothingElse },
      ])
      await expect(sellerPayments(other)).rejects.toThrow(/No Order with the id/)
      await expect(sellerPayments(order)).rejects.toThrow(/No Order with the id/)
      await expect(facts(payment?.id)).rejects.toThrow(/No Payment with the id/)
      await expect(
        harness.shop.manage(REFUND, { input: { ...ONE_LIRA, paymentId: payment?.id } }),
      ).rejects.toThrow(/No Payment with the id/)
      const { browser } = await opened('/')
      expect(await browser.text('/')).not.toContain(begun.orderCode)
    } finally {
      await back()
    }
    expect(givenBack()).toEqual([])
  })

  test('whoever may not refund is shown no way to it', async () => {
    const { parts } = await sold()
    const back = await asStaff(['ReadOrder', 'ReadCraftgate'], '1')
    try {
      expect(await sellerPayments(parts[0])).toMatchObject([{ refundPath: null, refunded: '0.00' }])
    } finally {
      await back()
    }
  })
})

describe('Vendure’s own refundOrder of a seller’s goods', () => {
  test('refuses the lines of a seller’s order with the payment of the order that was split, and nothing moves', async () => {
    const { payment, cups } = await sold()
    const { refundOrder: refused } = await harness.shop.manage<{ refundOrder: { message: string } }>(REFUND, {
      input: { ...NOTHING, paymentId: payment?.id, lines: [{ orderLineId: cups, quantity: 1 }] },
    })
    expect(refused.message).toBe('The Payment and OrderLines do not belong to the same Order')
    expect(givenBack()).toEqual([])
  })

  test('of a payment that a seller’s order has of its own writes a refund there alone: no money moves, and all of it stays refundable', async () => {
    const { begun, parts, cups } = await sold()
    const { addManualPaymentToOrder: part } = await harness.shop.manage<{
      addManualPaymentToOrder: { payments: { id: string }[] }
    }>(MANUAL, { input: { orderId: partOf(parts, 'FINCAN')?.id, method: 'connected', metadata: {} } })
    const input = {
      ...NOTHING,
      paymentId: part.payments[0]?.id,
      lines: [{ orderLineId: cups, quantity: 1 }],
    }
    const { refundOrder: written } = await harness.shop.manage<{ refundOrder: { state: string } }>(REFUND, {
      input,
    })
    expect(written).toMatchObject({ state: 'Pending', total: 12_990 })
    expect(givenBack()).toEqual([])
    expect((await orderByCode(harness.shop, begun.orderCode)).payments[0]?.refunds).toEqual([])
    expect(await sellerPayments(partOf(parts, 'FINCAN'))).toMatchObject([{ refundable: '259.80' }])
  })
})

const NOTHING = { shipping: 0, adjustment: 0, reason: 'İade' }
const ONE_LIRA = { ...NOTHING, lines: [], amount: 100 }

const facts = (id: string | undefined) =>
  harness.shop.manage('query ($id: ID!) { craftgatePayment(paymentId: $id) { price } }', { id })

/** Logs an administrator in who has these permissions in one channel; answers how to be the merchant again. */
async function asStaff(permissions: readonly string[], channel: string): Promise<() => Promise<void>> {
  const { admin } = harness.shop
  const emailAddress = `staff-${channel}-${permissions.length}@example.com`
  const { createRole } = await harness.shop.manage<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { code: emailAddress, description: '', permissions, channelIds: [`T_${channel}`] } },
  )
  const staff = { firstName: 'A', lastName: 'B', emailAddress, password: 'test', roleIds: [createRole.id] }
  await harness.shop.manage(
    'mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }',
    { input: staff },
  )
  await admin.asUserWithCredentials(emailAddress, 'test')
  return () => admin.asSuperAdmin()
}

async function asSeller(token: string, channel: string): Promise<() => Promise<void>> {
  const all = ['ReadOrder', 'UpdateOrder', 'ReadCraftgate', 'WriteCraftgate']
  const back = await asStaff(all, channel)
  harness.shop.admin.setChannelToken(token)
  return async () => {
    harness.shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
    await back()
  }
}

/** The panel, come into by a link to this page. */
async function opened(path: string) {
  const { craftgatePanelLink: link } = await harness.shop.manage<{ craftgatePanelLink: string }>(
    'mutation ($path: String) { craftgatePanelLink(path: $path) }',
    { path },
  )
  const browser = new PanelBrowser(() => link.replace(/\/panel\/.*/, '/panel'))
  await browser.enter(link)
  return { browser, path }
}

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

const MANUAL = `mutation ($input: ManualPaymentInput!) {
  addManualPaymentToOrder(input: $input) { ... on Order { payments { id amount } } }
}`

const APPROVE = '/payment/v1/payment-transactions/approve'

const REFUND = `mutation ($input: RefundOrderInput!) {
  refundOrder(input: $input) { ... on Refund { state total metadata } ... on ErrorResult { message } }
}`
