// What a price costs with a shopping loan, over the real wire against the emulator.
import { money } from '../money'
import { DirectShop } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const OFFERS = '/bnpl-payments/offers'
const lira = (minor: number) => money(minor, 'TRY')
/** Another price for each test: an answer is kept for five minutes. */
let price = 300_000
beforeEach(() => {
  price += 100
})

test('each lender that tells its plans is asked once: months, what is paid a month and in all', async () => {
  const question = { merchant: 'tr', price: lira(price), methods: ['CARD', 'ZIP', 'HASO', 'MASLAK'] } as const
  const offers = await shop.commerce.loanOffers(question)
  expect(offers.map(({ lender }) => lender)).toEqual(['MASLAK', 'ZIP'])
  const [finGate, zip] = offers
  expect(finGate?.banks.map(({ plans }) => plans.length)).toEqual(expect.arrayContaining([0, 4]))
  expect(zip?.banks).toHaveLength(1)
  for (const { months, each, total, interest } of zip?.banks[0]?.plans ?? []) {
    expect(interest.minor).toBe(total.minor - price)
    expect(Math.abs(each.minor * months - total.minor)).toBeLessThan(months)
  }
  expect(zip?.banks[0]?.plans.map(({ months }) => months)).toEqual([3, 6, 9, 12])
  expect(await shop.commerce.loanOffers(question)).toEqual(offers)
  expect(shop.calls(OFFERS)).toHaveLength(2)
})

test('a shop without such a lender asks nobody, and no lender is asked for what it does not lend', async () => {
  const question = { merchant: 'tr', price: lira(price) } as const
  expect(await shop.commerce.loanOffers({ ...question, methods: ['CARD', 'HASO'] })).toEqual([])
  expect(
    await shop.commerce.loanOffers({ ...question, price: money(price, 'EUR'), methods: ['ZIP'] }),
  ).toEqual([])
  expect(shop.calls(OFFERS)).toHaveLength(0)
})
