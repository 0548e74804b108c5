import type { CheckoutRecord } from '../platform'
import { orderOf, ShopRig } from '../testing/shop-rig'

const answers = (rig: ShopRig) =>
  rig.platform.applied.map(({ outcome, answer }) => `${outcome.kind} ${answer}`)

test('a payment moves the order and the record, and only once', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const paymentId = rig.craftgate.pay(record.token, { paidPrice: 106.35, installment: 3 })
  const first = await rig.settle(record)
  const second = await rig.settle(record)
  expect(first.record).toMatchObject({ state: 'captured', paymentIds: [paymentId] })
  expect(first.outcome).toMatchObject({ kind: 'captured', facts: { installment: 3 } })
  expect(second.record).toEqual(first.record)
  expect(answers(rig)).toEqual(['captured applied'])
})

test('six knocks at once move the order once', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  const settled = await Promise.all(Array.from({ length: 6 }, () => rig.settle(record)))
  expect(settled.map((each) => each.record.state)).toEqual(Array(6).fill('captured'))
  expect(answers(rig).filter((answer) => answer === 'captured applied')).toHaveLength(1)
})

test('a crash between order and record is healed by the next knock', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  rig.platform.failures.set('saveCheckout', 1)
  await expect(rig.settle(record)).rejects.toThrow()
  expect((await rig.settle(record)).record.state).toBe('captured')
  expect(answers(rig)).toEqual(['captured applied', 'captured already'])
})

test('a pre-authorized payment is authorized, and captured when Craftgate says so', async () => {
  const rig = new ShopRig()
  const record = await rig.opened({ phase: 'PRE_AUTH' })
  const id = rig.craftgate.pay(record.token)
  expect((await rig.settle(record)).record.state).toBe('authorized')
  rig.craftgate.pay(record.token, { id, paymentPhase: 'POST_AUTH', price: 80 })
  expect((await rig.settle(record)).record.state).toBe('captured')
  expect(rig.givenBack).toEqual([])
})

test('a payment under review holds the order until Craftgate decides', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const id = rig.craftgate.pay(record.token, { fraudAction: 'REVIEW', fraudId: 5 })
  const held = await rig.settle(record)
  expect(held.record.state).toBe('review')
  expect(held.record.note).toMatch(/under fraud review: .*if it is fraud, cancel the payment/)
  expect((await rig.settle(record)).record.state).toBe('review')
  rig.craftgate.pay(record.token, { id })
  expect((await rig.settle(record)).record.state).toBe('captured')
  expect(answers(rig)).toEqual(['review applied', 'captured applied'])
})

test('a review that ends badly closes the attempt', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const id = rig.craftgate.pay(record.token, { fraudAction: 'REVIEW' })
  await rig.settle(record)
  rig.craftgate.pay(record.token, { id, paymentStatus: 'FAILURE' })
  expect((await rig.settle(record)).record.state).toBe('expired')
})

test('a decline is told once per payment and leaves the page open for another try', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.decline(record.token)
  await rig.settle(record)
  const again = await rig.settle(record)
  expect(again.record).toMatchObject({ state: 'open', note: 'Declined: NOT_SUFFICIENT_FUNDS (10051)' })
  rig.craftgate.decline(record.token, 'DO_NOT_HONOR')
  await rig.settle(record)
  rig.craftgate.pay(record.token)
  expect((await rig.settle(record)).record.state).toBe('captured')
  expect(answers(rig)).toEqual(['declined applied', 'declined applied', 'captured applied'])
})

test('a decline that Craftgate tells as an error is told once too', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.refuse('declined', '10051')
  await rig.settle(record)
  expect((await rig.settle(record)).record.state).toBe('open')
  expect(answers(rig)).toEqual(['declined applied'])
})

test('a decline on a page that is over closes the attempt', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.decline(record.token)
  await rig.settle(record)
  rig.pass(31)
  expect((await rig.settle(record)).record.state).toBe('expired')
  expect(answers(rig)).toEqual(['declined applied'])
})

test('nobody paid: pending while the page lives, expired a little after it died', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const kinds: string[] = []
  for (const minutes of [0, 29, 3, 4]) {
    rig.pass(minutes)
    const settled = await rig.settle(record)
    kinds.push(`${settled.outcome.kind} ${settled.record.state}`)
  }
  expect(kinds).toEqual(['pending open', 'pending open', 'pending open', 'expired expired'])
})

test('money that came after the page died still counts', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.pass(40)
  await rig.settle(record)
  rig.craftgate.pay(record.token)
  expect((await rig.settle(record)).record.state).toBe('captured')
})

test('a payment that never left 3D Secure is given up after a day', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { paymentStatus: 'INIT_THREEDS' })
  rig.pass(60)
  expect((await rig.settle(record)).outcome.kind).toBe('pending')
  rig.pass(24 * 60)
  expect((await rig.settle(record)).record.state).toBe('expired')
})

test('an unknown status pays nothing', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { paymentStatus: 'SETTLED_MAYBE' })
  expect((await rig.settle(record)).outcome.kind).toBe('pending')
  expect(answers(rig)).toEqual([])
})

describe('money that no order can take', () => {
  const paidForChangedOrder = async (rig: ShopRig): Promise<CheckoutRecord> => {
    const record = await rig.opened()
    rig.craftgate.pay(record.token)
    rig.platform.order('order-1').snapshot = orderOf(15_000)
    return record
  }

  test('goes back whole, once, under a key of the attempt', async () => {
    const rig = new ShopRig()
    const record = await rig.opened()
    const paymentId = rig.craftgate.pay(record.token)
    rig.platform.order('order-1').snapshot = orderOf(15_000)
    const settled = await rig.settle(record)
    await rig.settle(record)
    expect(settled.record.state).toBe('refunded')
    expect(rig.givenBack).toEqual([{ account: 'tr:sandbox', key: `${record.id}-unexpected`, paymentId }])
    expect(settled.record.note).toMatch(/cannot take it any more; .* was given back: 100.00 TRY/)
  })

  test.each(['waiting', 'unknown', 'failed', 'throws'] as const)(
    'stays on its way when giving it back is %s, and arrives later under the same key',
    async (answer) => {
      const rig = new ShopRig()
      const record = await paidForChangedOrder(rig)
      rig.giveBackAnswer = answer
      expect((await rig.settle(record)).record.state).toBe('refunding')
      rig.giveBackAnswer = 'done'
      expect((await rig.settle(record)).record.state).toBe('refunded')
      expect(new Set(rig.givenBack.map(({ key }) => key))).toEqual(new Set([`${record.id}-unexpected`]))
    },
  )

  test('goes back although Craftgate has forgotten its page', async () => {
    const rig = new ShopRig()
    const record = await paidForChangedOrder(rig)
    rig.giveBackAnswer = 'waiting'
    await rig.settle(record)
    rig.giveBackAnswer = 'done'
    rig.craftgate.refuse('invalid-request', '5080')
    expect((await rig.settle(record)).record.state).toBe('refunded')
  })

  test('that Craftgate refuses to give back is written down once, for the merchant', async () => {
    const rig = new ShopRig()
    const record = await paidForChangedOrder(rig)
    rig.giveBackAnswer = 'failed'
    await rig.settle(record)
    await rig.settle(record)
    const { note, state } = await rig.stored()
    expect([state, note?.match(/refuses to give it back \(5100\)/g)]).toEqual([
      'refunding',
      [expect.any(String)],
    ])
  })

  test('stays by option, and is told loudly', async () => {
    const rig = new ShopRig({ orphans: 'keep' })
    const record = await paidForChangedOrder(rig)
    const settled = await rig.settle(record)
    expect(settled.record).toMatchObject({
      state: 'needs-review',
      note: expect.stringMatching(/cannot take it/),
    })
    expect(rig.givenBack).toEqual([])
    expect(rig.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
  })

  test('of two tabs that both paid, the second goes back', async () => {
    const rig = new ShopRig()
    const one = await rig.opened({ reference: 'tab-1' })
    const two = await rig.opened({ reference: 'tab-2' })
    rig.craftgate.pay(one.token)
    rig.craftgate.pay(two.token)
    const settled = await Promise.all([rig.settle(one), rig.settle(two)])
    expect(settled.map(({ record }) => record.state).sort()).toEqual(['captured', 'refunded'])
    expect(rig.givenBack).toHaveLength(1)
  })

  test('six knocks at once give it back under one key and end in one state', async () => {
    const rig = new ShopRig()
    const record = await paidForChangedOrder(rig)
    const settled = await Promise.all(Array.from({ length: 6 }, () => rig.settle(record)))
    expect(settled.map((each) => each.record.state)).toEqual(Array(6).fill('refunded'))
    expect(new Set(rig.givenBack.map(({ key }) => key)).size).toBe(1)
  })

  test.each(['refund', 'keep'] as const)(
    'stays with an order that takes it in the moment before that is written down (orphans: %s)',
    async (orphans) => {
      const rig = new ShopRig({ orphans })
      const record = await paidForChangedOrder(rig)
      const { apply } = rig.platform
      rig.platform.apply = async (...args) => {
        rig.platform.apply = apply
        const answer = await rig.platform.apply(...args)
        rig.platform.order('order-1').snapshot = orderOf(10_000)
        await rig.platform.apply(...args)
        return answer
      }
      expect((await rig.settle(record)).record.state).toBe('captured')
      expect(answers(rig).slice(0, 2)).toEqual(['captured unexpected', 'captured applied'])
      expect(rig.givenBack).toEqual([])
    },
  )

  test('is not applied after it went back, although the order fits again', async () => {
    const rig = new ShopRig()
    const record = await paidForChangedOrder(rig)
    await rig.settle(record)
    rig.platform.order('order-1').snapshot = orderOf(10_000)
    expect((await rig.settle(record)).record.state).toBe('refunded')
    expect(rig.platform.order('order-1').payment).toBeUndefined()
  })
})

describe('a payment that is not the one that was started', () => {
  test.each([
    ['another amount', { price: 1, paidPrice: 1 }],
    ['another currency', { currency: 'USD' }],
    ['another externalId', { externalId: 'somebody-else' }],
    ['no conversationId', { conversationId: null }],
  ])('with %s pays nothing and goes back', async (_, over) => {
    const rig = new ShopRig()
    const record = await rig.opened()
    rig.craftgate.pay(record.token, over)
    const settled = await rig.settle(record)
    expect(settled.outcome).toMatchObject({ kind: 'mismatch', moneyHeld: true })
    expect(settled.record.state).toBe('refunded')
    expect(rig.platform.applied).toEqual([])
    expect(rig.givenBack).toHaveLength(1)
  })

  test('holds no money: nothing goes back, the attempt stays open', async () => {
    const rig = new ShopRig()
    const record = await rig.opened()
    rig.craftgate.pay(record.token, { price: 1, paymentStatus: 'WAITING' })
    expect((await rig.settle(record)).record.state).toBe('open')
    expect(rig.givenBack).toEqual([])
  })

  test('but pays another attempt is left alone', async () => {
    const rig = new ShopRig()
    const good = await rig.opened({ reference: 'good' })
    const paymentId = rig.craftgate.pay(good.token)
    await rig.settle(good)
    const bad = await rig.opened({ reference: 'bad' })
    rig.craftgate.pay(bad.token, { id: paymentId, externalId: good.id, conversationId: good.id })
    const settled = await rig.settle(bad)
    expect(settled).toMatchObject({ record: { state: 'open' }, outcome: { kind: 'mismatch' } })
    expect(rig.givenBack).toEqual([])
  })

  test('stays by option, never paid', async () => {
    const rig = new ShopRig({ orphans: 'keep' })
    const record = await rig.opened()
    rig.craftgate.pay(record.token, { price: 1 })
    expect((await rig.settle(record)).record.state).toBe('needs-review')
    expect(rig.platform.order('order-1').payment).toBeUndefined()
  })
})

test('Craftgate away: the knock fails, nothing moves, the next one settles', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  rig.craftgate.goDown()
  await expect(rig.settle(record)).rejects.toMatchObject({ kind: 'unavailable' })
  expect((await rig.stored()).state).toBe('open')
  rig.craftgate.recover()
  expect((await rig.settle(record)).record.state).toBe('captured')
})

test('wrong keys are not taken for "nobody paid": nothing expires', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.pass(60)
  rig.craftgate.rejectKeys()
  await expect(rig.settle(record)).rejects.toMatchObject({ kind: 'unauthorized' })
  expect((await rig.stored()).state).toBe('open')
})

test('a shop that cannot decide now keeps the attempt open', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  rig.platform.failures.set('apply', 1)
  await expect(rig.settle(record)).rejects.toThrow('could not apply')
  expect((await rig.settle(record)).record.state).toBe('captured')
})

test('nothing personal is logged or noted, whatever happens', async () => {
  const rig = new ShopRig({ orphans: 'keep' })
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { price: 1, cardHolderName: 'Ada Lovelace', lastFourDigits: '0008' })
  await rig.settle(record)
  const told = JSON.stringify([rig.logged, await rig.stored()])
  expect(told).not.toMatch(/ada@example|Lovelace|90555|203\.0\.113|0008/)
  expect(JSON.stringify(rig.logged)).not.toContain(record.token)
})
