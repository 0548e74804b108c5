// The merchant's panel on a real Vendure server, entered as the dashboard does.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { E2E_DEFAULT_CHANNEL_TOKEN } from '@vendure/testing'
import { parse } from 'node-html-parser'
import { PanelBrowser } from '../../../test/contract/panel-browser'
import { CraftgateShop } from './test/craftgate-shop'

const OTHER = 'other-channel-token'

let shop: CraftgateShop
let panelUrl: string

beforeAll(async () => {
  shop = await CraftgateShop.start()
  panelUrl = `${new URL((await shop.checkout()).payLink).origin}/craftgate/panel`
}, 600_000)
afterAll(() => shop?.close())
beforeEach(() => shop.sandbox.control.reset())

async function linkTo(path?: string): Promise<string> {
  const answer = await shop.shop.manage<{ craftgatePanelLink: string }>(
    'mutation ($path: String) { craftgatePanelLink(path: $path) }',
    { path },
  )
  return answer.craftgatePanelLink
}

async function entered(): Promise<PanelBrowser> {
  const browser = new PanelBrowser(() => panelUrl)
  await browser.enter(await linkTo())
  return browser
}

const rowsOf = (html: string) =>
  parse(html)
    .querySelectorAll('tbody tr')
    .map((row) => row.querySelectorAll('td').map(({ text }) => text))

test('an administrator sees every payment of the channel, with its order’s number and a link to it', async () => {
  const { order, begun } = await shop.bought()
  const browser = await entered()
  const page = await browser.text('/')
  expect(rowsOf(page)[0]?.[0]).toContain(begun.orderCode)
  const link = parse(page).querySelector('tbody a[target=_blank]')?.getAttribute('href')
  expect(link).toBe(`${new URL(panelUrl).origin}/dashboard/orders/${order.id.replace('T_', '')}`)
  for (const search of [begun.orderCode, begun.reference])
    expect(rowsOf(await browser.text(`/?q=${search}`))).toHaveLength(1)
  expect(rowsOf(await browser.text('/?q=NOSUCHCODE'))).toEqual([])
})

test('a payment is found by the card’s last digits, by the e-mail address of its order, and by its day', async () => {
  const { begun } = await shop.bought()
  const { orders } = await shop.shop.manage<{ orders: { items: { customer: { emailAddress: string } }[] } }>(
    `query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items { customer { emailAddress } } } }`,
    { code: begun.orderCode },
  )
  const email = orders.items[0]?.customer.emailAddress ?? ''
  const browser = await entered()
  expect(await browser.text('/?q=0002')).toContain(begun.reference)
  expect(rowsOf(await browser.text('/?q=9999'))).toEqual([])
  const found = await browser.find(email.toUpperCase())
  expect(found.url).not.toMatch(/@|%40/)
  expect(rowsOf(found.text)).toHaveLength(1)
  expect(found.text).toContain(begun.reference)
  expect(rowsOf((await browser.find('nobody@example.com')).text)).toEqual([])
  const today = new Date(Date.now() + 3 * 3_600_000).toISOString().slice(0, 10)
  expect(await browser.text(`/?from=${today}&to=${today}`)).toContain(begun.reference)
  expect(rowsOf(await browser.text('/?to=2020-01-01'))).toEqual([])
})

test('the number of a payment at Craftgate finds it, and its page says how it was paid', async () => {
  const { begun } = await shop.bought()
  const [payment] = shop.sandbox.control.payments()
  const browser = await entered()
  expect(await browser.text(`/?q=${payment?.id}`)).toContain(begun.reference)
  const page = await browser.text(`/payments/${begun.reference}`)
  expect(page).toContain('•••• 0002')
  expect(page).toContain(String(payment?.id))
})

test('today counts what was paid', async () => {
  await shop.bought()
  const before = await turnover()
  await shop.bought()
  expect((await turnover()) / before).toBeGreaterThan(1)
})

/** Of today, in the main unit. */
async function turnover(): Promise<number> {
  const page = parse(await (await entered()).text('/today'))
  const cell = page.querySelector('tbody tr td')?.text ?? ''
  return Number(cell.replace(/[^0-9,]/g, '').replace(',', '.'))
}

test('a purchase that nobody finished has its link to be sent again', async () => {
  const { reference, payLink } = await shop.checkout()
  const page = parse(await (await entered()).text(`/payments/${reference}`))
  expect(page.querySelector('input[readonly]')?.getAttribute('value')).toBe(payLink)
})

test('whose role lost a permission can do no more than it gives now, and who was deleted is out', async () => {
  const { begun } = await shop.bought()
  const code = 'panel-refunds'
  const ofRole = ['ReadCraftgate', 'WriteCraftgate', 'UpdateOrder', 'ReadOrder']
  const { createRole } = await shop.shop.manage<{ createRole: { id: string } }>(
    'mutation ($input: CreateRoleInput!) { createRole(input: $input) { id } }',
    { input: { code, description: code, permissions: ofRole } },
  )
  const emailAddress = 'panel@example.com'
  const staff = { firstName: 'A', lastName: 'B', emailAddress, password: 'test', roleIds: [createRole.id] }
  const { createAdministrator } = await shop.shop.manage<{ createAdministrator: { id: string } }>(
    'mutation ($input: CreateAdministratorInput!) { createAdministrator(input: $input) { id } }',
    { input: staff },
  )
  await shop.shop.admin.asUserWithCredentials(emailAddress, 'test')
  const browser = await entered()
  const refund = `/payments/${begun.reference}/refund`
  await browser.text(refund)
  await shop.shop.admin.asSuperAdmin()
  await shop.shop.manage('mutation ($input: UpdateRoleInput!) { updateRole(input: $input) { id } }', {
    input: { id: createRole.id, permissions: ['ReadCraftgate'] },
  })
  await browser.text('/')
  await expect(browser.text(refund)).rejects.toThrow(/403/)
  await shop.shop.manage('mutation ($id: ID!) { deleteAdministrator(id: $id) { result } }', {
    id: createAdministrator.id,
  })
  await expect(browser.text('/')).rejects.toThrow(/403/)
})

test('another channel’s payments are not there', async () => {
  const { begun } = await shop.bought()
  const input = { code: 'other', token: OTHER, defaultLanguageCode: 'en', pricesIncludeTax: true }
  const zones = { defaultTaxZoneId: 'T_1', defaultShippingZoneId: 'T_1' }
  await shop.shop.manage(
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { __typename } }',
    { input: { ...input, ...zones, defaultCurrencyCode: 'TRY' } },
  )
  shop.shop.admin.setChannelToken(OTHER)
  const browser = new PanelBrowser(() => panelUrl)
  await browser.enter(await linkTo())
  shop.shop.admin.setChannelToken(E2E_DEFAULT_CHANNEL_TOKEN)
  expect(rowsOf(await browser.text('/'))).toEqual([])
  expect(rowsOf(await browser.text('/audit'))).toHaveLength(1)
  await expect(browser.text(`/payments/${begun.reference}`)).rejects.toThrow(/404/)
  expect(await browser.post(`/payments/${begun.reference}/ask`)).toBe('404')
})

test('without a login there is nothing, and a link lets in once', async () => {
  expect((await fetch(panelUrl)).status).toBe(403)
  const link = await linkTo()
  await new PanelBrowser(() => panelUrl).enter(link)
  await expect(new PanelBrowser(() => panelUrl).enter(link)).rejects.toThrow(/403/)
})

test('a refund of the panel is Vendure’s own: the order’s history names the administrator, and a second press does nothing', async () => {
  const { order, begun } = await shop.bought()
  const browser = await entered()
  const path = `/payments/${begun.reference}/refund`
  const form = await browser.form(`${path}?amount=10`)
  expect(await browser.post(path, form)).toContain('done=refunded')
  expect(await browser.post(path, form)).toContain('done=already')
  const { order: told } = await shop.shop.manage<{ order: Told }>(HISTORY, { id: order.id })
  expect(told.payments.flatMap(({ refunds }) => refunds)).toEqual([{ state: 'Settled', total: 1_000 }])
  const refunds = told.history.items.filter(({ type }) => type === 'ORDER_REFUND_TRANSITION')
  expect(refunds.length).toBeGreaterThan(0)
  expect(refunds[0]?.administrator?.emailAddress).toBeTruthy()
})

test('a refund by item names the lines of the order as Vendure does, and a line goes back once', async () => {
  const { order, begun } = await shop.bought()
  const browser = await entered()
  const path = `/payments/${begun.reference}/refund`
  const pieces = parse(await browser.text(path)).querySelector('input[name^=pieces-line]')
  const [name = '', quantity = ''] = ['name', 'max'].map((field) => pieces?.getAttribute(field))
  const chosen = `${path}?${name}=${quantity}`
  const form = await browser.form(chosen)
  expect(await browser.post(path, form)).toContain('done=refunded')
  const refund = { total: Math.round(Number(form.amount) * 100), lines: [{ quantity: Number(quantity) }] }
  const refunds = () =>
    shop.shop
      .manage<{ order: { payments: { refunds: unknown[] }[] } }>(
        `query ($id: ID!) { order(id: $id) { payments { refunds { total lines { quantity } } } } }`,
        { id: order.id },
      )
      .then(({ order: told }) => told.payments.flatMap((payment) => payment.refunds))
  expect(await refunds()).toEqual([refund])
  const { once = '' } = await browser.form(path)
  expect(await browser.post(path, { ...form, once })).toBe('409')
  expect(await refunds()).toEqual([refund])
  expect(await browser.text(path)).toContain('Tamamı iade edildi')
})

test('payments are narrowed by the way they were paid, their account and their amount', async () => {
  const { begun } = await shop.bought()
  const browser = await entered()
  const finds = async (query: string) => (await browser.text(`/?${query}`)).includes(begun.reference)
  expect(await finds('way=CARD&account=main%3Asandbox&least=1&most=1.000.000')).toBe(true)
  for (const query of [
    'way=PAYPAL',
    'account=main%3Alive',
    'least=1.000.000',
    'most=0,01',
    'least=1&currency=USD',
  ])
    expect(await finds(query)).toBe(false)
})

test('the Admin API counts what needs attention in the channel, in the language that is asked for', async () => {
  const counted = async () =>
    (
      await shop.shop.manage<{
        craftgateAttention: { count: number; kinds: { kind: string; title: string }[] }
      }>('query { craftgateAttention(language: tr) { count kinds { kind title count } } }')
    ).craftgateAttention
  expect(await counted()).toEqual({ count: 0, kinds: [] })
  const { begun } = await shop.bought()
  const browser = await entered()
  const path = `/payments/${begun.reference}/refund`
  shop.sandbox.control.refunds.nextStatus('FAILURE')
  await browser.post(path, await browser.form(`${path}?amount=10`))
  await shop.reconcile()
  expect(await counted()).toEqual({
    count: 1,
    kinds: [{ kind: 'refused-refunds', title: 'Yapılamayan iadeler', count: 1 }],
  })
  expect(await browser.post(path, await browser.form(`${path}?amount=10`))).toContain('done=refunded')
  expect(await counted()).toEqual({ count: 0, kinds: [] })
})

test('the Admin API tells whose clock the shop goes by', async () => {
  expect(await shop.shop.manage('query { craftgateTimeZone }')).toEqual({
    craftgateTimeZone: 'Europe/Istanbul',
  })
})

test('the Admin API tells what was declined before an order was paid, as Craftgate knows it', async () => {
  const begun = await shop.checkout()
  const shopper = new Shopper({ clientIp: '85.105.10.20' })
  await shopper.open(begun.payLink)
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.leave()
  await shop.pay(begun.payLink)
  const { payments } = await shop.orderOf(begun)
  const paid = payments.find(({ state }) => state === 'Settled')
  const { craftgateDeclinedPayments: declined } = await shop.shop.manage<{
    craftgateDeclinedPayments: readonly unknown[]
  }>(
    'query ($id: ID!) { craftgateDeclinedPayments(paymentId: $id, language: tr) { at currencyCode card reason code } }',
    { id: paid?.id },
  )
  expect(declined).toEqual([
    {
      at: expect.any(String),
      currencyCode: 'TRY',
      card: expect.stringMatching(/•••• \d{4}$/),
      reason: expect.stringMatching(/bakiye|limit/i),
      code: 'NOT_SUFFICIENT_FUNDS',
    },
  ])
})

interface Told {
  readonly payments: readonly {
    readonly refunds: readonly { readonly state: string; readonly total: number }[]
  }[]
  readonly history: {
    readonly items: readonly {
      readonly type: string
      readonly administrator: { emailAddress: string } | null
    }[]
  }
}

const HISTORY = `query ($id: ID!) { order(id: $id) {
  payments { refunds { state total } }
  history { items { type administrator { emailAddress } } }
} }`
