import fc from 'fast-check'
import type { CraftgateError } from '../errors'
import { randomSplitOrder } from '../testing/random-order'
import type { OrderSnapshot } from './order-snapshot'
import { toBasket } from './to-basket'

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

const line = (externalId: string, unitPrice: number, seller?: { memberId: number; share: number }) => ({
  externalId,
  name: externalId,
  unitPrice,
  quantity: 1,
  seller,
})
const kargo = { externalId: 'kargo', name: 'Kargo', price: 2_500 }
const off = (amount: number) => [{ name: 'indirim', amount }]

const shares = (parts: Partial<OrderSnapshot>) =>
  toBasket(order(parts)).items.map(({ price, seller }) => [
    price.minor,
    seller?.memberId,
    seller?.share.minor,
  ])

function refusal(parts: Partial<OrderSnapshot>): CraftgateError {
  try {
    toBasket(order(parts))
  } catch (error) {
    return error as CraftgateError
  }
  throw new Error('the order was taken')
}

describe('the shares of sellers', () => {
  it("go with each line, and what nobody's seller has is the shop's: the portal's example", () => {
    const lines = [
      line('1', 3_000, { memberId: 1, share: 2_700 }),
      line('2', 5_000, { memberId: 2, share: 4_200 }),
      line('3', 2_000, { memberId: 3, share: 1_800 }),
    ]
    expect(shares({ total: 12_500, lines, shipping: [kargo] })).toEqual([
      [3_000, 1, 2_700],
      [5_000, 2, 4_200],
      [2_000, 3, 1_800],
      [2_500, undefined, undefined],
    ])
  })

  it('fall with their line under a discount of the order, so that seller and shop bear it alike', () => {
    const lines = [line('1', 6_000, { memberId: 1, share: 5_000 }), line('2', 4_000)]
    expect(shares({ total: 11_500, lines, shipping: [kargo], discounts: off(1_000) })).toEqual([
      [5_400, 1, 4_500],
      [3_600, undefined, undefined],
      [2_500, undefined, undefined],
    ])
  })

  it("stay under a gift card, which the shop was paid otherwise, as long as the shop's part reaches", () => {
    const lines = [line('1', 10_000, { memberId: 1, share: 8_000 })]
    expect(shares({ total: 9_000, lines, credits: off(1_000) })).toEqual([[9_000, 1, 8_000]])
    expect(shares({ total: 7_000, lines, credits: off(3_000) })).toEqual([[7_000, 1, 7_000]])
  })

  it('may be of the shipping that a seller sends himself', () => {
    const shipping = [{ ...kargo, seller: { memberId: 2, share: 2_500 } }]
    expect(shares({ total: 3_500, lines: [line('1', 1_000)], shipping })).toEqual([
      [1_000, undefined, undefined],
      [2_500, 2, 2_500],
    ])
  })

  it('are refused above the price of their line, and in a currency that no marketplace is paid in', () => {
    const lines = [line('1', 1_000, { memberId: 1, share: 1_001 })]
    expect(refusal({ total: 1_000, lines })).toMatchObject({
      code: 'share-above-price',
      message: 'lines[0].seller.share (1001) is more than the row costs (1000)',
    })
    const euro = [line('1', 1_000, { memberId: 1, share: 900 })]
    expect(refusal({ total: 1_000, currency: 'EUR', lines: euro }).code).toBe('sellers-only-in-lira')
    const nobody = [line('1', 1_000, { memberId: 0, share: 900 })]
    expect(refusal({ total: 1_000, lines: nobody }).message).toMatch(/^lines\[0\]\.seller\.memberId must be/)
  })

  it('of any order are at most the price of their item and what was agreed, and change no price', () => {
    fc.assert(
      fc.property(randomSplitOrder, (given) => {
        const { items } = toBasket(given)
        const bare = toBasket(withoutSellers(given)).items
        expect(items.map(({ price }) => price)).toEqual(bare.map(({ price }) => price))
        const agreed = new Map(
          [...given.lines, ...given.shipping].map(({ externalId, seller }) => [externalId, seller]),
        )
        for (const { externalId, price, seller } of items) {
          expect(seller?.memberId).toBe(agreed.get(externalId)?.memberId)
          if (seller === undefined) continue
          expect(seller.share.minor).toBeLessThanOrEqual(price.minor)
          expect(seller.share.minor).toBeLessThanOrEqual(agreed.get(externalId)?.share ?? 0)
          expect(seller.share.minor).toBeGreaterThanOrEqual(0)
        }
        const toSellers = items.reduce((sum, { seller }) => sum + (seller?.share.minor ?? 0), 0)
        const toShop = items.reduce(
          (sum, { price, seller }) => sum + price.minor - (seller?.share.minor ?? 0),
          0,
        )
        expect(toSellers + toShop).toBe(given.total)
      }),
      { numRuns: 5_000 },
    )
  })

  it('of an order without discounts and credits are what was agreed, to the minor unit', () => {
    fc.assert(
      fc.property(randomSplitOrder, (given) => {
        fc.pre(given.discounts.length + given.credits.length === 0)
        for (const { externalId, price, seller } of toBasket(given).items) {
          const row = [...given.lines, ...given.shipping].find((one) => one.externalId === externalId)
          if (seller) expect(seller.share.minor).toBe(Math.min(price.minor, row?.seller?.share ?? 0))
        }
      }),
      { numRuns: 1_000 },
    )
  })
})

const withoutSellers = (given: OrderSnapshot): OrderSnapshot => ({
  ...given,
  lines: given.lines.map((row) => ({ ...row, seller: undefined })),
  shipping: given.shipping.map((row) => ({ ...row, seller: undefined })),
})
