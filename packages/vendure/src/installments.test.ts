import type { StorefrontInstallments, StorefrontProblem } from '@craftgate-commerce/core/storefront'
import { testCards } from '@craftgate-commerce/sandbox'
import { E2E_DEFAULT_CHANNEL_TOKEN } from '@vendure/testing'
import { CraftgateShop } from './test/craftgate-shop'
import { begin, fillCart } from './test/purchase'

let harness: CraftgateShop
let shopUrl: string | undefined

beforeAll(async () => {
  harness = await CraftgateShop.start({
    channels: { [E2E_DEFAULT_CHANNEL_TOKEN]: 'main' },
    checkout: { enabledInstallments: [1, 2, 3, 6, 9] },
  })
}, 600_000)
afterAll(() => harness?.close())

interface Option {
  readonly installment: number
  readonly each: string
  readonly total: string
  readonly interest: string
  readonly fundedBy: string
}

interface Installments {
  readonly price: string
  readonly currencyCode: string
  readonly tables: readonly {
    readonly cardFamily: string | null
    readonly bank: string | null
    readonly options: readonly Option[]
  }[]
}

async function ask(input?: Readonly<Record<string, unknown>>): Promise<Installments> {
  const { craftgateInstallments } = await harness.shop.ask<{ craftgateInstallments: Installments }>(
    `query ($input: CraftgateInstallmentsInput) { craftgateInstallments(input: $input) {
      price currencyCode
      tables { cardFamily bank cardAssociation cardType commercial forceThreeDS
        options { installment each total interest fundedBy } }
    } }`,
    { input },
  )
  return craftgateInstallments
}

const questions = () =>
  harness.sandbox.control.requests().filter(({ path }) => path.includes('installments')).length

const tableOf = ({ tables }: Installments, family: string) =>
  tables.find(({ cardFamily }) => cardFamily === family)

const bin = testCards.success.cardNumber.slice(0, 8)

test('the active order, with shipping, by card family: the shopper’s instalments and the shop’s', async () => {
  await fillCart(harness.shop, { quantity: 2 })
  const answer = await ask()
  expect(answer).toMatchObject({ price: '309.70', currencyCode: 'TRY' })
  expect(tableOf(answer, 'Bonus')?.options).toMatchObject([
    { installment: 1, each: '309.70', total: '309.70', interest: '0.00', fundedBy: 'NOBODY' },
    { installment: 2, fundedBy: 'SHOPPER' },
    { installment: 3, each: '107.10', total: '321.31', interest: '11.61', fundedBy: 'SHOPPER' },
    { installment: 6, fundedBy: 'SHOPPER' },
    { installment: 9, fundedBy: 'SHOPPER' },
  ])
  expect(tableOf(answer, 'Maximum')?.options).toMatchObject([
    { installment: 1, fundedBy: 'NOBODY' },
    { installment: 2, total: '309.70', interest: '0.00', fundedBy: 'MERCHANT' },
    { installment: 3, total: '309.70', interest: '0.00', fundedBy: 'MERCHANT' },
    { installment: 6, fundedBy: 'SHOPPER' },
    { installment: 9, fundedBy: 'SHOPPER' },
  ])
})

test('what is answered for the order is what the card is charged', async () => {
  await fillCart(harness.shop, { variant: 'T_2' })
  const [table] = (await ask({ bin })).tables
  const offered = table?.options.find(({ installment }) => installment === 6)
  expect(table).toMatchObject({ cardFamily: 'Bonus', bank: expect.stringContaining('GARANTİ') })
  await harness.pay((await begin(harness.shop)).payLink, { card: testCards.success, installment: 6 })
  expect(harness.sandbox.control.payments().at(-1)).toMatchObject({
    status: 'SUCCESS',
    installment: 6,
    paidPrice: offered?.total,
  })
})

test('one piece of a variant, at the price that the channel sells it for', async () => {
  await harness.shop.shopper.asAnonymousUser()
  const answer = await ask({ variantId: 'T_2' })
  expect(answer).toMatchObject({ price: '549.00', currencyCode: 'TRY' })
  expect(tableOf(answer, 'World')?.options[0]).toMatchObject({ total: '549.00' })
})

test('an amount is asked as its first three digits', async () => {
  expect(await ask({ amount: 124_990, bin })).toMatchObject({ price: '1250.00' })
  const before = questions()
  for (const amount of [124_960, 125_010, 125_049]) await ask({ amount, bin })
  expect(questions()).toBe(before)
})

test.each([
  [{ variantId: 'T_99' }, 'There is no such variant for sale in this channel'],
  [{ variantId: 'T_1', amount: 100 }, 'Name variantId or amount, not both'],
  [{ variantId: 'T_1', bin: '12345' }, 'bin must be the first 6 to 8 digits of a card'],
  [{ amount: 0 }, 'There is nothing to pay'],
  [{ amount: -100 }, 'There is nothing to pay'],
  [{ amount: 999_999_999_999_999 }, 'This amount can not be paid by card'],
  [{ amount: Number.MAX_SAFE_INTEGER }, 'This amount can not be paid by card'],
  [undefined, 'There is no active order'],
])('%j is no question to Craftgate', async (input, message) => {
  await harness.shop.shopper.asAnonymousUser()
  const before = questions()
  await expect(ask(input)).rejects.toThrow(message)
  expect(questions()).toBe(before)
})

test('a variant that is not for sale has no price', async () => {
  const enable = (enabled: boolean) =>
    harness.shop.manage(`mutation ($input: UpdateProductInput!) { updateProduct(input: $input) { id } }`, {
      input: { id: 'T_2', enabled },
    })
  await enable(false)
  await expect(ask({ variantId: 'T_2' })).rejects.toThrow('There is no such variant for sale')
  await enable(true)
  expect(await ask({ variantId: 'T_2' })).toMatchObject({ price: '549.00' })
})

/** The endpoint for storefronts, at the address that pay links have. */
async function get(query: string, headers: Record<string, string> = {}) {
  shopUrl ??= new URL((await harness.checkout()).payLink).origin
  const answer = await fetch(`${shopUrl}/craftgate/v1/installments?${query}`, {
    headers: { 'accept-language': 'en', ...headers },
  })
  return { status: answer.status, told: (await answer.json()) as StorefrontInstallments & StorefrontProblem }
}

describe('as JSON, for storefronts', () => {
  beforeAll(() => get(''))

  test('one piece of a variant: what the Shop API tells of it', async () => {
    const { tables } = await ask({ variantId: 'T_2', bin })
    const { status, told } = await get(`variant=T_2&bin=${bin}`)
    expect(status).toBe(200)
    expect(told).toMatchObject({ version: 1, price: { amount: '549.00', currency: 'TRY' }, exact: true })
    expect(told.tables[0]?.options.map(({ count, total }) => [count, total])).toEqual(
      tables[0]?.options.map(({ installment, total }) => [installment, total]),
    )
  })

  test('the active order of the session that asks', async () => {
    await fillCart(harness.shop, { quantity: 2 })
    const authorization = `Bearer ${harness.shop.shopper.getAuthToken()}`
    expect(await get('cart=active', { authorization })).toMatchObject({
      status: 200,
      told: { price: { amount: '309.70', currency: 'TRY' }, exact: true },
    })
    expect(await get('cart=active')).toMatchObject({ status: 404, told: { error: 'not-sold' } })
  })

  test('an amount, to its first three digits, in the currency of the channel', async () => {
    expect(await get('amount=1249.90')).toMatchObject({
      status: 200,
      told: { price: { amount: '1250.00', currency: 'TRY' }, exact: false },
    })
  })

  test.each([
    ['variant=T_99', 404, 'not-sold'],
    ['variant=nonsense', 404, 'not-sold'],
    ['variant=T_1&bin=12', 400, 'bad-bin'],
    ['', 400, 'bad-subject'],
  ])('%s: %i', async (query, status, error) => {
    expect(await get(query)).toMatchObject({ status, told: { error } })
  })
})

test('Craftgate away: the last answer serves, and a new question is told so', async () => {
  const known = await ask({ variantId: 'T_1' })
  harness.sandbox.control.faults.add({ kind: 'status', match: { path: '/installment/' }, times: 5 })
  expect(await ask({ variantId: 'T_1' })).toEqual(known)
  await expect(ask({ amount: 77_700 })).rejects.toThrow('Craftgate does not answer right now')
  harness.sandbox.control.faults.clear()
})

test('a channel without a merchant has no instalments', async () => {
  const { createChannel } = await harness.shop.manage<{ createChannel: { id: string } }>(
    `mutation { createChannel(input: {
      code: "bare", token: "bare-token", defaultLanguageCode: en, pricesIncludeTax: true,
      defaultCurrencyCode: TRY, defaultShippingZoneId: "T_1", defaultTaxZoneId: "T_1"
    }) { ... on Channel { id } } }`,
  )
  expect(createChannel.id).toMatch(/^T_/)
  harness.shop.shopper.setChannelToken('bare-token')
  await expect(ask({ amount: 10_000 })).rejects.toThrow('Payments are not set up for this sales channel')
  harness.shop.shopper.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  for (const channel of ['bare-token', 'nobody'])
    expect(await get('amount=100.00', { 'vendure-token': channel })).toMatchObject({
      status: 404,
      told: { error: 'not-found' },
    })
})

// The last one: the address of this test has asked enough after it.
test('an address that asks for ever new prices is stopped; what is known is answered', async () => {
  const known = await ask({ variantId: 'T_1' })
  const asked = Array.from({ length: 70 }, (_, index) => ask({ amount: 100_000 + index * 1_000, bin }))
  const refused = (await Promise.allSettled(asked)).flatMap((each) =>
    each.status === 'rejected' ? [String(each.reason)] : [],
  )
  expect(refused.length).toBeGreaterThan(0)
  expect(refused.join()).toContain('Too many questions came at once')
  expect(await ask({ variantId: 'T_1' })).toEqual(known)
})
