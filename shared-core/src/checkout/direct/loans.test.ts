// Shopping loans that core starts by API, over the real wire against the emulator.
import { nothingToPay } from '../../basket/index'
import type { CheckoutRecord } from '../../platform'
import { answerAt, DirectShop, locationOf } from '../../testing/direct-shop'
import { orderOf } from '../../testing/shop-harness'

let shop: DirectShop

const BUYER = { 'identity-number': '11111111110', 'birth-date': '1990-01-01', phone: '0555 111 22 33' }
const RETURN = 'https://shop.example.com/return?order=o1&outcome='

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())
afterEach(() => {
  const log = JSON.stringify(shop.logged)
  for (const personal of ['11111111110', '1990-01-01', '5551112233']) expect(log).not.toContain(personal)
})

const answer = (response: Response, outcome: 'paid' | 'declined' | 'cancelled') =>
  answerAt(locationOf(response), outcome)

/** The order's payment, and what it was told to await. */
function awaited(): readonly string[] {
  const told: string[] = []
  shop.platform.awaitFunds = async (record: CheckoutRecord) => void told.push(record.id)
  return told
}

test('a lender’s own page asks the shopper everything, and its money pays the order when he comes back', async () => {
  const opened = await shop.open(await shop.linkBy('MASLAK'))
  expect(opened.status).toBe(303)
  expect(await shop.attempt()).toMatchObject({ state: 'open', paymentIds: [expect.any(Number)] })
  const back = await shop.deliver(await answer(opened, 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(shop.platform.order('o1').payment).toMatchObject({ state: 'captured', facts: { method: 'MASLAK' } })
})

test('who the shopper is he says on a page of ours, which shows what is wrong and keeps nothing', async () => {
  const link = await shop.linkBy('HASO')
  const asked = await (await shop.open(link)).text()
  for (const name of Object.keys(BUYER)) expect(asked).toContain(`name="${name}"`)
  const wrong = await shop.send(link, { ...BUYER, 'identity-number': '123' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).not.toContain('1990-01-01')
  expect(shop.calls('/bnpl-payments/init')).toHaveLength(0)
  const back = await shop.deliver(await answer(await shop.send(link, BUYER), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
  expect(JSON.stringify(await shop.attempt())).not.toContain('11111111110')
})

test('the months of a loan are chosen from what the lender offers for this sale', async () => {
  const link = await shop.linkBy('PAYCELL')
  const page = await (await shop.open(link)).text()
  const terms = [...page.matchAll(/<option value="(\d+)">([^<]+)/g)].map(([, months, text]) => ({
    months,
    text,
  }))
  expect(terms.length).toBeGreaterThan(1)
  for (const { months, text } of terms) expect(text).toMatch(new RegExp(`^${months} ay × [\\d.]+,\\d\\d TL`))
  const term = terms[0]?.months ?? ''
  const back = await shop.deliver(await answer(await shop.send(link, { ...BUYER, term }), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}captured`)
})

test.each(['declined', 'cancelled'] as const)(
  'a loan that is %s pays nothing, and the order is open',
  async (outcome) => {
    const back = await shop.deliver(await answer(await shop.open(await shop.linkBy('MASLAK')), outcome))
    expect(locationOf(back)).toBe(`${RETURN}declined`)
    expect(shop.platform.order('o1').payment).toBeUndefined()
  },
)

test('while the shopper stands at the lender’s page the shop awaits nothing', async () => {
  const told = awaited()
  await shop.open(await shop.linkBy('MASLAK'))
  expect((await shop.settle()).outcome).toMatchObject({ kind: 'pending' })
  expect((await shop.settle()).outcome).not.toHaveProperty('awaitingFunds')
  expect(told).toEqual([])
})

test('a granted loan is approved by itself, once', async () => {
  await shop.deliver(await answer(await shop.send(await shop.linkBy('HASO'), BUYER), 'paid'))
  await shop.settle()
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  expect(shop.calls('/approve')).toHaveLength(1)
})

test('an approval whose answer is lost is asked about, and the order is paid', async () => {
  const link = await shop.linkBy('HASO')
  const callback = await answer(await shop.send(link, BUYER), 'paid')
  shop.sandbox.control.faults.add({ kind: 'drop-after-commit', match: { path: /approve$/ } })
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}captured`)
  expect(shop.calls('/approve')).toHaveLength(1)
})

test('an approval that Craftgate could not take is left to the merchant as well, whose word pays the order', async () => {
  const callback = await answer(await shop.send(await shop.linkBy('HASO'), BUYER), 'paid')
  shop.sandbox.control.faults.add({ kind: 'status', status: 503, times: 9, match: { path: /approve$/ } })
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}pending`)
  const waiting = await shop.attempt()
  expect(waiting).toMatchObject({ state: 'open', note: expect.stringContaining('waits for') })
  shop.sandbox.control.faults.clear()
  expect(await shop.commerce.approveLoan(waiting)).toMatchObject({ record: { state: 'captured' } })
})

test('a granted loan of an order that changed is not approved', async () => {
  const callback = await answer(await shop.send(await shop.linkBy('HASO'), BUYER), 'paid')
  shop.platform.order('o1').snapshot = orderOf(99_990)
  expect(locationOf(await shop.deliver(callback))).toBe(`${RETURN}pending`)
  expect(shop.calls('/approve')).toHaveLength(0)
  await expect(shop.commerce.approveLoan(await shop.attempt())).rejects.toMatchObject({
    code: 'loan-not-owed',
  })
  expect(shop.calls('/approve')).toHaveLength(0)
  expect(await shop.attempt()).toMatchObject({ state: 'open', note: expect.stringContaining('waits for') })
})

test('an order that waits for this very loan owes it, though it owes nothing else meanwhile', async () => {
  const { snapshot } = shop.platform.order('o1')
  shop.platform.awaits = async ({ paymentIds }, { paymentId }) => {
    // It takes what it waits for.
    Object.assign(shop.platform.order('o1'), { snapshot })
    return paymentIds.includes(paymentId)
  }
  const callback = await answer(await shop.send(await shop.linkBy('HASO'), BUYER), 'paid')
  shop.platform.order('o1').snapshot = nothingToPay({ number: 'T-1001', currency: 'TRY', locale: 'tr' })
  await shop.deliver(callback)
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  expect(shop.calls('/approve')).toHaveLength(1)
})

test('a merchant who approves himself: the order waits, is paid by his approval, and there is nothing to approve twice', async () => {
  await shop.reset({ loanApproval: 'manual' })
  const told = awaited()
  const back = await shop.deliver(await answer(await shop.send(await shop.linkBy('HASO'), BUYER), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}pending`)
  const waiting = await shop.attempt()
  expect(waiting).toMatchObject({ state: 'open', note: expect.stringContaining('1249.90 TRY was granted') })
  expect(told).toContain(waiting.id)
  const both = await Promise.allSettled([
    shop.commerce.approveLoan(waiting),
    shop.commerce.approveLoan(waiting),
  ])
  expect(both.map(({ status }) => status)).toContain('fulfilled')
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  expect(shop.platform.order('o1').payment).toMatchObject({ state: 'captured' })
  await expect(shop.commerce.approveLoan(await shop.attempt())).rejects.toMatchObject({
    code: 'no-loan-to-approve',
  })
})

test('a lender who decides later is awaited, and his notification pays the order', async () => {
  shop.sandbox.control.loans.nextGrant('WAIT_FOR_WEBHOOK')
  const back = await shop.deliver(await answer(await shop.open(await shop.linkBy('MASLAK')), 'paid'))
  expect(locationOf(back)).toBe(`${RETURN}pending`)
  expect((await shop.settle()).outcome).toMatchObject({ kind: 'pending', awaitingFunds: true })
  await shop.sandbox.control.clock.advance({ hours: 25 })
  expect((await shop.notify('BNPL_NOTIFICATION')).status).toBe(200)
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
})

test('a lender who could not be asked is asked again', async () => {
  shop.sandbox.control.loans.nextGrant('VERIFY_REQUIRED')
  const callback = await answer(await shop.open(await shop.linkBy('MASLAK')), 'paid')
  await shop.deliver(callback)
  expect(await shop.attempt()).toMatchObject({ state: 'captured' })
  expect(shop.calls('/verify').length).toBeGreaterThan(0)
})

test('a callback with a wrong hash asks nothing', async () => {
  const { url, fields } = await answer(await shop.open(await shop.linkBy('MASLAK')), 'paid')
  const asked = shop.sandbox.control.requests().length
  const forged = await shop.deliver({ url, fields: { ...fields, hash: '0'.repeat(64) } })
  expect(forged.status).toBe(403)
  expect(shop.sandbox.control.requests()).toHaveLength(asked)
})

test('money of a loan that was left for another way goes back when the order is paid already', async () => {
  shop.sandbox.control.loans.nextGrant('WAIT_FOR_WEBHOOK')
  await shop.deliver(await answer(await shop.open(await shop.linkBy('MASLAK')), 'paid'))
  const { attempt: left } = await shop.attempt()
  const papara = await shop.send(await shop.linkBy('PAPARA'), { leave: String(left) })
  await shop.deliver(await answer(papara, 'paid'))
  expect(shop.platform.order('o1').payment).toMatchObject({ facts: { method: 'PAPARA' } })
  await shop.sandbox.control.clock.advance({ hours: 25 })
  await shop.notify('BNPL_NOTIFICATION')
  await shop.commerce.reconcile()
  expect(await shop.attempt(left)).toMatchObject({ state: 'refunded' })
})
