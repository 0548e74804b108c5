// Ways to pay that core starts by API, over the real wire against the emulator: the shopper never sees the hosted page.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { answerAt, atProvider, DirectShop, locationOf } from '../../testing/direct-shop'
import { harnessOptions, orderOf } from '../../testing/shop-harness'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start('en')
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())
afterEach(() => {
  const log = JSON.stringify(shop.logged)
  for (const secret of [CARD, shop.sandbox.callbackKey, '283126']) expect(log).not.toContain(secret)
})

const CARD = '6036819041742253'
const RETURN = 'https://shop.example.com/return?order=o1&outcome='

const answer = (response: Response, outcome: 'paid' | 'declined' | 'cancelled') =>
  answerAt(locationOf(response), outcome)

describe('a wallet', () => {
  test('is started by the link that names it, and pays the order when the shopper comes back', async () => {
    const opened = await shop.open(await shop.linkBy('PAPARA'))
    expect(opened.status).toBe(303)
    expect(locationOf(opened)).toMatch(`${shop.sandbox.url}/apm/`)
    const started = await shop.attempt()
    expect(started).toMatchObject({
      state: 'open',
      paymentIds: [expect.any(Number)],
      pageUrl: locationOf(opened),
    })
    expect(started.token).toBeUndefined()
    const back = await shop.deliver(await answer(opened, 'paid'))
    expect(locationOf(back)).toBe(`${RETURN}captured`)
    expect(shop.platform.order('o1').payment).toMatchObject({
      id: started.paymentIds[0],
      state: 'captured',
      facts: { method: 'PAPARA', conversationId: started.id, externalId: started.id },
    })
  })

  test('is found by its webhook when the callback is lost', async () => {
    await answer(await shop.open(await shop.linkBy('PAPARA')), 'paid')
    expect((await shop.notify()).status).toBe(200)
    expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  })

  test('is found by itself when nothing comes at all', async () => {
    await answer(await shop.open(await shop.linkBy('PAPARA')), 'paid')
    await shop.sandbox.control.clock.advance({ minutes: 3 })
    await shop.commerce.reconcile()
    expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  })

  test('that is opened again leads to the same page, and to the shop once it is paid', async () => {
    const link = await shop.linkBy('PAPARA')
    const first = await shop.open(link)
    expect(locationOf(await shop.open(link))).toBe(locationOf(first))
    await answer(first, 'paid')
    expect(locationOf(await shop.open(link))).toBe(`${RETURN}captured`)
    expect(shop.calls('/apm-payments/init')).toHaveLength(1)
  })

  test.each(['declined', 'cancelled'] as const)(
    'that is %s is over: the next opening starts anew',
    async (outcome) => {
      const link = await shop.linkBy('PAPARA')
      const first = await shop.open(link)
      expect(locationOf(await shop.deliver(await answer(first, outcome)))).toBe(`${RETURN}declined`)
      expect(shop.platform.order('o1').declines).toEqual((await shop.attempt()).paymentIds)
      expect(await shop.attempt()).toMatchObject({
        state: 'expired',
        note: expect.stringMatching('APM_ERROR'),
      })
      const second = await shop.open(link)
      expect(locationOf(second)).not.toBe(locationOf(first))
      await shop.deliver(await answer(second, 'paid'))
      expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
    },
  )

  test('of the shop’s own entry needs no name in the link', async () => {
    const link = await shop.linkBy(undefined, { method: 'PAPARA' })
    expect(locationOf(await shop.open(link))).toMatch('/apm/')
    expect(await shop.attempt()).toMatchObject({ context: { payBy: 'PAPARA', openedBy: 'PAPARA' } })
  })

  test('is the only one of a shop whose options say so, unless the link names another', async () => {
    await shop.reopen({ checkout: { method: 'PAPARA' } })
    expect(locationOf(await shop.open(await shop.linkBy()))).toMatch('/apm/')
    expect(await (await shop.open(await shop.linkBy('EDENRED'))).text()).toMatch('is still open')
  })

  test('that the entry no longer names is forgotten', async () => {
    await shop.begin({ method: 'PAPARA' })
    expect(locationOf(await shop.open(await shop.linkBy()))).not.toMatch('/apm/')
  })

  test('waits at its page without a promise: the shop hears of no awaited funds', async () => {
    const told: unknown[] = []
    shop.platform.awaitFunds = async (record) => void told.push(record.id)
    await shop.open(await shop.linkBy('PAPARA'))
    await shop.commerce.settle(await shop.attempt())
    expect(told).toEqual([])
  })
})

describe('a callback', () => {
  test('with a wrong hash asks nothing, and the money is found all the same', async () => {
    const callback = await answer(await shop.open(await shop.linkBy('PAPARA')), 'paid')
    const asked = shop.sandbox.control.requests().length
    const refused = await shop.deliver({ ...callback, fields: { ...callback.fields, status: 'FAILURE' } })
    expect(refused.status).toBe(403)
    expect(shop.sandbox.control.requests()).toHaveLength(asked)
    await shop.notify()
    expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  })

  test('is only a notification where no callback key is configured', async () => {
    const { apiKey, secretKey, webhookKey, url: environment } = shop.sandbox
    await shop.reopen({ merchants: { tr: { apiKey, secretKey, webhookKey, environment } } })
    const { url } = await answer(await shop.open(await shop.linkBy('PAPARA')), 'paid')
    expect(locationOf(await shop.deliver({ url, fields: { status: 'FAILURE' } }))).toBe(`${RETURN}captured`)
  })

  test.each(['0-s1', 's1', '7-s1', '1-', '1-%00', '1-s1/more'])('at %s is nobody’s', async (name) => {
    await shop.begin()
    const url = `${harnessOptions.publicUrl}/craftgate/callback/${name}`
    expect((await shop.deliver({ url, fields: {} })).status).toBe(404)
  })

  test('asks the shop for its attempt by nothing but what the port names', async () => {
    const asked = jest.spyOn(shop.platform, 'findCheckout')
    await shop.begin()
    asked.mockClear()
    await shop.deliver({ url: `${harnessOptions.publicUrl}/craftgate/callback/2-a%2Fb`, fields: {} })
    expect(asked.mock.calls).toEqual([[{ reference: 'a/b', attempt: 2 }]])
  })

  test('is a POST', async () => {
    await shop.begin()
    const url = `${harnessOptions.publicUrl}/craftgate/callback/1-s1`
    expect((await shop.open(url)).status).toBe(405)
  })
})

describe('a way to pay that the link may not name', () => {
  test.each([
    ['is none', 'NOT_A_METHOD', {}],
    ['is a word of JavaScript', 'constructor', {}],
    ['has no start yet', 'CASH_ON_DELIVERY', {}],
    ['does not take the currency', 'BKM_EXPRESS', { currency: 'EUR' }],
    ['is not among those that the shop names', 'PAPARA', { enabledPaymentMethods: ['CARD'] }],
  ] as const)('%s: a page says so and leads on without it', async (_, method, over) => {
    shop.platform.order('o1').snapshot = orderOf(124_990, over)
    const link = await shop.linkBy()
    const page = await shop.open(`${link}&method=${method}`)
    const html = await page.text()
    expect([page.status, shop.sandbox.control.payments()]).toEqual([422, []])
    expect(html).toMatch(/cannot pay this order/)
    const [, href = ''] = /<a href="([^"]+)"/.exec(html) ?? []
    expect(new URL(href.replaceAll('&amp;', '&'), link).href).toBe(link)
    expect((await shop.attempt()).state).toBe('created')
  })

  test('takes no pre-authorization', async () => {
    const page = await shop.open(await shop.linkBy('PAPARA', { phase: 'PRE_AUTH' }))
    expect(page.status).toBe(422)
  })

  test('is said in Turkish too', async () => {
    const page = await shop.commerce.handle(new Request(`${await shop.linkBy()}&method=NOT_A_METHOD`))
    expect(await page.text()).toMatch('başka bir ödeme yöntemi')
  })
})

test('a way without a start of its own opens the hosted page with it alone', async () => {
  const shopper = await atProvider(await shop.open(await shop.linkBy('CARD')))
  expect(shopper.methods).toEqual(['CARD'])
  const { callback } = await shopper.pay({ card: testCards.success, deliver: false })
  if (callback) await shop.deliver(callback)
  expect(await shop.attempt()).toMatchObject({ state: 'captured', attempt: 1, context: { openedBy: 'CARD' } })
})

describe('another way is chosen', () => {
  test('instead of the hosted page: its token dies', async () => {
    const page = await shop.open(await shop.linkBy())
    const wallet = await shop.open(await shop.linkBy('PAPARA'))
    expect(locationOf(wallet)).toMatch('/apm/')
    expect(await shop.attempt(1)).toMatchObject({ state: 'expired' })
    const late = await atProvider(page)
    expect((await late.pay({ card: testCards.success, deliver: false })).outcome).toBe('expired')
  })

  test('instead of a wallet that cannot be closed: the shopper is told first, and then it is left', async () => {
    const wallet = await shop.open(await shop.linkBy('PAPARA'))
    const { payLink } = await shop.begin()
    const told = await shop.open(payLink)
    expect(told.status).toBe(200)
    expect(await told.text()).toMatch(/Your payment by Papara is still open[\s\S]*name="leave" value="1"/)
    expect(await shop.attempt()).toMatchObject({ attempt: 1, state: 'open' })
    const page = await shop.send(payLink, { leave: '1' })
    expect(locationOf(page)).toMatch('/checkout/')
    expect(await shop.attempt(1)).toMatchObject({
      state: 'expired',
      note: expect.stringMatching('PAPARA cannot be closed'),
    })
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'open' })
    await shop.deliver(await answer(wallet, 'paid'))
    expect(await shop.attempt(1)).toMatchObject({ state: 'captured' })
    expect(shop.platform.order('o1').payment?.facts.method).toBe('PAPARA')
  })

  test('and pays: what comes late of the one that was left goes back', async () => {
    const wallet = await shop.open(await shop.linkBy('PAPARA'))
    const { payLink } = await shop.begin()
    const page = await shop.send(payLink, { leave: '1' })
    const { callback } = await (await atProvider(page)).pay({ card: testCards.success, deliver: false })
    if (callback) await shop.deliver(callback)
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
    await answer(wallet, 'paid')
    await shop.notify()
    const left = await shop.attempt(1)
    expect(left).toMatchObject({ state: 'refunded' })
    expect(shop.sandbox.control.refunds()).toMatchObject([
      { paymentId: left.paymentIds[0], status: 'SUCCESS' },
    ])
  })

  test('and pays: what comes late without a webhook is found by a check', async () => {
    const wallet = await shop.open(await shop.linkBy('PAPARA'))
    const page = await shop.send((await shop.begin()).payLink, { leave: '1' })
    const { callback } = await (await atProvider(page)).pay({ card: testCards.success, deliver: false })
    if (callback) await shop.deliver(callback)
    await answer(wallet, 'paid')
    await shop.sandbox.control.clock.advance({ minutes: 61 })
    await shop.commerce.reconcile()
    expect(await shop.attempt(1)).toMatchObject({ state: 'refunded' })
  })

  test('when the earlier one was paid meanwhile: the shopper goes back to the shop', async () => {
    await answer(await shop.open(await shop.linkBy('PAPARA')), 'paid')
    expect(locationOf(await shop.open(await shop.linkBy()))).toBe(`${RETURN}captured`)
    expect((await shop.attempt()).attempt).toBe(1)
  })

  test('the word of another attempt leaves nothing', async () => {
    await shop.open(await shop.linkBy('PAPARA'))
    expect((await shop.send((await shop.begin()).payLink, { leave: '2' })).status).toBe(200)
    expect(await shop.attempt()).toMatchObject({ attempt: 1, state: 'open' })
  })

  test('the shop closes the attempt itself: it is left, and late money of a gone order goes back', async () => {
    const wallet = await shop.open(await shop.linkBy('PAPARA'))
    const { outcome, record } = await shop.commerce.expire(await shop.attempt())
    expect([outcome.kind, record.state]).toEqual(['expired', 'expired'])
    shop.platform.order('o1').cancelled = true
    await shop.deliver(await answer(wallet, 'paid'))
    expect(await shop.attempt()).toMatchObject({ state: 'refunded' })
  })
})

describe('an opening', () => {
  const INIT = { path: '/payment/v1/apm-payments/init' }

  test('whose answer was lost is asked for by the attempt’s id: nobody was led on, so the next is the next attempt', async () => {
    shop.sandbox.control.faults.add({ match: INIT, kind: 'drop-after-commit' })
    const link = await shop.linkBy('PAPARA')
    expect((await shop.open(link)).status).toBe(503)
    const [lost] = shop.sandbox.control.payments()
    expect(await shop.attempt()).toMatchObject({ state: 'open', paymentIds: [] })
    expect(locationOf(await shop.open(link))).toMatch('/apm/')
    expect(await shop.attempt(1)).toMatchObject({ state: 'expired', paymentIds: [lost?.id] })
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'open' })
    expect(shop.sandbox.control.payments()).toHaveLength(2)
  })

  test('whose answer was lost, and whose money came all the same, is found by itself', async () => {
    shop.sandbox.control.faults.add({ match: INIT, kind: 'drop-after-commit' })
    await shop.open(await shop.linkBy('PAPARA'))
    const [lost] = shop.sandbox.control.payments()
    shop.sandbox.control.payments.decide(Number(lost?.id), 'SUCCESS')
    await shop.sandbox.control.clock.advance({ minutes: 3 })
    await shop.commerce.reconcile()
    expect(await shop.attempt()).toMatchObject({ state: 'captured', paymentIds: [lost?.id] })
  })

  test('that failed there leaves nothing behind but its attempt', async () => {
    shop.sandbox.control.faults.add({ match: INIT, kind: 'status', status: 500 })
    const link = await shop.linkBy('PAPARA')
    expect((await shop.open(link)).status).toBe(503)
    expect(locationOf(await shop.open(link))).toMatch('/apm/')
    expect(await shop.attempt(1)).toMatchObject({ state: 'expired', paymentIds: [] })
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'open' })
  })

  test('that Craftgate refuses leads to the other ways', async () => {
    shop.platform.order('o1').snapshot = orderOf(124_990, { currency: 'EUR' })
    const page = await shop.open(await shop.linkBy('PAPARA'))
    expect([page.status, await page.text()]).toEqual([
      422,
      expect.stringMatching('Papara cannot pay this order'),
    ])
    expect(await shop.attempt()).toMatchObject({ state: 'expired', note: expect.stringMatching('PAPARA') })
  })

  test('by many at once starts one payment', async () => {
    const link = await shop.linkBy('PAPARA')
    const all = await Promise.all([shop.open(link), shop.open(link), shop.open(link)])
    expect(new Set(all.map(locationOf)).size).toBe(1)
    expect(shop.sandbox.control.payments()).toHaveLength(1)
  })

  test('on two servers at once starts one payment', async () => {
    const other = shop.openShop()
    const link = await shop.linkBy('PAPARA')
    const all = await Promise.all([shop.open(link), other.handle(new Request(link)), shop.open(link)])
    await other.close()
    expect(shop.sandbox.control.payments().length - shop.platform.checkouts.all().length).toBe(0)
    expect(all.map(({ status }) => status).filter((status) => status === 303).length).toBeGreaterThan(0)
  })
})

describe('a meal card', () => {
  test('asks who the shopper is, then for the code, and is paid', async () => {
    const link = await shop.linkBy('EDENRED')
    const ask = await shop.open(link)
    expect([ask.status, await ask.text()]).toEqual([200, expect.stringMatching(/name="card-number"/)])
    expect(shop.sandbox.control.payments()).toEqual([])
    const code = await shop.send(link, { 'card-number': '6036 8190 4174 2253' })
    expect([code.status, await code.text()]).toEqual([200, expect.stringMatching(/name="code"/)])
    expect(await shop.attempt()).toMatchObject({ state: 'open', paymentIds: [expect.any(Number)] })
    expect(JSON.stringify(await shop.attempt())).not.toContain(CARD)
    expect(locationOf(await shop.send(link, { code: '283126' }))).toBe(`${RETURN}captured`)
    expect(shop.platform.order('o1').payment?.facts.method).toBe('EDENRED')
  })

  test('whose code is wrong says so, and may be tried again', async () => {
    const link = await shop.linkBy('EDENRED')
    await shop.send(link, { 'card-number': CARD })
    const again = await shop.send(link, { code: '000000' })
    const html = await again.text()
    expect(again.status).toBe(422)
    expect(html).toMatch(/The code was not accepted[\s\S]*name="card-number"/)
    expect(await shop.attempt()).toMatchObject({ state: 'expired' })
    await shop.send(link, { 'card-number': CARD })
    expect(locationOf(await shop.send(link, { code: '283126' }))).toBe(`${RETURN}captured`)
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
  })

  test('shows the code page again to who comes back to it', async () => {
    const link = await shop.linkBy('EDENRED')
    await shop.send(link, { 'card-number': CARD })
    expect(await (await shop.open(link)).text()).toMatch(/name="code"/)
    expect(shop.sandbox.control.payments()).toHaveLength(1)
  })

  test('whose number cannot be one is not sent', async () => {
    const page = await shop.send(await shop.linkBy('EDENRED'), { 'card-number': '1234' })
    expect([page.status, await page.text()]).toEqual([422, expect.stringMatching('check what you entered')])
    expect(shop.calls('/init')).toEqual([])
  })

  test('whose code cannot be one is not sent', async () => {
    const link = await shop.linkBy('EDENRED')
    await shop.send(link, { 'card-number': CARD })
    expect((await shop.send(link, { code: '<b>' })).status).toBe(422)
    expect(shop.calls('/complete')).toEqual([])
  })

  test('whose completion was not answered is asked about and never sent again', async () => {
    const link = await shop.linkBy('EDENRED')
    await shop.send(link, { 'card-number': CARD })
    const match = { path: '/payment/v1/apm-payments/complete' }
    shop.sandbox.control.faults.add({ match, kind: 'drop-after-commit' })
    expect(locationOf(await shop.send(link, { code: '283126' }))).toBe(`${RETURN}captured`)
    expect(shop.calls('/complete')).toHaveLength(1)
  })

  test('whose completion never arrived waits, and then asks for the code again', async () => {
    const link = await shop.linkBy('EDENRED')
    await shop.send(link, { 'card-number': CARD })
    const match = { path: '/payment/v1/apm-payments/complete' }
    shop.sandbox.control.faults.add({ match, kind: 'drop-before' })
    expect(await (await shop.send(link, { code: '283126' })).text()).toMatch('http-equiv="refresh"')
    expect(await (await shop.open(link)).text()).toMatch(/name="code"/)
    expect(locationOf(await shop.send(link, { code: '283126' }))).toBe(`${RETURN}captured`)
  })

  test('is left without a word: without a code nobody can pay it', async () => {
    await shop.send(await shop.linkBy('EDENRED'), { 'card-number': CARD })
    expect(locationOf(await shop.open(await shop.linkBy('PAPARA')))).toMatch('/apm/')
    expect(await shop.attempt(1)).toMatchObject({ state: 'expired' })
  })

  test('with a code of its own app is asked for both at once', async () => {
    const link = await shop.linkBy('PLUXEE')
    expect(await (await shop.open(link)).text()).toMatch(/name="phone"[\s\S]*name="app-code"/)
    const wrong = await shop.send(link, { phone: '0555 555 55 55', 'app-code': '111111' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringMatching('was not approved')])
    expect(locationOf(await shop.send(link, { phone: '+90 555 555 5555', 'app-code': '843195' }))).toBe(
      `${RETURN}captured`,
    )
  })

  test.each([
    ['IWALLET', { 'card-number': '1111222233334444' }],
    ['SETCARD', { 'card-number': '7599640961180814' }],
    ['PAYCELL_DCB', { phone: '5305289290' }],
  ] as const)('%s too is paid by a code', async (method, who) => {
    const link = await shop.linkBy(method)
    await shop.send(link, who)
    expect(locationOf(await shop.send(link, { code: '283126' }))).toBe(`${RETURN}captured`)
  })
})

describe('a form of ours', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the site', { 'sec-fetch-site': 'same-site' }],
  ])('that %s sends is refused', async (_, headers) => {
    const refused = await shop.send(await shop.linkBy('EDENRED'), { 'card-number': CARD }, {}, headers)
    expect([refused.status, shop.sandbox.control.payments()]).toEqual([403, []])
  })

  test('that the shopper reloads is sent by himself, and taken', async () => {
    const taken = await shop.send(
      await shop.linkBy('EDENRED'),
      { 'card-number': CARD },
      {},
      { 'sec-fetch-site': 'none' },
    )
    expect(taken.status).toBe(200)
  })

  test('of an old browser proves itself by its origin', async () => {
    const link = await shop.linkBy('EDENRED')
    const from = (origin: string) =>
      shop.commerce.handle(
        new Request(link, {
          method: 'POST',
          body: new URLSearchParams({ 'card-number': CARD }),
          headers: { origin },
        }),
      )
    expect((await from('https://evil.example')).status).toBe(403)
    expect((await from(harnessOptions.publicUrl)).status).toBe(200)
  })

  test('stands under what the order costs, at each of its pages', async () => {
    const link = await shop.linkBy('EDENRED')
    expect(await (await shop.open(link)).text()).toMatch('Amount: <b>TRY 1,249.90</b>')
    shop.platform.order('o1').snapshot = orderOf(99_900)
    const next = await shop.send(link, { 'card-number': CARD })
    expect(await next.text()).toMatch(/verification code[\s\S]*Amount: <b>TRY 999.00<\/b>/)
  })

  test('is of a page that loads nothing, is stored nowhere and shown in no frame', async () => {
    const { headers } = await shop.open(await shop.linkBy('EDENRED'))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; .*frame-ancestors 'none'/)
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})

describe('an instant transfer', () => {
  /** The page that Craftgate made, and the bank that its form leads to. */
  async function chooseBank(link: string, bank = '1') {
    const response = await shop.send(link, { bank })
    const html = await response.text()
    const shopper = new Shopper()
    await shopper.openHtml(html, shop.sandbox.url)
    return { response, shopper }
  }

  test('offers the banks, and shows Craftgate’s page in an origin of its own', async () => {
    const link = await shop.linkBy('INSTANT_TRANSFER')
    expect(await (await shop.open(link)).text()).toMatch(/<option value="1">Garanti BBVA<\/option>/)
    const { response } = await chooseBank(link)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^sandbox /)
    expect(policy).not.toMatch('allow-same-origin')
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(await (await shop.open(link)).text()).toMatch('/apm/')
  })

  test('is awaited, and its money comes late', async () => {
    const told: unknown[] = []
    shop.platform.awaitFunds = async (record) => void told.push(record.attempt)
    const { shopper } = await chooseBank(await shop.linkBy('INSTANT_TRANSFER'))
    const { callback } = await shopper.answerProvider('waiting', { deliver: false })
    if (callback) expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}pending`)
    expect(told).toEqual([1])
    expect(await shop.attempt()).toMatchObject({ state: 'open' })
    await shop.sandbox.control.clock.advance({ minutes: 6 })
    await shop.notify()
    expect(await shop.attempt()).toMatchObject({ state: 'captured' })
    expect((await shop.attempt()).context.wayOnContent).toBeUndefined()
  })

  test('that was left for a card is no longer awaited, and goes back when it comes', async () => {
    const told: unknown[] = []
    const { shopper } = await chooseBank(await shop.linkBy('INSTANT_TRANSFER'))
    await shopper.answerProvider('waiting', { deliver: false })
    const page = await shop.send((await shop.begin()).payLink, { leave: '1' })
    shop.platform.awaitFunds = async (record) => void told.push(record.attempt)
    await shop.commerce.settle(await shop.attempt(1))
    const { callback } = await (await atProvider(page)).pay({ card: testCards.success, deliver: false })
    if (callback) await shop.deliver(callback)
    await shop.sandbox.control.clock.advance({ minutes: 6 })
    await shop.notify()
    expect(told).toEqual([])
    expect(await shop.attempt(1)).toMatchObject({ state: 'refunded' })
    expect(await shop.attempt()).toMatchObject({ state: 'captured', attempt: 2 })
  })

  test('that the shop closes while its money is on its way is followed to its end', async () => {
    const { shopper } = await chooseBank(await shop.linkBy('INSTANT_TRANSFER'))
    await shopper.answerProvider('waiting', { deliver: false })
    expect((await shop.commerce.expire(await shop.attempt())).record.state).toBe('open')
  })

  test('of a bank that there is not is asked for again', async () => {
    const page = await shop.send(await shop.linkBy('INSTANT_TRANSFER'), { bank: '99' })
    expect([page.status, await page.text()]).toEqual([422, expect.stringMatching('name="bank"')])
  })
})

test('a QR code is shown until the payment is approved, and then leads back to the shop', async () => {
  shop.platform.order('o1').snapshot = orderOf(124_990, { currency: 'KZT' })
  const link = await shop.linkBy('KASPI')
  const page = await shop.open(link)
  const html = await page.text()
  expect(html).toMatch(/http-equiv="refresh" content="5"[\s\S]*<svg role="img"/)
  expect(page.headers.get('content-security-policy')).toMatch(/form-action 'none'$/)
  const [, scanned = ''] = /<a href="([^"]+)"/.exec(html) ?? []
  const shopper = new Shopper()
  await shopper.open(scanned)
  await shopper.answerProvider('paid', { deliver: false })
  expect(locationOf(await shop.open(link))).toBe(`${RETURN}captured`)
})
