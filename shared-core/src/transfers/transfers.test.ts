// Transfers over the real wire against the emulator, and the shop in memory.
import { DirectShop } from '../testing/direct-shop'
import { orderOf } from '../testing/shop-harness'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())

const TOTAL = 124_990
const TRANSFER = {
  ...{ senderName: 'ALICAN AKKUS', senderIban: 'TR870006400000111351052758' },
  ...{ description: 'T-1001 nolu siparis', amount: '1249.90' },
}

beforeEach(async () => {
  await shop.reset()
  await place('s1', 'o1')
  shop.platform.buyerNames.set('o1', ['Alican Akkuş'])
})

/** One more order that waits for a transfer. */
async function place(reference: string, order: string, minor = TOTAL): Promise<void> {
  if (!shop.platform.orders.has(order))
    shop.platform.addOrder(order, { ...orderOf(minor), number: `T-${order}` })
  await shop.commerce.beginOffline({
    ...{ reference, merchant: 'tr', order, expected: { minor, currency: 'TRY' }, method: 'FUND_TRANSFER' },
  })
}

/** A transfer comes in, and Craftgate saw it. */
async function receive(
  over: Partial<typeof TRANSFER> & { readonly currency?: string } = {},
): Promise<number> {
  const id = shop.sandbox.control.bankAccounts.receive({ ...TRANSFER, ...over })
  await shop.sandbox.control.clock.advance({ minutes: 5 })
  return id
}

const transfers = () => shop.commerce.transfers
const confirm = (id: number, references: readonly string[], acceptRest = false) =>
  transfers().confirm({ merchant: 'tr', id, references, acceptRest })
const find = (id: number, number?: string) => transfers().find({ merchant: 'tr', id, number })
const recorded = () =>
  shop.sandbox.control
    .payments()
    .filter(({ method, status }) => method === 'FUND_TRANSFER' && status === 'SUCCESS')
const paid = (order: string) => shop.platform.order(order).payment !== undefined

test('a transfer is suggested with its reasons, booked by nobody, and confirmed it pays the order once', async () => {
  const id = await receive()
  const { transfers: all, count } = await transfers().incoming({ merchant: 'tr', page: 0 })
  expect(count).toBe(1)
  expect(all).toMatchObject([
    {
      ...{ id, state: 'undecided', amount: { minor: TOTAL }, senderName: 'ALICAN AKKUS' },
      matches: [
        {
          order: { number: 'T-1001', record: { reference: 's1' } },
          reasons: ['reference', 'amount', 'name'],
        },
      ],
    },
  ])
  expect([paid('o1'), recorded()]).toEqual([false, []])
  const presses = await Promise.all([confirm(id, ['s1']), confirm(id, ['s1']), confirm(id, ['s1'])])
  for (const { refused } of presses) expect(refused).toEqual([])
  expect(await confirm(id, ['s1'])).toMatchObject({
    transfer: { state: 'confirmed', parts: [{ state: 'done' }] },
  })
  expect([paid('o1'), recorded().length]).toEqual([true, 1])
  expect(await find(id)).toMatchObject({ state: 'confirmed', rest: { minor: 0 }, matches: [] })
})

test('of two who use a transfer for different orders one does', async () => {
  await place('s2', 'o2')
  const id = await receive()
  const answers = await Promise.allSettled([confirm(id, ['s1']), confirm(id, ['s2'])])
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(recorded()).toHaveLength(1)
  const [other] = ['s1', 's2'].filter((_, at) => answers[at]?.status === 'rejected')
  await expect(confirm(id, [other ?? ''])).rejects.toMatchObject({ code: 'transfer-used' })
})

test('of two transfers for one order one pays it, and somebody has to say what the other is for', async () => {
  const [one, two] = [await receive(), await receive()]
  const answers = await Promise.all(
    [confirm(one, ['s1']), confirm(two, ['s1'])].map((each) => each.catch(String)),
  )
  expect(recorded()).toHaveLength(1)
  const states = await Promise.all([one, two].map(async (id) => (await find(id)).state))
  expect(states.sort()).toEqual(['confirmed', 'undecided'])
  expect(JSON.stringify(answers)).toMatch(/paid-otherwise|order-not-waiting|waits for no transfer/)
})

test('one transfer pays several orders, each what it owes', async () => {
  await place('s2', 'o2', 50_000)
  const id = await receive({ amount: '1749.90', description: 'iki siparis' })
  const { transfer, refused } = await confirm(id, ['s1', 's2'])
  expect([transfer.state, transfer.rest.minor, refused]).toEqual(['confirmed', 0, []])
  expect([paid('o1'), paid('o2'), recorded().length]).toEqual([true, true, 2])
})

test.each([
  ['transfer-too-small', { amount: '1249.89' }, ['s1']],
  ['transfer-has-rest', { amount: '1249.91' }, ['s1']],
  ['other-currency', { currency: 'USD' }, ['s1']],
  ['order-not-waiting', {}, ['unknown']],
  ['no-order', {}, []],
] as const)('%s: nothing is recorded', async (code, over, references) => {
  const id = await receive(over)
  await expect(confirm(id, references)).rejects.toMatchObject({ code })
  expect([paid('o1'), recorded()]).toEqual([false, []])
  expect(await find(id)).toMatchObject({ state: 'undecided', parts: [] })
})

test('a rest is left by the merchant’s word, and said', async () => {
  const id = await receive({ amount: '1300' })
  expect(await confirm(id, ['s1'], true)).toMatchObject({
    transfer: { state: 'confirmed', rest: { minor: 5_010 } },
  })
  expect(recorded()).toMatchObject([{ price: '1249.90' }])
})

test('an order that was paid on the page meanwhile is paid by no transfer', async () => {
  const id = await receive()
  await shop.commerce.recordOffline('s1')
  expect((await find(id)).matches).toEqual([])
  await expect(confirm(id, ['s1'])).rejects.toMatchObject({ code: 'order-not-waiting' })
  expect(recorded()).toHaveLength(1)
})

test('an order that changed between the confirmation and its record is not paid by another amount', async () => {
  await place('s2', 'o2', 50_000)
  const id = await receive({ amount: '1749.90' })
  changesAfterOneRead('o2', 60_000)
  const { transfer, refused } = await confirm(id, ['s1', 's2'])
  expect(refused).toMatchObject([{ reference: 's2', error: { code: 'other-amount' } }])
  expect(transfer).toMatchObject({
    state: 'undecided',
    rest: { minor: 50_000 },
    parts: [{ reference: 's1', state: 'done' }],
  })
  expect([paid('o1'), paid('o2'), recorded().length]).toEqual([true, false, 1])
  expect(await transfers().close({ merchant: 'tr', id, reason: 'returned' })).toMatchObject({
    state: 'confirmed',
  })
})

/** Somebody changes the order in the moment after it was read. */
function changesAfterOneRead(order: string, minor: number): void {
  const read = shop.platform.readOrder.bind(shop.platform)
  shop.platform.readOrder = async (record) => {
    const snapshot = await read(record)
    if (record.order === order) shop.platform.order(order).snapshot = orderOf(minor)
    return snapshot
  }
}

test('Craftgate out of reach: the transfer keeps its order, and confirming again goes on', async () => {
  const id = await receive()
  const PATH = '/payment/v1/apm-payments'
  shop.sandbox.control.faults.add({ match: { path: PATH }, kind: 'drop-before', times: 9 })
  expect(await confirm(id, ['s1'])).toMatchObject({
    transfer: { state: 'confirmed', parts: [{ state: 'pending' }] },
  })
  expect(paid('o1')).toBe(false)
  shop.sandbox.control.faults.clear()
  await shop.sandbox.control.clock.advance({ minutes: 10 })
  expect(await confirm(id, ['s1'])).toMatchObject({ transfer: { parts: [{ state: 'done' }] } })
  expect([paid('o1'), recorded().length]).toEqual([true, 1])
})

test('a transfer that pays no order is closed, and can be opened again; one that pays an order cannot', async () => {
  const id = await receive({ description: 'kira', senderName: 'AYSE YILMAZ', amount: '10' })
  const close = () => transfers().close({ merchant: 'tr', id, reason: 'returned' })
  expect(await close()).toMatchObject({ state: 'closed', reason: 'returned' })
  await expect(confirm(id, ['s1'], true)).rejects.toMatchObject({ code: 'transfer-closed' })
  expect(await transfers().reopen({ merchant: 'tr', id })).toMatchObject({
    state: 'undecided',
    reason: undefined,
  })
  const used = await receive()
  await confirm(used, ['s1'])
  for (const refused of [
    transfers().close({ merchant: 'tr', id: used, reason: 'other' }),
    transfers().reopen({ merchant: 'tr', id: used }),
  ])
    await expect(refused).rejects.toMatchObject({ code: 'transfer-used' })
})

test('an order that nothing speaks for is found by its number', async () => {
  await place('s2', 'o2', 50_000)
  const id = await receive({ description: 'kira', senderName: 'AYSE YILMAZ', amount: '10' })
  expect((await find(id)).matches).toEqual([])
  expect((await find(id, ' t-O2 ')).matches).toMatchObject([{ order: { number: 'T-o2' }, reasons: [] }])
})

test('a notification leads to a question, and the transfer waits for somebody', async () => {
  expect(await transfers().undecided('tr')).toEqual([])
  const id = await receive()
  expect((await shop.notify()).status).toBe(200)
  expect(await transfers().undecided('tr')).toMatchObject([{ id, amount: { minor: TOTAL } }])
  expect(await (await shop.notify()).text()).toBe('already\n')
  await confirm(id, ['s1'])
  expect(await transfers().undecided('tr')).toEqual([])
})

test('a shop without unpaid orders says so', async () => {
  shop.platform.transfers = undefined
  await expect(transfers().incoming({ merchant: 'tr', page: 0 })).rejects.toMatchObject({
    code: 'no-unpaid-orders',
  })
  expect(await transfers().undecided('tr')).toEqual([])
})
