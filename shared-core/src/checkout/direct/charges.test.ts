// Charges by API without 3D Secure: the call that takes the money is made once for an attempt, whatever becomes of its answer.
import { testCards } from '@craftgate-commerce/sandbox'
import { DirectShop, locationOf } from '../../testing/direct-shop'

let shop: DirectShop
let link: string

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const CARD = {
  holder: 'Ayşe Yılmaz',
  number: testCards.success.cardNumber,
  expiry: '11/44',
  cvc: '000',
  installment: '1-124990',
}

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await shop.reset({ cardEntry: 'server', threeDSecure: 'never' })
  link = await shop.linkBy('CARD')
})

const charges = () => shop.calls('/payment/v1/card-payments')
const paid = () => shop.platform.order('o1').payment
const captured = () => shop.sandbox.control.sums().TRY?.captured
const fail = (
  kind: 'drop-after-commit' | 'drop-before' | 'status' | 'status-after-commit',
  path: RegExp,
  times = 1,
) => shop.sandbox.control.faults.add({ kind, times, match: { path } })
const CHARGE = /\/card-payments$/
const REPORTS = /payment-reporting/
const minutes = (count: number) => shop.sandbox.control.clock.advance({ minutes: count })

test.each(['drop-after-commit', 'status-after-commit'] as const)(
  'its answer is lost (%s), and the money is found while the shopper waits',
  async (kind) => {
    fail(kind, CHARGE)
    expect(locationOf(await shop.send(link, CARD))).toBe(`${RETURN}captured`)
    expect(charges()).toHaveLength(1)
    expect(captured()).toBe('1249.90')
  },
)

test('answer and reports are lost: the shopper is asked to wait, and is told as soon as they answer', async () => {
  fail('drop-after-commit', CHARGE)
  fail('status', REPORTS, 20)
  const waiting = await shop.send(link, CARD)
  const html = await waiting.text()
  expect(html).toContain('Bankanızın cevabı bekleniyor')
  expect(html).toContain('http-equiv="refresh"')
  shop.sandbox.control.faults.clear()
  expect(locationOf(await shop.open(link))).toBe(`${RETURN}captured`)
  expect(charges()).toHaveLength(1)
  expect(captured()).toBe('1249.90')
})

test('nobody waits: the scheduled check finds the money', async () => {
  fail('drop-after-commit', CHARGE)
  fail('status', REPORTS, 20)
  await shop.send(link, CARD)
  shop.sandbox.control.faults.clear()
  await minutes(3)
  await shop.commerce.reconcile()
  expect(paid()).toMatchObject({ state: 'captured' })
})

test('a second click sends nothing while the first charge may be at work', async () => {
  fail('drop-before', CHARGE)
  await shop.send(link, CARD)
  for (const _ of [1, 2, 3])
    expect(await (await shop.send(link, CARD)).text()).toContain('Bankanızın cevabı bekleniyor')
  expect(charges()).toHaveLength(1)
})

test('a charge that surely never happened is followed by another only when the reports missed it twice, apart in time', async () => {
  fail('drop-before', CHARGE)
  await shop.send(link, CARD)
  await minutes(2)
  expect(await (await shop.open(link)).text()).toContain('Bankanızın cevabı bekleniyor')
  await minutes(2)
  expect(await (await shop.open(link)).text()).toContain('Bankanızın cevabı bekleniyor')
  await minutes(2)
  expect(await (await shop.open(link)).text()).toContain('cc-number')
  expect(locationOf(await shop.send(link, CARD))).toBe(`${RETURN}captured`)
  expect(captured()).toBe('1249.90')
})

test('whoever chooses another way meanwhile is told that this one may still be charged', async () => {
  fail('drop-before', CHARGE)
  await shop.send(link, CARD)
  const { payLinkBy } = await shop.commerce.begin({
    ...{ reference: 's1', merchant: 'tr', order: 'o1', expected: { minor: 124_990, currency: 'TRY' } },
  })
  expect(await (await shop.open(payLinkBy('PAPARA'))).text()).toContain('hâlâ açık')
  expect(shop.calls('/apm-payments/init')).toHaveLength(0)
})

test('the order was charged and Craftgate cannot be read just then: nothing is charged again', async () => {
  fail('status', /card-payments\/\d+$/, 20)
  expect(await (await shop.send(link, CARD)).text()).toContain('Bankanızın cevabı bekleniyor')
  shop.sandbox.control.faults.clear()
  expect(locationOf(await shop.open(link))).toBe(`${RETURN}captured`)
  expect(charges()).toHaveLength(1)
})

test('two clicks at once: one charge', async () => {
  const answers = await Promise.all([shop.send(link, CARD), shop.send(link, CARD)])
  expect(answers.map(locationOf)).toEqual([`${RETURN}captured`, `${RETURN}captured`])
  expect(charges()).toHaveLength(1)
})

test('two servers are asked at once: one charge', async () => {
  const other = shop.openShop()
  const body = new URLSearchParams(CARD)
  const headers = { 'accept-language': 'tr', 'sec-fetch-site': 'same-origin' }
  const [first, second] = await Promise.all([
    shop.send(link, CARD),
    other.handle(new Request(link, { method: 'POST', body, headers })),
  ])
  await other.close()
  const texts = [await first.text(), await second.text()]
  expect([first.status, second.status].sort()).not.toContain(500)
  expect(charges()).toHaveLength(1)
  expect(captured()).toBe('1249.90')
  expect(texts.join('')).not.toContain('cc-number')
})

test('a bank that did not decide is asked about before the shopper may try another card', async () => {
  await shop.reset({ cardEntry: 'server', threeDSecure: 'never', retry: false })
  link = await shop.linkBy('CARD')
  shop.sandbox.control.pos.refuse('garanti', 'NO_RESPONSE')
  const asked = () => shop.calls('/payment-reporting/v1/payments').length
  expect(await (await shop.send(link, CARD)).text()).toMatch(/Banka şu anda cevap vermiyor[\s\S]*cc-number/)
  expect(asked()).toBe(1)
  expect((await shop.attempt()).paymentIds).toHaveLength(1)
})

test('a payment that the fraud rules hold is held, and not charged again', async () => {
  shop.sandbox.control.fraud.nextPayment('REVIEW')
  expect(locationOf(await shop.send(link, CARD))).toContain('outcome=review')
  await shop.send(link, CARD)
  expect(charges()).toHaveLength(1)
})

test('what was charged otherwise than asked pays no order and goes back', async () => {
  fail('status', /card-payments\/\d+$/, 20)
  await shop.send(link, CARD)
  shop.sandbox.control.faults.clear()
  const record = await shop.attempt()
  const charge = { ...JSON.parse(record.context.charge ?? '{}'), paidPrice: 120_000 }
  await shop.platform.saveCheckout({
    ...record,
    context: { ...record.context, charge: JSON.stringify(charge) },
  })
  await shop.open(link)
  expect(paid()).toBeUndefined()
  expect((await shop.attempt(1)).note).toContain('paidPrice 1249.90 instead of 1200.00')
  expect(captured()).toBe('1249.90')
  expect(shop.sandbox.control.sums().TRY?.refunded).toBe('1249.90')
})
