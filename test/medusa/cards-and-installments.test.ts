import Craftgate from '@craftgate/craftgate'
import type { StorefrontInstallments } from '@craftgate-commerce/core/storefront'
import { navigate, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { registerCustomer } from '../contract/medusa/customers'
import { HttpClient } from '../contract/medusa/http-client'
import type { MedusaStore } from '../contract/medusa/medusa-store'
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
  const { url, reference } = await store.payLink(order)
  return openLink(token ? await ownLink(reference, token) : url)
}

/** What a storefront with bearer tokens asks for when its customer goes to pay. */
async function ownLink(reference: string, token: string): Promise<string> {
  const path = `/store/craftgate/checkouts/${reference}/pay-link`
  return (await shop(token).post<{ pay_link: string }>(path)).pay_link
}

async function openLink(url: string): Promise<Shopper> {
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

test('a stranger who gives the e-mail address of a customer is not offered that customer’s cards', async () => {
  const owner = await member()
  await (await goToPay(owner)).pay({ card: testCards.success })
  const { customer } = await shop(owner).get<{ customer: { email: string } }>('/store/customers/me')
  const url = await payLinkOfGuest(customer.email)
  const stranger = new Shopper({ lang: 'tr' })
  await stranger.open(url)
  await expect(stranger.pay({ storedCard: 'first' })).rejects.toThrow()
  await stranger.pay({ card: testCards.world })
  expect(await cardsOf(owner)).toHaveLength(1)
})

/** A cart that nobody logged in to, with the same goods as any other, and this e-mail address from the start. */
async function payLinkOfGuest(email: string): Promise<string> {
  const guest = shop()
  const like = await store.placeOrder({ products: 1 })
  const fields = '?fields=region_id,*items,*shipping_methods,*shipping_address'
  const { cart: model } = await guest.get<{ cart: Model }>(`/store/carts/${like.id}${fields}`)
  const [{ variant_id } = { variant_id: '' }] = model.items
  const [{ shipping_option_id } = { shipping_option_id: '' }] = model.shipping_methods
  const { cart } = await guest.post<{ cart: { id: string } }>('/store/carts', {
    region_id: model.region_id,
    email,
    items: [{ variant_id, quantity: 1 }],
    shipping_address: { country_code: model.shipping_address.country_code },
  })
  await guest.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: shipping_option_id })
  const { payment_collection } = await guest.post<Collection>('/store/payment-collections', {
    cart_id: cart.id,
  })
  const { payment_collection: begun } = await guest.post<Collection>(
    `/store/payment-collections/${payment_collection.id}/payment-sessions`,
    { provider_id: 'pp_craftgate_craftgate' },
  )
  return begun.payment_sessions?.[0]?.data.pay_link ?? ''
}

interface Model {
  readonly region_id: string
  readonly items: readonly { readonly variant_id: string }[]
  readonly shipping_methods: readonly { readonly shipping_option_id: string }[]
  readonly shipping_address: { readonly country_code: string }
}

interface Collection {
  readonly payment_collection: {
    readonly id: string
    readonly payment_sessions?: readonly { readonly data: { readonly pay_link: string } }[]
  }
}

test('a link that was handed on: who pays it sees no card of the customer and leaves none', async () => {
  const owner = await member()
  await (await goToPay(owner)).pay({ card: testCards.success })
  const before = await storedCards()
  const { url, reference } = await store.payLink(await store.placeOrder({}, owner))
  await openLink(await ownLink(reference, owner))
  const stranger = await openLink(url)
  await expect(stranger.pay({ storedCard: 'first' })).rejects.toThrow()
  await stranger.pay({ card: testCards.world })
  expect(stack.sandbox.control.payments().at(-1)).toMatchObject({ status: 'SUCCESS' })
  expect(await cardsOf(owner)).toHaveLength(1)
  expect(await storedCards()).toBe(before)
})

test('a customer who is logged in by the session cookie opens the plain link as himself', async () => {
  const token = await member()
  const session = await fetch(`${stack.medusa.main.url}/auth/session`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  })
  const [cookie = ''] = session.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  const { url } = await store.payLink(await store.placeOrder({}, token))
  const answer = await navigate(new Request(url, { headers: { cookie } }))
  await (await openLink(answer.headers.get('location') ?? '')).pay({ card: testCards.success })
  expect(await cardsOf(token)).toHaveLength(1)
})

test('only a customer who is logged in is given a link of his own', async () => {
  const { reference } = await store.payLink(await store.placeOrder())
  await expect(ownLink(reference, '')).rejects.toThrow(/Unauthorized/)
  await expect(ownLink('nothing', await member())).rejects.toThrow('There is no such checkout')
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

const installments = (query: string) =>
  shop().get<StorefrontInstallments>(`/store/craftgate/v1/installments?${query}`)
const questions = () =>
  stack.sandbox.control.requests().filter(({ path }) => path.includes('installments')).length

test('instalments of a cart: by card family, and by the first digits of a card', async () => {
  const order = await store.placeOrder()
  const families = await installments(`cart=${order.id}`)
  expect(families.tables.length).toBeGreaterThan(1)
  const bin = testCards.success.cardNumber.slice(0, 8)
  const ofCard = await installments(`cart=${order.id}&bin=${bin}`)
  expect(ofCard.tables).toHaveLength(1)
  const total = (order.total / 100).toFixed(2)
  expect(ofCard.tables[0]?.options[0]).toMatchObject({ count: 1, total })
  expect(ofCard).toMatchObject({ version: 1, price: { amount: total, currency: 'TRY' }, exact: true })
})

test('instalments of a product are those of what the region sells it for', async () => {
  const order = await store.placeOrder({ products: 1 })
  const fields = '?fields=region_id,*items'
  const { cart } = await shop().get<{ cart: Model & { items: { unit_price: number }[] } }>(
    `/store/carts/${order.id}${fields}`,
  )
  const [item] = cart.items
  const asked = `variant=${item?.variant_id}&region=${cart.region_id}`
  const [family] = (await installments(asked)).tables
  expect(family?.options[0]?.total).toBe(Number(item?.unit_price).toFixed(2))
})

test.each([
  'amount=1249.90&currency=TRY',
  '',
  'variant=variant_1',
  'cart=cart_of_nobody',
  'variant=variant_1&region=reg_1',
  'cart=cart_of_nobody&bin=12',
])('a price that the shop does not have is no question to Craftgate: %s', async (query) => {
  const before = questions()
  await expect(installments(query)).rejects.toThrow(/cart|variant|region|bin/)
  expect(questions()).toBe(before)
})

test('3D Secure is for a first order, and for who opens the link of a customer', async () => {
  const lastPayment = () => stack.sandbox.control.payments().at(-1)
  const token = await member()
  await (await goToPay(token)).pay({ card: testCards.success })
  expect(lastPayment()).toMatchObject({ threeDS: true })
  await (await goToPay(token)).pay({ storedCard: 'first' })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS', threeDS: false })
  const { url } = await store.payLink(await store.placeOrder({}, token))
  await (await openLink(url)).pay({ card: testCards.world })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS', threeDS: true })
})
