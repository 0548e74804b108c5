import { createClient } from '@craftgate-commerce/core/client'
import { navigate, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { TransactionalConnection } from '@vendure/core'
import { ForgetCards } from './cards'
import { CraftgateCardOwner } from './entities'
import { CraftgateShop } from './test/craftgate-shop'
import { addMember, type Member, PASSWORD } from './test/members'
import { type BeginResult, begin, type Cart, fillCart } from './test/purchase'

let harness: CraftgateShop

beforeAll(async () => {
  const threeDSecure = { firstOrder: true, newAddress: true }
  harness = await CraftgateShop.start({ checkout: { alwaysStoreCard: true, threeDSecure } })
}, 600_000)
afterAll(() => harness?.close())

interface Card {
  readonly id: string
  readonly alias: string | null
  readonly lastFour: string
  readonly cardFamily: string
  readonly expired: boolean
}

const CARD = 'id alias lastFour cardFamily bank expiryMonth expiryYear expired'

const ask = <T>(query: string, variables?: Record<string, unknown>) => harness.shop.ask<T>(query, variables)

async function cards(): Promise<readonly Card[]> {
  const answer = await ask<{ craftgateStoredCards: Card[] }>(`query { craftgateStoredCards { ${CARD} } }`)
  return answer.craftgateStoredCards
}

async function cardsOf(member: Member): Promise<readonly Card[]> {
  await harness.shop.shopper.asUserWithCredentials(member.email, PASSWORD)
  return cards()
}

const rename = (id: string | undefined, alias: string) =>
  ask(
    `mutation ($id: String!, $alias: String!) { renameCraftgateStoredCard(id: $id, alias: $alias) { ${CARD} } }`,
    { id, alias },
  )

const forget = (id: string | undefined) =>
  ask(`mutation ($id: String!) { deleteCraftgateStoredCard(id: $id) { success } }`, { id })

/** The logged-in customer's own link, as a storefront with bearer tokens asks for it. */
async function ownLink({ reference }: BeginResult): Promise<string> {
  const answer = await ask<{ craftgatePayLink: string }>(
    `mutation ($reference: String!) { craftgatePayLink(reference: $reference) }`,
    { reference },
  )
  return answer.craftgatePayLink
}

async function openLink(url: string): Promise<Shopper> {
  const shopper = new Shopper({ lang: 'tr' })
  await shopper.open(url)
  return shopper
}

/** The member's cart, and the payment page that he opens himself. */
async function goToPay(member: Member, cart: Pick<Cart, 'street'> = {}): Promise<Shopper> {
  await fillCart(harness.shop, { ...cart, member })
  return openLink(await ownLink(await begin(harness.shop)))
}

async function memberWithCard(): Promise<Member> {
  const member = await addMember(harness.shop)
  await (await goToPay(member)).pay({ card: testCards.success })
  return member
}

const AWAY = { kind: 'status', status: 503, match: { path: '/payment/v1/cards' }, times: 20 } as const

const lastPayment = () => harness.sandbox.control.payments().at(-1)

const rows = () =>
  harness.shop.app.get(TransactionalConnection).rawConnection.getRepository(CraftgateCardOwner).find()

/** How many cards Craftgate keeps for this shop. */
async function cardsAtCraftgate(): Promise<number> {
  const { apiKey, secretKey, webhookKey, url: environment } = harness.sandbox
  const client = createClient({ apiKey, secretKey, webhookKey, environment })
  const { items } = await client.call('searchStoredCards', { query: { page: 0, size: 100 } })
  await client.close()
  return items?.length ?? 0
}

test('a customer’s card is stored, offered the next time, listed, renamed and forgotten', async () => {
  const member = await memberWithCard()
  const [card, ...others] = await cardsOf(member)
  expect(others).toEqual([])
  const lastFour = testCards.success.cardNumber.slice(-4)
  expect(card).toMatchObject({ alias: null, lastFour, cardFamily: 'Bonus', expired: false })
  expect(await rename(card?.id, ' Maaş kartım ')).toMatchObject({
    renameCraftgateStoredCard: { id: card?.id, alias: 'Maaş kartım' },
  })
  const page = await goToPay(member)
  expect(page.page.html).toContain('Maaş kartım')
  await page.pay({ storedCard: 'first' })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS' })
  expect(await cardsOf(member)).toMatchObject([{ id: card?.id, alias: 'Maaş kartım' }])
  expect(await forget(card?.id)).toEqual({ deleteCraftgateStoredCard: { success: true } })
  expect(await cardsOf(member)).toEqual([])
})

test('nobody sees, renames or deletes the cards of somebody else, and a guest has none', async () => {
  const owner = await memberWithCard()
  const [card] = await cardsOf(owner)
  expect(await cardsOf(await addMember(harness.shop))).toEqual([])
  await expect(rename(card?.id, 'Benim')).rejects.toThrow('There is no such card')
  await expect(forget(card?.id)).rejects.toThrow('There is no such card')
  await harness.shop.shopper.asAnonymousUser()
  expect(await cards()).toEqual([])
  await expect(rename(card?.id, 'Benim')).rejects.toThrow(/not currently authorized/)
  await expect(forget(card?.id)).rejects.toThrow(/not currently authorized/)
  expect(await cardsOf(owner)).toEqual([card])
})

test('a card has a name of 1 to 50 letters, in one line', async () => {
  const [card] = await cardsOf(await memberWithCard())
  for (const alias of ['', '   ', 'x'.repeat(51), 'a\u0000b', 'iki\nsatır'])
    await expect(rename(card?.id, alias)).rejects.toThrow('The name of a card has 1 to 50 letters')
})

test('3D Secure is for a first order, for a new address, and for who opens the link of a customer', async () => {
  const member = await memberWithCard()
  expect(lastPayment()).toMatchObject({ threeDS: true })
  await (await goToPay(member)).pay({ storedCard: 'first' })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS', threeDS: false })
  await (await goToPay(member, { street: 'Moda Cad. 5' })).pay({ storedCard: 'first' })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS', threeDS: true })
  await (await goToPay(member, { street: ' moda  cad. 5' })).pay({ storedCard: 'first' })
  expect(lastPayment()).toMatchObject({ threeDS: false })
  await fillCart(harness.shop, { member })
  const stranger = await openLink((await begin(harness.shop)).payLink)
  await stranger.pay({ card: testCards.world })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS', threeDS: true })
})

test('a link that was handed on: who pays it sees no card of the customer and leaves none', async () => {
  const owner = await memberWithCard()
  const before = await cardsAtCraftgate()
  await fillCart(harness.shop, { member: owner })
  const begun = await begin(harness.shop)
  await openLink(await ownLink(begun))
  const stranger = await openLink(begun.payLink)
  await expect(stranger.pay({ storedCard: 'first' })).rejects.toThrow()
  await stranger.pay({ card: testCards.world })
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS' })
  expect(await cardsOf(owner)).toHaveLength(1)
  expect(await cardsAtCraftgate()).toBe(before)
})

test('another member’s own link of an order that is not his offers no card', async () => {
  const owner = await memberWithCard()
  await fillCart(harness.shop, { member: owner })
  const begun = await begin(harness.shop)
  const stranger = await addMember(harness.shop)
  await harness.shop.shopper.asUserWithCredentials(stranger.email, PASSWORD)
  const page = await openLink(await ownLink(begun))
  await expect(page.pay({ storedCard: 'first' })).rejects.toThrow()
  await page.pay({ card: testCards.world })
  expect(await cardsOf(stranger)).toEqual([])
  expect(await cardsOf(owner)).toHaveLength(1)
})

test('a customer who opens the plain link with the session of the shop opens it as himself', async () => {
  const member = await addMember(harness.shop)
  await fillCart(harness.shop, { member })
  const { payLink } = await begin(harness.shop)
  const authorization = `Bearer ${harness.shop.shopper.getAuthToken()}`
  const answer = await navigate(new Request(payLink, { headers: { authorization } }))
  await (await openLink(answer.headers.get('location') ?? '')).pay({ card: testCards.success })
  expect(await cardsOf(member)).toHaveLength(1)
})

test('a session that is not there, or an administrator’s, opens the link as nobody', async () => {
  for (const token of ['no-such-token', harness.shop.admin.getAuthToken()]) {
    const member = await addMember(harness.shop)
    await fillCart(harness.shop, { member })
    const { payLink } = await begin(harness.shop)
    const answer = await navigate(new Request(payLink, { headers: { authorization: `Bearer ${token}` } }))
    await (await openLink(answer.headers.get('location') ?? '')).pay({ card: testCards.success })
    expect(lastPayment()).toMatchObject({ status: 'SUCCESS' })
    expect(await cardsOf(member)).toEqual([])
  }
})

test('only a customer who is logged in is given a link of his own', async () => {
  await fillCart(harness.shop)
  const begun = await begin(harness.shop)
  await expect(ownLink(begun)).rejects.toThrow(/not currently authorized/)
  const { email } = await addMember(harness.shop)
  await harness.shop.shopper.asUserWithCredentials(email, PASSWORD)
  await expect(ownLink({ ...begun, reference: 'nothing' })).rejects.toThrow('There is no such checkout')
  await expect(ownLink({ ...begun, reference: 'a\u0000b' })).rejects.toThrow('There is no such checkout')
})

test('a guest’s card is not stored', async () => {
  const before = await cardsAtCraftgate()
  await harness.bought()
  expect(lastPayment()).toMatchObject({ status: 'SUCCESS' })
  expect(await cardsAtCraftgate()).toBe(before)
})

test('two first payments at once: one key is kept, and the cards of the other are forgotten', async () => {
  const member = await addMember(harness.shop)
  await fillCart(harness.shop, { member })
  const first = await openLink(await ownLink(await begin(harness.shop)))
  const held = await first.pay({ card: testCards.success, deliver: false })
  const owner = { customer: member.id.replace('T_', ''), account: 'main:sandbox', cardUserKey: 'another-key' }
  const stored = harness.shop.app.get(TransactionalConnection).rawConnection.getRepository(CraftgateCardOwner)
  await stored.insert(owner)
  const before = await cardsAtCraftgate()
  if (held.callback) await first.deliver(held.callback)
  expect(await stored.findBy({ customer: owner.customer })).toMatchObject([{ cardUserKey: 'another-key' }])
  await harness.shop.app.get(ForgetCards).forgetNobodys()
  expect(await cardsAtCraftgate()).toBe(before - 1)
})

describe('a customer who is deleted', () => {
  const remove = ({ id }: Member) =>
    harness.shop.manage(`mutation ($id: ID!) { deleteCustomer(id: $id) { result } }`, { id })

  test('takes his cards along, at Craftgate too', async () => {
    const [before, rowsBefore] = [await cardsAtCraftgate(), (await rows()).length]
    const member = await memberWithCard()
    expect(await cardsAtCraftgate()).toBe(before + 1)
    await remove(member)
    await harness.shop.app.get(ForgetCards).forgetNobodys()
    expect(await cardsAtCraftgate()).toBe(before)
    expect(await rows()).toHaveLength(rowsBefore)
  })

  test('leaves nobody’s key while Craftgate is away, and the daily task deletes the cards later', async () => {
    const before = await cardsAtCraftgate()
    const member = await memberWithCard()
    harness.sandbox.control.faults.add(AWAY)
    await remove(member)
    await harness.shop.app.get(ForgetCards).forgetNobodys()
    expect((await rows()).filter(({ customer }) => customer === null)).toHaveLength(1)
    harness.sandbox.control.faults.clear()
    await harness.shop.app.get(ForgetCards).forgetNobodys()
    expect((await rows()).filter(({ customer }) => customer === null)).toEqual([])
    expect(await cardsAtCraftgate()).toBe(before)
  })
})

test('neither API tells a key or a token of Craftgate', async () => {
  const member = await memberWithCard()
  const [row] = (await rows()).slice(-1)
  const shown = JSON.stringify(await cardsOf(member))
  expect(shown).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  const names = `query { __schema { types { fields { name } } } }`
  for (const schema of [await ask(names), await harness.shop.manage(names)])
    expect(JSON.stringify(schema)).not.toMatch(/cardUserKey|cardToken/i)
  expect(row?.cardUserKey).toMatch(/[0-9a-f]{8}-/)
})

test('Craftgate away: the shopper reads so', async () => {
  const member = await memberWithCard()
  harness.sandbox.control.faults.add(AWAY)
  await expect(cardsOf(member)).rejects.toThrow('Craftgate does not answer right now')
  harness.sandbox.control.faults.clear()
})

// The last one: the emulator's clock only moves forward.
test('a card that expired is shown as expired, and keeps its name', async () => {
  const member = await memberWithCard()
  await harness.sandbox.control.clock.advance({ days: 40 * 366 })
  const [card] = await cardsOf(member)
  expect(card).toMatchObject({ expired: true })
  await expect(rename(card?.id, 'Eski kartım')).rejects.toThrow('A card that expired can not be renamed')
})
