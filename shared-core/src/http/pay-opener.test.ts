import { walletOf } from '../checkout/wallet'
import type { ClientInfo } from '../commerce'
import { orderOf, ShopHarness } from '../testing/shop-harness'
import { payLinkFor } from './pay-link'

// Whose stored cards the page of a pay link offers and stores. The link may be handed on, so that somebody else pays.

const OWNER = 'customer-7'
const ADA = { id: OWNER, hasAccount: true, cardUserKey: 'key-of-ada' }

async function begun(buyer: object = ADA): Promise<ShopHarness> {
  const harness = new ShopHarness({ checkout: { alwaysStoreCard: true } })
  harness.platform.order('order-1').snapshot = orderOf(10_000, { buyer })
  await harness.checkout.begin(harness.sale())
  return harness
}

const open = (harness: ShopHarness, client: ClientInfo = {}, link = harness.link()) =>
  harness.inbound.handle(new Request(link), client)

/** What the page that is open now was asked for. */
async function asked(harness: ShopHarness) {
  const { cardUserKey, alwaysStoreCardAfterPayment } = harness.craftgate.page(
    (await harness.stored()).token,
  ).init
  return { cardUserKey, alwaysStoreCardAfterPayment }
}

const OWN_WALLET = { cardUserKey: 'key-of-ada', alwaysStoreCardAfterPayment: true }
const NO_WALLET = { cardUserKey: undefined, alwaysStoreCardAfterPayment: undefined }

test('the buyer who is logged in is offered the stored cards, and a card is stored for him', async () => {
  const harness = await begun()
  await open(harness, { shopper: OWNER })
  expect(await asked(harness)).toEqual(OWN_WALLET)
  expect(walletOf(await harness.stored())).toBe(OWNER)
})

test.each<[string, ClientInfo]>([
  ['nobody is logged in', {}],
  ['somebody else is logged in', { shopper: 'customer-8' }],
])('%s: the page neither offers nor stores a card', async (_, client) => {
  const harness = await begun()
  expect((await open(harness, client)).status).toBe(303)
  expect(await asked(harness)).toEqual(NO_WALLET)
  expect(walletOf(await harness.stored())).toBeUndefined()
})

test('a stranger is never led to the page that the owner of the cards opened before', async () => {
  const harness = await begun()
  const first = (await open(harness, { shopper: OWNER })).headers.get('location')
  const { token } = await harness.stored()
  const second = (await open(harness)).headers.get('location')
  expect(second).not.toBe(first)
  expect(harness.craftgate.page(token).dead).toBe(true)
  expect(await asked(harness)).toEqual(NO_WALLET)
})

test('the owner who opens the page again is led to the same one, also to the one without stored cards', async () => {
  const harness = await begun()
  const first = (await open(harness, { shopper: OWNER })).headers.get('location')
  expect((await open(harness, { shopper: OWNER })).headers.get('location')).toBe(first)
  const other = await begun()
  const anonymous = (await open(other)).headers.get('location')
  expect((await open(other, { shopper: OWNER })).headers.get('location')).toBe(anonymous)
})

test('a buyer without an account has no wallet, whoever opens the link', async () => {
  const harness = await begun({ id: OWNER, cardUserKey: 'key-of-ada' })
  await open(harness, { shopper: OWNER })
  expect(await asked(harness)).toEqual(NO_WALLET)
})

describe('a storefront whose login is no cookie', () => {
  const linkFor = (harness: ShopHarness, shopper: string) =>
    payLinkFor(harness.shared.options, { reference: 'session-1', shopper, now: harness.now })

  test('a link that was made for the buyer a moment ago proves who opens it', async () => {
    const harness = await begun()
    const link = linkFor(harness, OWNER)
    expect(link).not.toContain(OWNER)
    await open(harness, {}, link)
    expect(await asked(harness)).toEqual(OWN_WALLET)
  })

  test('two minutes later it is a pay link like any other', async () => {
    const harness = await begun()
    const link = linkFor(harness, OWNER)
    harness.pass(2.1)
    expect((await open(harness, {}, link)).status).toBe(303)
    expect(await asked(harness)).toEqual(NO_WALLET)
  })

  test.each<[string, (link: string) => string]>([
    [
      'its end was moved',
      (link) => link.replace(/opener=(\d+)\./, (_, end) => `opener=${Number(end) + 9e6}.`),
    ],
    ['its proof was altered', (link) => link.replace(/opener=(\d+)\..{4}/, 'opener=$1.AAAA')],
    ['its proof was cut', (link) => link.slice(0, -1)],
  ])('%s: it proves nothing, and still leads to a page', async (_, change) => {
    const harness = await begun()
    expect((await open(harness, {}, change(linkFor(harness, OWNER)))).status).toBe(303)
    expect(await asked(harness)).toEqual(NO_WALLET)
  })

  test('a link that was made for another shopper opens no wallet', async () => {
    const harness = await begun()
    await open(harness, {}, linkFor(harness, 'customer-8'))
    expect(await asked(harness)).toEqual(NO_WALLET)
  })
})

test('a hundred first openings at once: one page is started at Craftgate, and nothing has to be closed', async () => {
  const harness = await begun()
  const answers = await Promise.all(Array.from({ length: 100 }, () => open(harness)))
  expect(new Set(answers.map((answer) => answer.headers.get('location'))).size).toBe(1)
  expect(harness.craftgate.calls).toEqual(['init'])
})
