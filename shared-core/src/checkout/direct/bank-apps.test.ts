// Apps of banks that core starts by API, over the real wire against the emulator.
import { answerAt, DirectShop, locationOf } from '../../testing/direct-shop'

let shop: DirectShop

const RETURN = 'https://shop.example.com/return?order=o1&outcome='

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

/** Where Craftgate's page, which we only show, sends the shopper. */
async function leadsTo(response: Response): Promise<string> {
  const location = locationOf(response)
  if (location) return location
  expect(response.headers.get('content-security-policy')).toMatch(/^sandbox /)
  return /https?:\/\/[^"'<>\s]+\/apm\/[^"'<>\s]+/.exec(await response.text())?.[0] ?? ''
}

const METHODS = ['YKB_WORLD_PAY', 'GARANTI_PAY', 'JUZDAN'] as const

test.each(METHODS)('%s: the shopper pays in the app, comes back and the order is paid', async (method) => {
  const page = await leadsTo(await shop.open(await shop.linkBy(method)))
  const back = await shop.deliver(await answerAt(page, 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(shop.platform.order('o1').payment).toMatchObject({ state: 'captured', facts: { method } })
})

test.each(METHODS)('%s: a refusal is told, and the next opening starts anew', async (method) => {
  const link = await shop.linkBy(method)
  const back = await shop.deliver(await answerAt(await leadsTo(await shop.open(link)), 'declined'))
  expect(locationOf(back)).toBe(`${RETURN}declined`)
  const second = await answerAt(await leadsTo(await shop.open(link)), 'paid')
  expect(locationOf(await shop.deliver(second))).toBe(`${RETURN}captured`)
  expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
})

test.each(METHODS)('%s: paid, and nobody came back: it is found by itself', async (method) => {
  await answerAt(await leadsTo(await shop.open(await shop.linkBy(method))), 'paid')
  await shop.sandbox.control.clock.advance({ minutes: 3 })
  await shop.commerce.reconcile()
  expect(await shop.attempt()).toMatchObject({ state: 'captured', paymentIds: [expect.any(Number)] })
})

test('a payment by Juzdan is known by its reference, also while the reports do not know it', async () => {
  const page = await leadsTo(await shop.open(await shop.linkBy('JUZDAN')))
  const reports = { method: 'GET', path: '/payment-reporting/v1/payments' }
  shop.sandbox.control.faults.add({ match: reports, kind: 'status', status: 500, times: 20 })
  const back = await shop.deliver(await answerAt(page, 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  const asked = shop.sandbox.control
    .requests()
    .filter(({ method, path }) => method === 'GET' && path.includes('/juzdan-payments/'))
  expect(asked).not.toHaveLength(0)
})

test('instalments that the shopper chooses in the app are his own interest', async () => {
  const page = await leadsTo(await shop.open(await shop.linkBy('YKB_WORLD_PAY')))
  await shop.deliver(await answerAt(page, 'paid', { installment: 3 }))
  const { facts } = shop.platform.order('o1').payment ?? {}
  expect(facts).toMatchObject({ installment: 3, price: { minor: 124_990 } })
  expect(facts?.paidPrice.minor).toBeGreaterThan(124_990)
})

test.each(['YKB_WORLD_PAY', 'GARANTI_PAY'] as const)(
  '%s: a callback with a wrong hash asks nothing',
  async (method) => {
    const page = await leadsTo(await shop.open(await shop.linkBy(method)))
    const { url, fields } = await answerAt(page, 'paid')
    const asked = shop.sandbox.control.requests().length
    const forged = await shop.deliver({ url, fields: { ...fields, hash: '0'.repeat(64) } })
    expect(forged.status).toBe(403)
    expect(shop.sandbox.control.requests()).toHaveLength(asked)
  },
)

test('a pre-authorization is opened by the app that has one, and by no other', async () => {
  const sale = { reference: 's1', merchant: 'tr', order: 'o1', phase: 'PRE_AUTH' as const }
  const expected = { minor: 124_990, currency: 'TRY' as const }
  const { payLinkBy } = await shop.commerce.begin({ ...sale, expected })
  expect((await shop.open(payLinkBy('GARANTI_PAY'))).status).toBe(422)
  const page = await leadsTo(await shop.open(payLinkBy('JUZDAN')))
  expect(locationOf(await shop.deliver(await answerAt(page, 'paid')))).toBe(`${RETURN}authorized`)
})
