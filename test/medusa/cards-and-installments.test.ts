import Craftgate from '@craftgate/craftgate'
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { HttpClient } from '../contract/medusa/http-client'
import type { MedusaStore } from '../contract/medusa/medusa-store'
import { registerCustomer } from './customers'
import { type OpenShop, openShop } from './open-shop'

let stack: OpenShop['stack']
let store: MedusaStore

beforeAll(async () => {
  ;({ stack, store } = await openShop('medusa_cards', { STORE_CARDS: 'true' }))
})
afterAll(() => stack?.stop())

const shop = (token?: string) =>
  new HttpClient(
    () => stack.medusa.main.url,
    () => ({
      'x-publishable-api-key': stack.medusa.publishableKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }),
  )

interface Cards {
  readonly cards: readonly { readonly id: string; readonly last_four: string; readonly card_family: string }[]
}

const cardsOf = async (token: string) => (await shop(token).get<Cards>('/store/craftgate/cards')).cards

const member = () => registerCustomer(stack.medusa.main.url, stack.medusa.publishableKey)

async function goToPay(token?: string): Promise<Shopper> {
  const order = await store.placeOrder({}, token)
  const { url } = await store.payLink(order)
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(url)
  return shopper
}

test('a customer’s card is stored, offered the next time, listed by its last digits, and forgotten', async () => {
  const token = await member()
  await (await goToPay(token)).pay({ card: testCards.success })
  const [card, ...others] = await cardsOf(token)
  expect(others).toEqual([])
  expect(card).toMatchObject({ last_four: testCards.success.cardNumber.slice(-4), card_family: 'Bonus' })
  await (await goToPay(token)).pay({ storedCard: 'first' })
  expect(stack.sandbox.control.payments().at(-1)).toMatchObject({ status: 'SUCCESS' })
  expect(await cardsOf(token)).toHaveLength(1)
  const gone = await fetch(`${stack.medusa.main.url}/store/craftgate/cards/${card?.id}`, {
    method: 'DELETE',
    headers: { 'x-publishable-api-key': stack.medusa.publishableKey, authorization: `Bearer ${token}` },
  })
  expect(gone.status).toBe(200)
  expect(await cardsOf(token)).toEqual([])
})

test('nobody sees or deletes the cards of somebody else, and a guest has none', async () => {
  const [owner, stranger] = [await member(), await member()]
  await (await goToPay(owner)).pay({ card: testCards.axess })
  const [card] = await cardsOf(owner)
  expect(await cardsOf(stranger)).toEqual([])
  const url = `${stack.medusa.main.url}/store/craftgate/cards`
  const key = { 'x-publishable-api-key': stack.medusa.publishableKey }
  const stolen = { ...key, authorization: `Bearer ${stranger}` }
  expect((await fetch(`${url}/${card?.id}`, { method: 'DELETE', headers: stolen })).status).toBe(404)
  expect((await fetch(url, { headers: key })).status).toBe(401)
  expect(await cardsOf(owner)).toHaveLength(1)
})

test('a guest’s card is not stored', async () => {
  const before = await storedCards()
  await (await goToPay()).pay({ card: testCards.world })
  expect(stack.sandbox.control.payments().at(-1)).toMatchObject({ status: 'SUCCESS' })
  expect(await storedCards()).toBe(before)
  await (await goToPay(await member())).pay({ card: testCards.world })
  expect(await storedCards()).toBe(before + 1)
})

/** How many cards Craftgate keeps for this shop. */
async function storedCards(): Promise<number> {
  const [merchant] = stack.sandbox.merchants
  if (!merchant) throw new Error('The emulator has no merchant')
  const client = new Craftgate.Client({ ...merchant, baseUrl: stack.sandbox.url })
  const { totalSize } = await client.payment().searchStoredCards({ page: 0, size: 100 })
  return totalSize
}

test('what the answers of the shop tell holds no token and no key of Craftgate', async () => {
  const token = await member()
  await (await goToPay(token)).pay({ card: testCards.success })
  const me = await shop(token).get('/store/customers/me?fields=*account_holders')
  const cards = await cardsOf(token)
  expect(JSON.stringify(cards)).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  expect(JSON.stringify(me)).not.toContain('card_user_key')
})

interface Installments {
  readonly installments: readonly {
    readonly card_family: string | null
    readonly options: readonly { readonly installment: number; readonly total: string }[]
  }[]
}

test('instalments of a price: by card family, and by the first digits of a card', async () => {
  const ask = (query: string) => shop().get<Installments>(`/store/craftgate/installments?${query}`)
  const families = await ask('price=1249.90&currency_code=try')
  expect(families.installments.length).toBeGreaterThan(1)
  const bin = testCards.success.cardNumber.slice(0, 8)
  const { installments } = await ask(`price=1249.90&currency_code=try&bin=${bin}`)
  expect(installments).toHaveLength(1)
  expect(installments[0]?.options[0]).toMatchObject({ installment: 1, total: '1249.90' })
})

test.each([
  'price=-1&currency_code=try',
  'price=abc&currency_code=try',
  'price=10',
  'price=10&currency_code=xyz',
  'price=10&currency_code=try&bin=12',
])('a question that is none is refused in plain words: %s', async (query) => {
  await expect(shop().get(`/store/craftgate/installments?${query}`)).rejects.toThrow(
    /price|currency|bin|Craftgate/,
  )
})
