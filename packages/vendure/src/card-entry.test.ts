// A card typed on core's own page at the shop's address, and the next order paid with it by one click, on a real Vendure server.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { CraftgateShop } from './test/craftgate-shop'
import { addMember, type Member } from './test/members'
import { type BeginResult, begin, fillCart } from './test/purchase'

let harness: CraftgateShop

beforeAll(async () => {
  const checkout = { cardEntry: 'server', threeDSecure: { firstOrder: true } } as const
  harness = await CraftgateShop.start({ checkout })
}, 600_000)
afterAll(() => harness?.close())

/** The logged-in member's own link, for this way to pay. */
async function ownLink(member: Member, method: string): Promise<{ begun: BeginResult; link: string }> {
  await fillCart(harness.shop, { member })
  const begun = await begin(harness.shop)
  const { craftgatePayLink } = await harness.shop.ask<{ craftgatePayLink: string }>(
    `mutation ($reference: String!) { craftgatePayLink(reference: $reference) }`,
    { reference: begun.reference },
  )
  return { begun, link: `${craftgatePayLink}&method=${method}` }
}

/** What the form of a page at the shop's address sends. */
const send = (link: string, fields: Record<string, string>) => {
  const { origin } = new URL(link)
  const body = new URLSearchParams(fields)
  return fetch(link, { method: 'POST', body, headers: { origin }, redirect: 'manual' })
}

/** The page that the button of a link opens: what fetches a link without a person's browser gets that button first. */
const open = async (link: string): Promise<string> => (await fetch(link, { method: 'POST' })).text()

/** The first choice that a page offers in a field. */
const firstOf = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? ''

const calls = (path: string) =>
  harness.sandbox.control.requests().filter(({ path: at, method }) => method === 'POST' && at.endsWith(path))

test('a member types a card, verifies it, lets it be stored, and pays his next order by one click', async () => {
  const member = await addMember(harness.shop)
  const first = await ownLink(member, 'CARD')
  const page = await open(first.link)
  expect(page).toContain('autocomplete="cc-number"')
  const { cardHolderName: holder, cardNumber: number, cvc } = testCards.success
  const installment = firstOf(page, /name="installment" value="([^"]+)"/)
  const typed = { holder, number, expiry: '11/44', cvc, installment, save: 'yes' }
  const html = await (await send(first.link, typed)).text()
  const shopper = new Shopper()
  await shopper.openHtml(html, harness.sandbox.url)
  expect(await shopper.answerBank('ok')).toMatchObject({ outcome: 'returned' })
  expect(await harness.orderOf(first.begun)).toMatchObject({
    state: 'PaymentSettled',
    payments: [{ state: 'Settled' }],
  })

  const next = await ownLink(member, 'STORED_CARD')
  const offered = await open(next.link)
  const card = firstOf(offered, /<option value="([^"]+)"/)
  expect((await send(next.link, { 'stored-card': card })).status).toBe(303)
  expect(await harness.orderOf(next.begun)).toMatchObject({ state: 'PaymentSettled' })
  expect(calls('/card-payments')).toHaveLength(1)
  expect(calls('/3ds-init')).toHaveLength(1)
})

test('a declined card leaves the order open, and another pays it', async () => {
  const member = await addMember(harness.shop)
  const { begun, link } = await ownLink(member, 'CARD')
  const typed = { holder: 'Ayşe Yılmaz', expiry: '11/44', cvc: '000' }
  const installment = firstOf(await open(link), /name="installment" value="([^"]+)"/)
  const { cardNumber: bad } = testCards.threeDSInitError
  const declined = await (await send(link, { ...typed, installment, number: bad })).text()
  expect(declined).toContain('autocomplete="cc-number"')
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'ArrangingPayment' })
  const { cardNumber: number } = testCards.success
  const shopper = new Shopper()
  await shopper.openHtml(
    await (await send(link, { ...typed, installment, number })).text(),
    harness.sandbox.url,
  )
  await shopper.answerBank('ok')
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'PaymentSettled' })
})
