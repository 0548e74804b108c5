import type { CraftgateError } from '../errors'
import type { OrderSnapshot } from './order-snapshot'
import { toBasket } from './to-basket'

const line = (externalId: string, unitPrice: number, quantity = 1) => ({
  externalId,
  name: `Ürün ${externalId}`,
  unitPrice,
  quantity,
})
const charge = (externalId: string, price: number) => ({ externalId, name: externalId, price })
const reduction = (amount: number) => ({ name: 'indirim', amount })

const order = (parts: Partial<OrderSnapshot>): OrderSnapshot => ({
  number: 'T-1001',
  currency: 'TRY',
  total: 0,
  pricesIncludeTax: true,
  lines: [],
  shipping: [],
  fees: [],
  discounts: [],
  credits: [],
  buyer: {},
  locale: 'tr',
  ...parts,
})

const prices = (parts: Partial<OrderSnapshot>) =>
  toBasket(order(parts)).items.map((item) => [item.externalId, item.price.minor])

function refusal(parts: Partial<OrderSnapshot>): CraftgateError {
  try {
    toBasket(order(parts))
  } catch (error) {
    return error as CraftgateError
  }
  throw new Error('the order was taken')
}

describe('toBasket', () => {
  it('takes a plain lira order as it stands: lines, then shipping, then fees', () => {
    const basket = toBasket(
      order({
        total: 32_970,
        lines: [line('1', 12_990, 2), line('2', 4_000)],
        shipping: [charge('kargo', 2_490)],
        fees: [charge('paket', 500)],
      }),
    )
    expect(basket.price).toEqual({ minor: 32_970, currency: 'TRY' })
    expect(basket.items.map((item) => [item.externalId, item.name, item.price.minor])).toEqual([
      ['1', 'Ürün 1', 25_980],
      ['2', 'Ürün 2', 4_000],
      ['kargo', 'kargo', 2_490],
      ['paket', 'paket', 500],
    ])
    expect(basket.dropped).toEqual([])
  })

  it('adds KDV to the rows when prices exclude it, and only then', () => {
    const lines = [{ ...line('1', 10_825), tax: 2_165 }]
    const shipping = [{ ...charge('kargo', 5_000), tax: 1_000 }]
    expect(prices({ total: 18_990, pricesIncludeTax: false, lines, shipping })).toEqual([
      ['1', 12_990],
      ['kargo', 6_000],
    ])
    expect(prices({ total: 15_825, lines, shipping })).toEqual([
      ['1', 10_825],
      ['kargo', 5_000],
    ])
  })

  it("takes a row's own discount off that row alone", () => {
    const lines = [{ ...line('1', 10_000, 3), discount: 2_500 }, line('2', 10_000)]
    const shipping = [{ ...charge('kargo', 3_000), discount: 3_000 }]
    const basket = toBasket(order({ total: 37_500, lines, shipping }))
    expect(basket.items.map((item) => item.price.minor)).toEqual([27_500, 10_000])
    expect(basket.dropped).toEqual([{ externalId: 'kargo', reason: 'free' }])
  })

  it('spreads a coupon over the lines and leaves shipping alone', () => {
    const lines = [line('1', 10_000), line('2', 5_000), line('3', 5_000)]
    // 1,000 off 20,000: 500 + 250 + 250
    expect(
      prices({ total: 22_000, lines, shipping: [charge('kargo', 3_000)], discounts: [reduction(1_000)] }),
    ).toEqual([
      ['1', 9_500],
      ['2', 4_750],
      ['3', 4_750],
      ['kargo', 3_000],
    ])
  })

  it('lets shipping bear what the lines cannot', () => {
    const parts = {
      lines: [line('1', 1_000)],
      shipping: [charge('kargo', 3_000)],
      discounts: [reduction(1_500)],
    }
    const basket = toBasket(order({ ...parts, total: 2_500 }))
    expect(basket.items.map((item) => [item.externalId, item.price.minor])).toEqual([['kargo', 2_500]])
    expect(basket.dropped).toEqual([{ externalId: '1', reason: 'discounted' }])
  })

  it('spreads a gift card over everything', () => {
    const parts = {
      lines: [line('1', 9_000)],
      shipping: [charge('kargo', 1_000)],
      credits: [reduction(5_000)],
    }
    expect(prices({ ...parts, total: 5_000 })).toEqual([
      ['1', 4_500],
      ['kargo', 500],
    ])
  })

  it('takes coupon, shipping and gift card together, rounding once', () => {
    const basket = toBasket(
      order({
        total: 20_000,
        lines: [line('1', 9_999), line('2', 3_333, 3), line('3', 0)],
        shipping: [charge('kargo', 2_999)],
        discounts: [reduction(1_000), reduction(997)],
        credits: [reduction(1_000)],
      }),
    )
    // lines 19,998 - 1,997 = 18,001; with shipping 21,000; × 20,000 ÷ 21,000: 8571.9…, 8571.9…, 2856.2
    expect(basket.items.map((item) => item.price.minor)).toEqual([8_572, 8_572, 2_856])
    expect(basket.dropped).toEqual([{ externalId: '3', reason: 'free' }])
  })

  it('keeps the fils of a dinar and takes a yen for what it is', () => {
    const dinars = toBasket(order({ currency: 'KWD', total: 10_000, lines: [line('1', 3_333, 3)] }))
    expect(dinars.items.map((item) => item.price)).toEqual([{ minor: 10_000, currency: 'KWD' }])
    const yen = toBasket(
      order({
        currency: 'JPY',
        total: 1_000,
        lines: [line('1', 500), line('2', 500), line('3', 500)],
        discounts: [reduction(500)],
      }),
    )
    expect(yen.items.map((item) => item.price.minor)).toEqual([334, 333, 333])
  })

  it('takes a rounding difference of the shop, up to one minor unit per row and one more', () => {
    const lines = [line('1', 3_333), line('2', 3_333)]
    expect(prices({ total: 6_669, lines })).toEqual([
      ['1', 3_335],
      ['2', 3_334],
    ])
    expect(prices({ total: 6_663, lines })).toEqual([
      ['1', 3_332],
      ['2', 3_331],
    ])
    expect(refusal({ total: 6_670, lines }).code).toBe('order-sum-mismatch')
    expect(refusal({ total: 6_662, lines }).code).toBe('order-sum-mismatch')
  })

  it('drops the rows that one kuruş cannot reach and says so', () => {
    const parts = { lines: [line('1', 100), line('2', 100), line('3', 100)], credits: [reduction(299)] }
    const basket = toBasket(order({ ...parts, total: 1 }))
    expect(basket.items.map((item) => [item.externalId, item.price.minor])).toEqual([['1', 1]])
    expect(basket.dropped).toEqual([
      { externalId: '2', reason: 'too-small' },
      { externalId: '3', reason: 'too-small' },
    ])
  })

  it('leaves out a line of no pieces', () => {
    expect(prices({ total: 100, lines: [line('1', 100), line('2', 100, 0)] })).toEqual([['1', 100]])
  })
})

describe('an order that cannot become a basket', () => {
  it('says both sums and what to check, in the two languages of the merchant', () => {
    const error = refusal({ total: 12_000, lines: [line('1', 10_000)], discounts: [reduction(1_000)] })
    expect(error.kind).toBe('invalid-request')
    expect(error.message).toBe(
      "the rows come to TRY 90.00 after discounts and credits, but the order's total is TRY 120.00; " +
        'check pricesIncludeTax and that every tax, shipping charge, fee, discount and gift card is in the snapshot',
    )
    expect(error.merchantMessage.en).toBe(`The order could not be sent to payment: ${error.message}`)
    expect(error.merchantMessage.tr).toContain('satırlar indirim ve mahsuplardan sonra 90,00 TL ediyor')
    expect(error.retry).toBe('no')
  })

  it('says so when discounts and credits pass what the rows are worth', () => {
    const error = refusal({ total: 1, lines: [line('1', 100)], discounts: [reduction(100)] })
    expect(error.message).toContain('the rows come to TRY 0.00 after discounts and credits')
    const credits = refusal({ total: 100, lines: [line('1', 100)], credits: [reduction(500)] })
    expect(credits.message).toContain('the rows come to TRY -4.00')
  })

  it('says so when the rows pass what money can hold', () => {
    const error = refusal({ total: 100, lines: [line('1', 999_999_999_999_999, 1_000_000)] })
    expect(error.code).toBe('order-sum-mismatch')
  })

  it('has nothing to pay, or nothing in it', () => {
    const free = refusal({ total: 0, lines: [line('1', 100)], credits: [reduction(100)] })
    expect([free.code, free.message]).toEqual([
      'nothing-to-pay',
      'there is nothing to pay (total is 0); complete the order without a payment',
    ])
    expect(refusal({ total: 100 }).code).toBe('empty-order')
  })

  it('has a row whose discount is more than it costs', () => {
    const error = refusal({ total: 100, lines: [line('1', 100), { ...line('2', 100), discount: 101 }] })
    expect(error.code).toBe('negative-item')
    expect(error.message).toBe('lines[1].discount (101) is more than the row costs (100)')
  })

  it('has two rows with one externalId', () => {
    const error = refusal({ total: 200, lines: [line('1', 100)], shipping: [charge('1', 100)] })
    expect(error.code).toBe('duplicate-item')
    expect(error.message).toContain('shipping[0].externalId repeats that of lines[0] ("1")')
  })

  it.each<[string, Partial<OrderSnapshot>]>([
    ['lines[0].unitPrice must be a whole number of minor units', { lines: [line('1', 10.5)] }],
    ['lines[0].unitPrice must be a whole number of minor units', { lines: [line('1', -1)] }],
    [
      'lines[1].quantity must be a whole number, zero or more; got 0.5',
      { lines: [line('1', 1), line('2', 1, 0.5)] },
    ],
    ['shipping[0].price must be', { shipping: [charge('k', Number.NaN)] }],
    ['fees[0].price must be', { fees: [charge('f', 1e15)] }],
    ['discounts[0].amount must be', { discounts: [reduction(-5)] }],
    ['credits[0].amount must be', { credits: [reduction(0.1)] }],
    [
      'total must be a whole number of minor units (kuruş, cents), zero or more, at most 15 digits; got -1',
      { total: -1 },
    ],
    ['currency must be a currency that Craftgate charges: TRY', { currency: 'CHF' as 'TRY' }],
    ['pricesIncludeTax does not fit the type OrderSnapshot', { pricesIncludeTax: undefined }],
  ])('is refused by name: %s', (message, parts) => {
    const error = refusal({ total: 100, lines: [line('1', 100)], ...parts })
    expect(error.code).toBe('invalid-order')
    expect(error.message).toContain(message)
  })

  it.each(['', '+1', '-1', 'a b', '<b>', "1'--", '1;2', '1&2', 'ş', 'a\n', 'x'.repeat(256)])(
    'has an externalId that Craftgate would refuse: %j',
    (externalId) => {
      const error = refusal({ total: 100, lines: [line(externalId, 100)] })
      expect(error.message).toContain(
        'lines[0].externalId must have only letters (A-Z), digits and . _ : + -',
      )
    },
  )

  it.each(['1', 'T_1', 'shipping-3', 'ordli_01J+X', 'a.b:c'])('may have the externalId %s', (externalId) => {
    expect(prices({ total: 100, lines: [line(externalId, 100)] })).toEqual([[externalId, 100]])
  })
})
