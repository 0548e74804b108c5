// Masterpass by API on pages of core's, over the real wire against the emulator. What Masterpass's script does in a browser is
// tested in one (test/browser); here its part is played by its server.
import { Shopper } from '@craftgate-commerce/sandbox'
import { amountIn } from '../../messages/amounts'
import { money } from '../../money/index'
import type { CraftgateOptions } from '../../options/options'
import { DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop
let asked: unknown[]

const RETURN = 'https://shop.example.com/return?order=o1&outcome='
const BUYER = { id: 'customer-7', hasAccount: true, phone: '+90 555 111 22 33' }
const HIMSELF = { shopper: 'customer-7' }
const SINGLE = '1-124990'
const BONUS = { 'card-name': 'Bonus kartım', 'card-bin': '520922', installment: SINGLE }

beforeAll(async () => {
  shop = await DirectShop.start('en')
})
afterAll(() => shop.close())
beforeEach(async () => {
  asked = []
  await shop.reset()
  shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: BUYER })
  await reopen()
})

type Merchant = CraftgateOptions['merchants'][string]

const reopen = (
  over: Partial<NonNullable<Merchant['masterpass']>> = {},
  checkout: CraftgateOptions['checkout'] = { threeDSecure: 'never' },
): Promise<void> => {
  const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = shop.sandbox
  const masterpass = {
    ...{ clientId: '34700000', serviceUrl: `${environment}/masterpass` },
    scripts: ['jquery.js', 'mfs-client.js'].map((name) => `${environment}/masterpass/${name}`),
    listToken: async (buyer: unknown) => {
      asked.push(buyer)
      return 'list-token'
    },
    ...over,
  }
  const tr = { apiKey, secretKey, webhookKey, callbackKey, environment, masterpass }
  return shop.reopen({ merchants: { tr }, checkout })
}

interface Settings {
  readonly token?: string
  readonly msisdn?: string
  readonly purchase?: Readonly<Record<string, string>>
  /** What the button says. */
  readonly total?: { readonly tr: string }
}

async function settingsOf(response: Response): Promise<Settings> {
  const [, json = ''] = /id="page">(.+?)<\/script>/.exec(await response.text()) ?? []
  return (JSON.parse(json) as { readonly settings: Settings }).settings
}

/** What Masterpass answers its script. */
async function script(path: string, fields: Record<string, string>) {
  const url = `${shop.sandbox.url}/masterpass/${path}`
  const answer = await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })
  return (await answer.json()) as { responseCode: string; token?: string; url3D?: string }
}

/** The purchase that the page begins, until the script has something to send. */
async function purchase(page: Response) {
  const { purchase: told = {} } = await settingsOf(page)
  const begun = await script('purchase', told)
  if (begun.responseCode !== '5001') return begun
  return script('validate', { token: told.token ?? '', code: '283126' })
}

test('the page asks Masterpass’s script for the cards of the buyer, and nothing is started', async () => {
  const page = await shop.open(await shop.linkBy('MASTERPASS'), HIMSELF)
  const policy = page.headers.get('content-security-policy')
  const { url } = shop.sandbox
  expect(policy).toMatch(`connect-src 'self' ${url};`)
  expect(policy).toMatch(new RegExp(`script-src 'sha256-[^']+' ${url};`))
  expect(await settingsOf(page)).toMatchObject({ msisdn: '905551112233', token: 'list-token' })
  expect(asked).toEqual([{ msisdn: '905551112233', userId: 'customer-7' }])
  expect(await shop.attempt()).toMatchObject({ state: 'created' })
})

test('the script is told the instalments of the card that the buyer points at', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const answer = await shop.send(link, { bin: '520922' }, HIMSELF)
  expect(await answer.json()).toContainEqual({
    code: SINGLE,
    name: { tr: 'tek çekim 1.249,90 TL', en: 'one payment of TRY 1,249.90' },
  })
  expect(await shop.attempt()).toMatchObject({ state: 'created' })
})

test('a purchase that was approved by a code is completed once, and pays the order', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const page = await shop.send(link, BONUS, HIMSELF)
  expect(shop.sandbox.control.payments()).toEqual([])
  const { token = '' } = await purchase(page)
  const paid = await shop.send(link, { 'masterpass-token': token }, HIMSELF)
  expect(locationOf(paid)).toBe(`${RETURN}captured`)
  const { id, paymentIds, context } = await shop.attempt()
  expect(shop.sandbox.control.payments()).toMatchObject([
    { id: paymentIds[0], method: 'MASTERPASS', status: 'SUCCESS', conversationId: id },
  ])
  expect(context.wayOnContent).toBeUndefined()
  expect(shop.platform.order('o1').payment).toMatchObject({ facts: { method: 'MASTERPASS' } })
})

test('instalments are the interest of the buyer, and Masterpass is told what he pays in all', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const options = (await (await shop.send(link, { bin: '520922' }, HIMSELF)).json()) as { code: string }[]
  const installment = options.find(({ code }) => code.startsWith('3-'))?.code ?? ''
  const page = await shop.send(link, { ...BONUS, installment }, HIMSELF)
  const { purchase: told = {}, total } = await settingsOf(page.clone())
  const { token = '' } = await purchase(page)
  await shop.send(link, { 'masterpass-token': token }, HIMSELF)
  const { facts } = shop.platform.order('o1').payment ?? {}
  expect(facts).toMatchObject({ installment: 3, price: { minor: 124_990 } })
  expect(total?.tr).toBe(amountIn(facts?.paidPrice ?? money(0, 'TRY')).tr)
  expect(told).toMatchObject({ amount: String(facts?.paidPrice.minor), installmentCount: '3' })
})

test('with 3D Secure, as without a rule of the shop, the buyer goes to his bank and back, and only then he is charged', async () => {
  await reopen({}, {})
  const link = await shop.linkBy('MASTERPASS')
  const { responseCode, url3D = '' } = await purchase(await shop.send(link, BONUS, HIMSELF))
  expect(responseCode).toBe('5010')
  const toBank = await shop.send(link, { 'bank-address': url3D }, HIMSELF)
  expect(locationOf(toBank)).toMatch(`${url3D}&returnUrl=`)
  expect(await (await shop.open(link, HIMSELF)).text()).toMatch(/name="go"[\s\S]*name="leave" value="1"/)
  expect(locationOf(await shop.send(link, { go: 'bank' }, HIMSELF))).toBe(locationOf(toBank))
  const shopper = new Shopper()
  await shopper.open(locationOf(toBank))
  const { callback } = await shopper.answerBank('ok', { deliver: false })
  if (callback === undefined) throw new Error('The bank did not send the shopper back')
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
  expect(shop.calls('/masterpass-payments/3ds-complete')).toHaveLength(1)
})

test.each([
  'https://evil.test/3ds?token=x',
  'https://ui.masterpassturkiye.com.evil.test/x',
  'http://ui.masterpassturkiye.com/x',
  'javascript:alert(1)',
])('nobody is sent to %s', async (address) => {
  const link = await shop.linkBy('MASTERPASS')
  await shop.send(link, BONUS, HIMSELF)
  const page = await shop.send(link, { 'bank-address': address }, HIMSELF)
  expect([page.status, locationOf(page)]).toEqual([422, ''])
  expect(shop.calls('/3ds-init')).toEqual([])
})

test('a bank’s decline is said, and the next card is the next attempt', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const stolen = { 'card-name': 'Boş kartım', 'card-bin': '510152', installment: SINGLE }
  const { token = '' } = await purchase(await shop.send(link, stolen, HIMSELF))
  const declined = await shop.send(link, { 'masterpass-token': token }, HIMSELF)
  expect([declined.status, await declined.text()]).toEqual([422, expect.stringMatching('was not approved')])
  expect(shop.platform.order('o1').declines).toHaveLength(1)
  const again = await purchase(await shop.send(link, BONUS, HIMSELF))
  await shop.send(link, { 'masterpass-token': again.token ?? '' }, HIMSELF)
  expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'captured' })
})

test('a completion that was not answered is asked about and never sent again', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const { token = '' } = await purchase(await shop.send(link, BONUS, HIMSELF))
  const match = { path: '/payment/v2/masterpass-payments/complete' }
  shop.sandbox.control.faults.add({ match, kind: 'drop-after-commit' })
  expect(locationOf(await shop.send(link, { 'masterpass-token': token }, HIMSELF))).toBe(`${RETURN}captured`)
  expect(shop.calls('/masterpass-payments/complete')).toHaveLength(1)
})

describe('a completion without an answer', () => {
  const COMPLETE = { path: '/payment/v2/masterpass-payments/complete' }
  const PAYMENT = { path: /card-payments\/\d+$/ }
  const minutes = (count: number) => shop.sandbox.control.clock.advance({ minutes: count })
  const approved = async (link: string) => {
    const { token = '' } = await purchase(await shop.send(link, BONUS, HIMSELF))
    return { 'masterpass-token': token }
  }

  test('is waited for while Craftgate cannot be asked, by whoever sends it again or leaves it', async () => {
    const link = await shop.linkBy('MASTERPASS')
    const approval = await approved(link)
    shop.sandbox.control.faults.add({ match: COMPLETE, kind: 'drop-after-commit' })
    shop.sandbox.control.faults.add({ match: PAYMENT, kind: 'status', times: 20 })
    expect(await (await shop.send(link, approval, HIMSELF)).text()).toMatch('Waiting for your bank')
    shop.sandbox.control.faults.clear()
    expect(locationOf(await shop.send(link, { leave: '1' }, HIMSELF))).toBe(`${RETURN}captured`)
    expect(shop.calls('/masterpass-payments/complete')).toHaveLength(1)
  })

  test('is followed by another attempt only when the reports missed it twice, apart in time', async () => {
    const link = await shop.linkBy('MASTERPASS')
    const approval = await approved(link)
    shop.sandbox.control.faults.add({ match: COMPLETE, kind: 'drop-before' })
    for (const fields of [approval, approval, { leave: '1' }]) {
      expect(await (await shop.send(link, fields, HIMSELF)).text()).toMatch('Waiting for your bank')
      await minutes(2)
    }
    expect(await settingsOf(await shop.open(link, HIMSELF))).toMatchObject({ token: 'list-token' })
    expect(shop.calls('/masterpass-payments/complete')).toHaveLength(1)
    expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'created' })
  })
})

test('a token that Masterpass did not make completes nothing, and the page is there again', async () => {
  const link = await shop.linkBy('MASTERPASS')
  await shop.send(link, BONUS, HIMSELF)
  const page = await shop.send(link, { 'masterpass-token': 'made-up' }, HIMSELF)
  expect([page.status, shop.sandbox.control.payments()]).toEqual([422, []])
  const { token = '' } = await purchase(page)
  expect(locationOf(await shop.send(link, { 'masterpass-token': token }, HIMSELF))).toBe(`${RETURN}captured`)
})

test('the page of the purchase is there again for its buyer, and another card may be chosen', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const first = await settingsOf(await shop.send(link, BONUS, HIMSELF))
  expect(await settingsOf(await shop.open(link, HIMSELF))).toEqual(first)
  expect(await settingsOf(await shop.send(link, { leave: '1' }, HIMSELF))).toMatchObject({
    token: 'list-token',
  })
  expect(await shop.attempt()).toMatchObject({ attempt: 2, state: 'created' })
})

test('neither phone nor a token is kept after the end, or logged', async () => {
  const link = await shop.linkBy('MASTERPASS')
  const { token = '' } = await purchase(await shop.send(link, BONUS, HIMSELF))
  await shop.send(link, { 'masterpass-token': token }, HIMSELF)
  const kept = JSON.stringify([await shop.attempt(), shop.logged])
  for (const secret of ['5551112233', token, 'list-token']) expect(kept).not.toMatch(secret)
})

test('a pre-authorization is made by API too', async () => {
  const link = await shop.linkBy('MASTERPASS', { phase: 'PRE_AUTH' })
  const { token = '' } = await purchase(await shop.send(link, BONUS, HIMSELF))
  expect(locationOf(await shop.send(link, { 'masterpass-token': token }, HIMSELF))).toBe(
    `${RETURN}authorized`,
  )
})

describe('the payment page with Masterpass alone serves', () => {
  const isPage = async (link: string, client?: typeof HIMSELF | { shopper: string }) =>
    expect(locationOf(await shop.open(link, client))).toMatch('/checkout/')

  test('whoever is not the buyer: cards of an account are shown to nobody else', async () => {
    await isPage(await shop.linkBy('MASTERPASS'))
    await isPage(await shop.linkBy('MASTERPASS', { reference: 's2' }), { shopper: 'customer-8' })
  })

  test('whoever asks for it, and whoever has no Turkish mobile', async () => {
    await isPage(`${await shop.linkBy('MASTERPASS')}&on=page`, HIMSELF)
    shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: { ...BUYER, phone: '+49 151 1234567' } })
    await isPage(await shop.linkBy('MASTERPASS', { reference: 's2' }), HIMSELF)
  })

  test.each(['0404', '0423'])('an account that must be created or unlocked first (…%s)', async (end) => {
    shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: { ...BUYER, phone: `+90555111${end}` } })
    await isPage(await shop.linkBy('MASTERPASS'), HIMSELF)
    expect(asked).toEqual([])
  })

  test('a shop whose own token cannot be had now, and the log says so', async () => {
    await reopen({ listToken: () => Promise.reject(new Error('Masterpass is away')) })
    await isPage(await shop.linkBy('MASTERPASS'), HIMSELF)
    expect(JSON.stringify(shop.logged)).toMatch('script of a provider could not be made')
  })

  test('a stranger who opens the link while the buyer is at his purchase: nothing of it is shown', async () => {
    const link = await shop.linkBy('MASTERPASS')
    await shop.send(link, BONUS, HIMSELF)
    await isPage(link)
    expect(await shop.attempt(1)).toMatchObject({ state: 'expired' })
  })
})

test.each([undefined, '+49 151 23456789'])(
  'a buyer whose phone is no Turkish mobile (%s) is told so, instead of an empty payment page',
  async (phone) => {
    await shop.reset()
    shop.platform.order('o1').snapshot = orderOf(124_990, { buyer: { ...BUYER, phone } })
    const page = await shop.open(await shop.linkBy('MASTERPASS'), HIMSELF)
    expect([page.status, page.headers.get('location')]).toEqual([422, null])
    expect(shop.calls('/init')).toEqual([])
  },
)
