// Shopping loans that core starts by API, over the real wire against the emulator.
import { createHmac } from 'node:crypto'
import { type Callback, type Sandbox, Shopper, startSandbox } from '@craftgate-commerce/sandbox'
import { nothingToPay } from './basket'
import type { CraftgateCommerce, SettleResult } from './commerce'
import { createCraftgateCommerce } from './create-craftgate-commerce'
import type { MethodName } from './methods'
import type { CraftgateOptions } from './options'
import type { CheckoutRecord } from './platform'
import { MemoryPlatform } from './testing'
import { harnessOptions, orderOf } from './testing/shop-harness'

let sandbox: Sandbox
let platform: MemoryPlatform
let commerce: CraftgateCommerce
const logged: unknown[] = []

const clock = (): Date => sandbox.control.clock.now()

const BUYER = { 'identity-number': '11111111110', 'birth-date': '1990-01-01', phone: '0555 111 22 33' }
const RETURN = 'https://shop.example.com/return?order=o1&outcome='

function openShop(checkout: CraftgateOptions['checkout'] = {}): CraftgateCommerce {
  const { apiKey, secretKey, webhookKey, callbackKey, url: environment } = sandbox
  const merchants = { tr: { apiKey, secretKey, webhookKey, callbackKey, environment } }
  const log = (message: string, facts?: unknown) => void logged.push(message, facts)
  const logger = { debug: log, info: log, warn: log, error: log }
  const options = { ...harnessOptions, merchants, checkout }
  return createCraftgateCommerce({ options, platform, clock, logger })
}

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.control.reset()
  platform = new MemoryPlatform({ clock })
  platform.addOrder('o1', orderOf(124_990))
  commerce = openShop()
})
afterEach(async () => {
  await commerce.close()
  const log = JSON.stringify(logged.splice(0))
  for (const personal of ['11111111110', '1990-01-01', '5551112233']) expect(log).not.toContain(personal)
})

async function reopenShop(checkout: CraftgateOptions['checkout']): Promise<void> {
  await commerce.close()
  commerce = openShop(checkout)
}

async function linkBy(method: MethodName): Promise<string> {
  const { total: minor, currency } = platform.order('o1').snapshot
  const sale = { reference: 's1', merchant: 'tr', order: 'o1', expected: { minor, currency } }
  return (await commerce.begin(sale)).payLinkBy(method)
}

const open = (link: string): Promise<Response> =>
  commerce.handle(new Request(link, { headers: { 'accept-language': 'tr' } }))

const send = (link: string, fields: Record<string, string>): Promise<Response> =>
  commerce.handle(
    new Request(link, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'accept-language': 'tr', 'sec-fetch-site': 'same-origin' },
    }),
  )

const locationOf = (response: Response): string => response.headers.get('location') ?? ''

/** The shopper at the lender's page, until it sends him back. */
async function answer(response: Response, outcome: 'paid' | 'declined' | 'cancelled'): Promise<Callback> {
  const shopper = new Shopper()
  await shopper.open(locationOf(response))
  const { callback } = await shopper.answerProvider(outcome, { deliver: false })
  if (callback === undefined) throw new Error('The lender did not send the shopper back')
  return callback
}

const deliver = ({ url, fields }: Callback): Promise<Response> =>
  commerce.handle(new Request(url, { method: 'POST', body: new URLSearchParams(fields) }))

/** The sandbox's newest event as Craftgate signs it, under the name that loans have. */
function notification(): Promise<Response> {
  const event = sandbox.control.webhooks.list().at(-1)
  if (event === undefined) throw new Error('Nothing happened that a webhook tells')
  const { eventTimestamp, status, payloadId } = event
  const eventType = 'BNPL_NOTIFICATION'
  const signed = `${eventType}${eventTimestamp}${status}${payloadId}`
  const signature = createHmac('sha256', sandbox.webhookKey).update(signed).digest('base64')
  return commerce.handle(
    new Request(`${harnessOptions.publicUrl}/craftgate/webhook`, {
      method: 'POST',
      body: JSON.stringify({ eventType, eventTimestamp, status, payloadId }),
      headers: { 'content-type': 'application/json', 'x-cg-signature-v1': signature },
    }),
  )
}

async function attempt(): Promise<CheckoutRecord> {
  const record = await platform.findCheckout({ reference: 's1' })
  if (record === undefined) throw new Error('There is no attempt')
  return record
}

const settle = async (): Promise<SettleResult> => commerce.settle(await attempt())

const calls = (path: string) => sandbox.control.requests().filter(({ path: at }) => at.endsWith(path))

test('a lender’s own page asks the shopper everything, and its money pays the order when he comes back', async () => {
  const opened = await open(await linkBy('MASLAK'))
  expect(opened.status).toBe(303)
  expect(await attempt()).toMatchObject({ state: 'open', paymentIds: [expect.any(Number)] })
  const back = await deliver(await answer(opened, 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(platform.order('o1').payment).toMatchObject({ state: 'captured', facts: { method: 'MASLAK' } })
})

test('who the shopper is he says on a page of ours, which shows what is wrong and keeps nothing', async () => {
  const link = await linkBy('HASO')
  const asked = await (await open(link)).text()
  for (const name of Object.keys(BUYER)) expect(asked).toContain(`name="${name}"`)
  const wrong = await send(link, { ...BUYER, 'identity-number': '123' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('1990-01-01')
  expect(calls('/bnpl-payments/init')).toHaveLength(0)
  const back = await deliver(await answer(await send(link, BUYER), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(JSON.stringify(await attempt())).not.toContain('11111111110')
})

test('the months of a loan are chosen from what the lender offers for this sale', async () => {
  const link = await linkBy('PAYCELL')
  const page = await (await open(link)).text()
  const terms = [...page.matchAll(/<option value="(\d+)">([^<]+)/g)].map(([, months, text]) => ({
    months,
    text,
  }))
  expect(terms.length).toBeGreaterThan(1)
  for (const { months, text } of terms) expect(text).toMatch(new RegExp(`^${months} ay × [\\d.]+,\\d\\d TL`))
  const term = terms[0]?.months ?? ''
  const back = await deliver(await answer(await send(link, { ...BUYER, term }), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
})

test.each(['declined', 'cancelled'] as const)(
  'a loan that is %s pays nothing, and the order is open',
  async (outcome) => {
    const back = await deliver(await answer(await open(await linkBy('MASLAK')), outcome))
    expect(locationOf(back)).toBe(`${RETURN}declined`)
    expect(platform.order('o1').payment).toBeUndefined()
  },
)

test('while the shopper stands at the lender’s page the shop awaits nothing', async () => {
  const told: unknown[] = []
  platform.awaitFunds = async (record) => void told.push(record.id)
  await open(await linkBy('MASLAK'))
  expect((await settle()).outcome).toMatchObject({ kind: 'pending' })
  expect((await settle()).outcome).not.toHaveProperty('awaitingFunds')
  expect(told).toEqual([])
})

test('a granted loan is approved by itself, once', async () => {
  await deliver(await answer(await send(await linkBy('HASO'), BUYER), 'paid'))
  await settle()
  expect(await attempt()).toMatchObject({ state: 'captured' })
  expect(calls('/approve')).toHaveLength(1)
})

test('an approval whose answer is lost is asked about, and the order is paid', async () => {
  const link = await linkBy('HASO')
  const callback = await answer(await send(link, BUYER), 'paid')
  sandbox.control.faults.add({ kind: 'drop-after-commit', match: { path: /approve$/ } })
  expect(locationOf(await deliver(callback))).toBe(`${RETURN}captured`)
  expect(calls('/approve')).toHaveLength(1)
})

test('a granted loan of an order that changed is not approved', async () => {
  const callback = await answer(await send(await linkBy('HASO'), BUYER), 'paid')
  platform.order('o1').snapshot = orderOf(99_990)
  expect(locationOf(await deliver(callback))).toBe(`${RETURN}pending`)
  expect(calls('/approve')).toHaveLength(0)
  await expect(commerce.approveLoan(await attempt())).rejects.toMatchObject({ code: 'loan-not-owed' })
  expect(calls('/approve')).toHaveLength(0)
  expect(await attempt()).toMatchObject({ state: 'open', note: expect.stringContaining('waits for') })
})

test('an order that waits for this very loan owes it, though it owes nothing else meanwhile', async () => {
  const { snapshot } = platform.order('o1')
  platform.awaits = async ({ paymentIds }, { paymentId }) => {
    // It takes what it waits for.
    Object.assign(platform.order('o1'), { snapshot })
    return paymentIds.includes(paymentId)
  }
  const callback = await answer(await send(await linkBy('HASO'), BUYER), 'paid')
  platform.order('o1').snapshot = nothingToPay({ number: 'T-1001', currency: 'TRY', locale: 'tr' })
  await deliver(callback)
  expect(await attempt()).toMatchObject({ state: 'captured' })
  expect(calls('/approve')).toHaveLength(1)
})

test('a merchant who approves himself: the order waits, is paid by his approval, and there is nothing to approve twice', async () => {
  await reopenShop({ loanApproval: 'manual' })
  const told: unknown[] = []
  platform.awaitFunds = async (record) => void told.push(record.id)
  const back = await deliver(await answer(await send(await linkBy('HASO'), BUYER), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}pending`)
  const waiting = await attempt()
  expect(waiting).toMatchObject({ state: 'open', note: expect.stringContaining('1249.90 TRY was granted') })
  expect(told).toContain(waiting.id)
  const both = await Promise.allSettled([commerce.approveLoan(waiting), commerce.approveLoan(waiting)])
  expect(both.map(({ status }) => status)).toContain('fulfilled')
  expect(await attempt()).toMatchObject({ state: 'captured' })
  expect(platform.order('o1').payment).toMatchObject({ state: 'captured' })
  await expect(commerce.approveLoan(await attempt())).rejects.toMatchObject({ code: 'no-loan-to-approve' })
})

test('a lender who decides later is awaited, and his notification pays the order', async () => {
  sandbox.control.loans.nextGrant('WAIT_FOR_WEBHOOK')
  const back = await deliver(await answer(await open(await linkBy('MASLAK')), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}pending`)
  expect((await settle()).outcome).toMatchObject({ kind: 'pending', awaitingFunds: true })
  await sandbox.control.clock.advance({ hours: 25 })
  expect((await notification()).status).toBe(200)
  expect(await attempt()).toMatchObject({ state: 'captured' })
})

test('a lender who could not be asked is asked again', async () => {
  sandbox.control.loans.nextGrant('VERIFY_REQUIRED')
  const callback = await answer(await open(await linkBy('MASLAK')), 'paid')
  await deliver(callback)
  expect(await attempt()).toMatchObject({ state: 'captured' })
  expect(calls('/verify').length).toBeGreaterThan(0)
})

test('a callback with a wrong hash asks nothing', async () => {
  const { url, fields } = await answer(await open(await linkBy('MASLAK')), 'paid')
  const asked = sandbox.control.requests().length
  const forged = await deliver({ url, fields: { ...fields, hash: '0'.repeat(64) } })
  expect(forged.status).toBe(403)
  expect(sandbox.control.requests()).toHaveLength(asked)
})

test('money of a loan that was left for another way goes back when the order is paid already', async () => {
  sandbox.control.loans.nextGrant('WAIT_FOR_WEBHOOK')
  await deliver(await answer(await open(await linkBy('MASLAK')), 'paid'))
  const { attempt: left } = await attempt()
  const papara = await send(await linkBy('PAPARA'), { leave: String(left) })
  await deliver(await answer(papara, 'paid'))
  expect(platform.order('o1').payment).toMatchObject({ facts: { method: 'PAPARA' } })
  await sandbox.control.clock.advance({ hours: 25 })
  await notification()
  await commerce.reconcile()
  expect(await platform.findCheckout({ reference: 's1', attempt: left })).toMatchObject({ state: 'refunded' })
})
