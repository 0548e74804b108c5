import type { PaymentFacts } from '../payment'
import type { CheckoutRecord } from '../platform'
import { orderOf, ShopHarness } from '../testing/shop-harness'

const answers = (harness: ShopHarness) =>
  harness.platform.applied.map(({ outcome, answer }) => `${outcome.kind} ${answer}`)

test('a payment moves the order and the record, and only once', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const paymentId = harness.craftgate.pay(record.token, { paidPrice: 106.35, installment: 3 })
  const first = await harness.settle(record)
  const second = await harness.settle(record)
  expect(first.record).toMatchObject({ state: 'captured', paymentIds: [paymentId] })
  expect(first.outcome).toMatchObject({ kind: 'captured', facts: { installment: 3 } })
  expect(second.record).toEqual(first.record)
  expect(answers(harness)).toEqual(['captured applied'])
})

test('the record says how it was tried last, and how it was paid', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  expect(record.method).toBeUndefined()
  harness.craftgate.pay(record.token, { paymentStatus: 'FAILURE', paymentProvider: 'BANK' })
  expect((await harness.settle(record)).record.method).toBe('CARD')
  harness.craftgate.pay(record.token, { paymentSource: 'MASTERPASS' })
  expect((await harness.settle(record)).record).toMatchObject({ state: 'captured', method: 'MASTERPASS' })
})

test('six notifications at once move the order once', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  const settled = await Promise.all(Array.from({ length: 6 }, () => harness.settle(record)))
  expect(settled.map((each) => each.record.state)).toEqual(Array(6).fill('captured'))
  expect(answers(harness).filter((answer) => answer === 'captured applied')).toHaveLength(1)
})

test('a crash between order and record is healed by the next notification', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.platform.failures.set('saveCheckout', 1)
  await expect(harness.settle(record)).rejects.toThrow()
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(answers(harness)).toEqual(['captured applied', 'captured already'])
})

test('a pre-authorized payment is authorized, and captured when Craftgate says so', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened({ phase: 'PRE_AUTH' })
  const id = harness.craftgate.pay(record.token)
  expect((await harness.settle(record)).record.state).toBe('authorized')
  harness.craftgate.pay(record.token, { id, paymentPhase: 'POST_AUTH', price: 80 })
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(harness.givenBack).toEqual([])
})

test('a shop that can wait for funds hears of them at every notification, and of nothing else that is pending', async () => {
  const harness = new ShopHarness()
  const awaited: number[] = []
  Object.assign(harness.platform, {
    awaitFunds: async (_: CheckoutRecord, { paymentId }: PaymentFacts) => void awaited.push(paymentId),
  })
  const record = await harness.opened()
  const id = harness.craftgate.pay(record.token, { paymentStatus: 'CALLBACK_THREEDS' })
  await harness.settle(record)
  expect(awaited).toEqual([])
  harness.craftgate.pay(record.token, { id, paymentStatus: 'WAITING' })
  for (const _ of [1, 2]) expect((await harness.settle(record)).record.state).toBe('open')
  expect(awaited).toEqual([id, id])
  harness.craftgate.pay(record.token, { id })
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(awaited).toEqual([id, id])
})

test('a payment under review holds the order until Craftgate decides', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const id = harness.craftgate.pay(record.token, { fraudAction: 'REVIEW', fraudId: 5 })
  const held = await harness.settle(record)
  expect(held.record.state).toBe('review')
  expect(held.record.note).toMatch(/under fraud review: .*rejected, the money goes back/)
  expect((await harness.settle(record)).record.state).toBe('review')
  harness.craftgate.pay(record.token, { id })
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(answers(harness)).toEqual(['review applied', 'captured applied'])
})

test('a review that ends badly closes the attempt', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const id = harness.craftgate.pay(record.token, { fraudAction: 'REVIEW' })
  await harness.settle(record)
  harness.craftgate.pay(record.token, { id, paymentStatus: 'FAILURE' })
  expect((await harness.settle(record)).record.state).toBe('expired')
})

test('a decline is told once per payment and leaves the page open for another try', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.decline(record.token)
  await harness.settle(record)
  const again = await harness.settle(record)
  expect(again.record).toMatchObject({ state: 'open', note: 'Declined: NOT_SUFFICIENT_FUNDS (10051)' })
  harness.craftgate.decline(record.token, 'DO_NOT_HONOR')
  await harness.settle(record)
  harness.craftgate.pay(record.token)
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(answers(harness)).toEqual(['declined applied', 'declined applied', 'captured applied'])
})

test('a decline that Craftgate tells as an error is told once too', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.refuse('declined', '10051')
  await harness.settle(record)
  expect((await harness.settle(record)).record.state).toBe('open')
  expect(answers(harness)).toEqual(['declined applied'])
})

test('a decline on a page that is over closes the attempt', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.decline(record.token)
  await harness.settle(record)
  harness.pass(31)
  expect((await harness.settle(record)).record.state).toBe('expired')
  expect(answers(harness)).toEqual(['declined applied'])
})

test('nobody paid: pending while the page lives, expired a little after it died', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const kinds: string[] = []
  for (const minutes of [0, 29, 3, 4]) {
    harness.pass(minutes)
    const settled = await harness.settle(record)
    kinds.push(`${settled.outcome.kind} ${settled.record.state}`)
  }
  expect(kinds).toEqual(['pending open', 'pending open', 'pending open', 'expired expired'])
})

test('money that came after the page died still counts', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.pass(40)
  await harness.settle(record)
  harness.craftgate.pay(record.token)
  expect((await harness.settle(record)).record.state).toBe('captured')
})

test('a payment that never left 3D Secure is given up after a day', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { paymentStatus: 'INIT_THREEDS' })
  harness.pass(60)
  expect((await harness.settle(record)).outcome.kind).toBe('pending')
  harness.pass(24 * 60)
  expect((await harness.settle(record)).record.state).toBe('expired')
})

test('an unknown status pays nothing', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { paymentStatus: 'SETTLED_MAYBE' })
  expect((await harness.settle(record)).outcome.kind).toBe('pending')
  expect(answers(harness)).toEqual([])
})

describe('money that no order can take', () => {
  const paidForChangedOrder = async (harness: ShopHarness): Promise<CheckoutRecord> => {
    const record = await harness.opened()
    harness.craftgate.pay(record.token)
    harness.platform.order('order-1').snapshot = orderOf(15_000)
    return record
  }

  test('goes back whole, once, under a key of the attempt', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    const paymentId = harness.craftgate.pay(record.token)
    harness.platform.order('order-1').snapshot = orderOf(15_000)
    const settled = await harness.settle(record)
    await harness.settle(record)
    expect(settled.record.state).toBe('refunded')
    expect(harness.givenBack).toEqual([{ account: 'tr:sandbox', key: `${record.id}-unexpected`, paymentId }])
    expect(settled.record.note).toMatch(/cannot take it any more; .* was given back: 100.00 TRY/)
  })

  test.each(['waiting', 'unknown', 'failed', 'throws'] as const)(
    'stays on its way when giving it back is %s, and arrives later under the same key',
    async (answer) => {
      const harness = new ShopHarness()
      const record = await paidForChangedOrder(harness)
      harness.giveBackAnswer = answer
      expect((await harness.settle(record)).record.state).toBe('refunding')
      harness.giveBackAnswer = 'done'
      expect((await harness.settle(record)).record.state).toBe('refunded')
      expect(new Set(harness.givenBack.map(({ key }) => key))).toEqual(new Set([`${record.id}-unexpected`]))
    },
  )

  test('goes back although Craftgate has forgotten its page', async () => {
    const harness = new ShopHarness()
    const record = await paidForChangedOrder(harness)
    harness.giveBackAnswer = 'waiting'
    await harness.settle(record)
    harness.giveBackAnswer = 'done'
    harness.craftgate.refuse('invalid-request', '5080')
    expect((await harness.settle(record)).record.state).toBe('refunded')
  })

  test('that Craftgate refuses to give back is written down once, for the merchant', async () => {
    const harness = new ShopHarness()
    const record = await paidForChangedOrder(harness)
    harness.giveBackAnswer = 'failed'
    await harness.settle(record)
    const said = harness.logged.length
    await harness.settle(record)
    expect(harness.logged).toHaveLength(said)
    const { note, state } = await harness.stored()
    expect([state, note?.match(/refuses to give it back \(5100\)/g)]).toEqual([
      'refunding',
      [expect.any(String)],
    ])
  })

  test('stays by option, and is told loudly', async () => {
    const harness = new ShopHarness({ unexpectedPayments: 'keep' })
    const record = await paidForChangedOrder(harness)
    const settled = await harness.settle(record)
    expect(settled.record).toMatchObject({
      state: 'needs-review',
      note: expect.stringMatching(/cannot take it/),
    })
    expect(harness.givenBack).toEqual([])
    expect(harness.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('of two tabs that both paid, the second goes back', async () => {
    const harness = new ShopHarness()
    const one = await harness.opened({ reference: 'tab-1' })
    const two = await harness.opened({ reference: 'tab-2' })
    harness.craftgate.pay(one.token)
    harness.craftgate.pay(two.token)
    const settled = await Promise.all([harness.settle(one), harness.settle(two)])
    expect(settled.map(({ record }) => record.state).sort()).toEqual(['captured', 'refunded'])
    expect(harness.givenBack).toHaveLength(1)
  })

  test('six notifications at once give it back under one key and end in one state', async () => {
    const harness = new ShopHarness()
    const record = await paidForChangedOrder(harness)
    const settled = await Promise.all(Array.from({ length: 6 }, () => harness.settle(record)))
    expect(settled.map((each) => each.record.state)).toEqual(Array(6).fill('refunded'))
    expect(new Set(harness.givenBack.map(({ key }) => key)).size).toBe(1)
  })

  test.each(['refund', 'keep'] as const)(
    'stays with an order that takes it in the moment before that is written down (unexpectedPayments: %s)',
    async (unexpectedPayments) => {
      const harness = new ShopHarness({ unexpectedPayments })
      const record = await paidForChangedOrder(harness)
      const { apply } = harness.platform
      harness.platform.apply = async (...args) => {
        harness.platform.apply = apply
        const answer = await harness.platform.apply(...args)
        harness.platform.order('order-1').snapshot = orderOf(10_000)
        await harness.platform.apply(...args)
        return answer
      }
      expect((await harness.settle(record)).record.state).toBe('captured')
      expect(answers(harness).slice(0, 2)).toEqual(['captured unexpected', 'captured applied'])
      expect(harness.givenBack).toEqual([])
    },
  )

  test('is not applied after it went back, although the order fits again', async () => {
    const harness = new ShopHarness()
    const record = await paidForChangedOrder(harness)
    await harness.settle(record)
    harness.platform.order('order-1').snapshot = orderOf(10_000)
    expect((await harness.settle(record)).record.state).toBe('refunded')
    expect(harness.platform.order('order-1').payment).toBeUndefined()
  })
})

describe('a payment that is not the one that was started', () => {
  test.each([
    ['another amount', { price: 1, paidPrice: 1 }],
    ['another currency', { currency: 'USD' }],
    ['another externalId', { externalId: 'somebody-else' }],
    ['another conversationId', { conversationId: 'somebody-else' }],
  ])('with %s pays nothing and goes back', async (_, over) => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    harness.craftgate.pay(record.token, over)
    const settled = await harness.settle(record)
    expect(settled.outcome).toMatchObject({ kind: 'mismatch', moneyHeld: true })
    expect(settled.record.state).toBe('refunded')
    expect(harness.platform.applied).toEqual([])
    expect(harness.givenBack).toHaveLength(1)
  })

  test('holds no money: nothing goes back, the attempt stays open', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    harness.craftgate.pay(record.token, { price: 1, paymentStatus: 'WAITING' })
    expect((await harness.settle(record)).record.state).toBe('open')
    expect(harness.givenBack).toEqual([])
  })

  test('but pays another attempt is left alone', async () => {
    const harness = new ShopHarness()
    const good = await harness.opened({ reference: 'good' })
    const paymentId = harness.craftgate.pay(good.token)
    await harness.settle(good)
    const bad = await harness.opened({ reference: 'bad' })
    harness.craftgate.pay(bad.token, { id: paymentId, externalId: good.id, conversationId: good.id })
    const settled = await harness.settle(bad)
    expect(settled).toMatchObject({ record: { state: 'open' }, outcome: { kind: 'mismatch' } })
    expect(harness.givenBack).toEqual([])
  })

  test('stays by option, never paid', async () => {
    const harness = new ShopHarness({ unexpectedPayments: 'keep' })
    const record = await harness.opened()
    harness.craftgate.pay(record.token, { price: 1 })
    expect((await harness.settle(record)).record.state).toBe('needs-review')
    expect(harness.platform.order('order-1').payment).toBeUndefined()
  })
})

test('Craftgate away: the notification fails, nothing moves, the next one settles', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.craftgate.goDown()
  await expect(harness.settle(record)).rejects.toMatchObject({ kind: 'unavailable' })
  expect((await harness.stored()).state).toBe('open')
  harness.craftgate.recover()
  expect((await harness.settle(record)).record.state).toBe('captured')
})

test('wrong keys are not taken for "nobody paid": nothing expires', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.pass(60)
  harness.craftgate.rejectKeys()
  await expect(harness.settle(record)).rejects.toMatchObject({ kind: 'unauthorized' })
  expect((await harness.stored()).state).toBe('open')
})

test('a shop that cannot decide now keeps the attempt open', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.platform.failures.set('apply', 1)
  await expect(harness.settle(record)).rejects.toThrow('could not apply')
  expect((await harness.settle(record)).record.state).toBe('captured')
})

test('nothing personal is logged or noted, whatever happens', async () => {
  const harness = new ShopHarness({ unexpectedPayments: 'keep' })
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { price: 1, cardHolderName: 'Ada Lovelace', lastFourDigits: '0008' })
  await harness.settle(record)
  const written = JSON.stringify([harness.logged, await harness.stored()])
  expect(written).not.toMatch(/ada@example|Lovelace|90555|203\.0\.113|0008/)
  expect(JSON.stringify(harness.logged)).not.toContain(record.token)
})
