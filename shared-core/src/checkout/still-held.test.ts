import { ShopHarness } from '../testing/shop-harness'

/** Paid; callback and webhook are late, and meanwhile the merchant works in Craftgate's panel. */
async function paidAndChanged(over: Readonly<Record<string, unknown>>, phase: 'AUTH' | 'PRE_AUTH' = 'AUTH') {
  const harness = new ShopHarness()
  const record = await harness.opened({ phase })
  harness.craftgate.pay(record.token)
  harness.craftgate.reportAs(record.token, over)
  harness.pass(10)
  return { harness, record }
}

const REFUNDED = { refundStatus: 'FULLY_REFUNDED', refundablePrice: 0 }
const IN_PART = { refundStatus: 'PARTIAL_REFUNDED', refundablePrice: '5.10' }
const ON_ITS_WAY = { refundablePrice: 0, refunds: [{ status: 'WAITING', refundPrice: 100 }] }

test.each([
  ['cancelled or refunded', REFUNDED, '100.00'],
  ['refunded in part', IN_PART, '94.90'],
  ['about to be refunded', ON_ITS_WAY, '100.00'],
])(
  'a payment that was %s before the order was placed pays nothing, and the rest goes back',
  async (_, over, gone) => {
    const { harness, record } = await paidAndChanged(over)
    const { outcome, record: after } = await harness.checkout.settle(record, 'return')
    expect(outcome).toMatchObject({ kind: 'mismatch', differences: [{ field: 'refunded', actual: gone }] })
    expect(after.state).toBe('refunded')
    expect(harness.platform.applied).toEqual([])
    expect(harness.givenBack).toHaveLength(1)
  },
)

test.each([
  ['cancelled or refunded', REFUNDED],
  ['refunded in part', IN_PART],
  ['about to be refunded', ON_ITS_WAY],
])('an order that asks itself whether it is paid takes no payment that was %s', async (_, over) => {
  const { harness, record } = await paidAndChanged(over)
  expect(await harness.checkout.resolve(record)).toMatchObject({ kind: 'mismatch', moneyHeld: true })
  expect((await harness.stored()).state).toBe('open')
})

test('a cancelled pre-authorization is not taken as authorized', async () => {
  const { harness, record } = await paidAndChanged(REFUNDED, 'PRE_AUTH')
  expect((await harness.settle(record)).outcome.kind).toBe('mismatch')
  expect(harness.platform.applied).toEqual([])
})

test('a pre-authorization that was captured for another amount pays nothing', async () => {
  const { harness, record } = await paidAndChanged({ paymentPhase: 'POST_AUTH', paidPrice: 86 }, 'PRE_AUTH')
  const { outcome } = await harness.settle(record)
  expect(outcome).toMatchObject({ kind: 'mismatch', differences: [{ field: 'paidPrice', actual: '86.00' }] })
  expect(harness.platform.applied).toEqual([])
})

test('a pre-authorization that was captured as a whole is taken as captured', async () => {
  const { harness, record } = await paidAndChanged({ paymentPhase: 'POST_AUTH' }, 'PRE_AUTH')
  expect((await harness.settle(record)).record.state).toBe('captured')
})

test('the shopper who comes back within two minutes waits for no report', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.pass(1.9)
  expect((await harness.checkout.settle(record, 'return')).record.state).toBe('captured')
  expect(harness.craftgate.calls).not.toContain('report')
})

test('every other notification is compared with the report at any time', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  expect((await harness.settle(record)).record.state).toBe('captured')
  expect(harness.craftgate.calls).toContain('report')
})

test('while the report does not know the payment nothing is decided', async () => {
  const { harness, record } = await paidAndChanged({})
  const page = harness.craftgate.page(record.token)
  const { payment } = page
  harness.craftgate.before = async (call) => {
    page.payment = call === 'report' ? undefined : payment
  }
  await expect(harness.settle(record)).rejects.toMatchObject({ kind: 'unavailable', code: 'no-report' })
  harness.craftgate.before = async () => {
    page.payment = payment
  }
  expect((await harness.settle(record)).record.state).toBe('captured')
})

describe('an order took the money, and that was not written down: its answer got lost, or the process died', () => {
  async function takenUnwritten(over: Readonly<Record<string, unknown>>) {
    const { harness, record } = await paidAndChanged({})
    harness.platform.failures.set('saveCheckout', 1)
    await expect(harness.settle(record)).rejects.toThrow()
    expect((await harness.stored()).state).toBe('open')
    harness.craftgate.reportAs(record.token, over)
    return { harness, record }
  }

  test.each([
    ['refunded', REFUNDED],
    ['refunded in part', IN_PART],
  ])('what was %s since stays the affair of the merchant: nothing more goes back', async (_, over) => {
    const { harness, record } = await takenUnwritten(over)
    const { record: after, outcome } = await harness.settle(record)
    expect({ state: after.state, kind: outcome.kind }).toEqual({ state: 'captured', kind: 'captured' })
    expect(harness.givenBack).toEqual([])
  })

  test('what went back in the panel is told to the merchant when it is looked at again', async () => {
    const { harness, record } = await takenUnwritten(IN_PART)
    await harness.settle(record)
    for (const minutes of [1, 6, 10]) {
      harness.pass(minutes)
      await harness.reconcile()
    }
    expect((await harness.stored()).note).toMatch(/94\.90 TRY of payment \d+ went back at Craftgate/)
    expect(harness.givenBack).toEqual([])
  })
})

describe('five minutes after the order took the money', () => {
  async function placed(phase: 'AUTH' | 'PRE_AUTH' = 'AUTH') {
    const harness = new ShopHarness()
    const record = await harness.opened({ phase })
    harness.craftgate.pay(record.token)
    await harness.checkout.settle(record, 'return')
    return { harness, record }
  }

  test('the report was asked once more, and after that it is not', async () => {
    const { harness } = await placed()
    const reports = () => harness.craftgate.calls.filter((call) => call === 'report').length
    expect(reports()).toBe(0)
    for (const minutes of [1, 6, 10]) {
      harness.pass(minutes)
      expect(await harness.reconcile()).toMatchObject({ problems: [] })
    }
    const asked = reports()
    expect(asked).toBe(1)
    harness.pass(60 * 24 * 40)
    expect(await harness.reconcile()).toMatchObject({ checkouts: 0 })
    expect(reports()).toBe(asked)
  })

  test('money that went back in the panel is told to the merchant once', async () => {
    const { harness, record } = await placed()
    harness.craftgate.reportAs(record.token, IN_PART)
    for (const minutes of [1, 6, 10]) {
      harness.pass(minutes)
      await harness.reconcile()
    }
    const after = await harness.stored()
    expect(after.state).toBe('captured')
    expect(after.note).toMatch(/94\.90 TRY of payment \d+ went back at Craftgate and not through the shop/)
    expect(harness.logged.filter(({ level }) => level === 'error')).toHaveLength(1)
    expect(harness.givenBack).toEqual([])
    expect(after.nextCheckAt).toBeUndefined()
  })

  test('what the merchant refunded in the shop is nothing to tell', async () => {
    const { harness, record } = await placed()
    harness.craftgate.reportAs(record.token, IN_PART)
    const [paymentId = 0] = (await harness.stored()).paymentIds
    harness.platform.operationsOf = async () =>
      [
        { ...(await harness.shared.refundEverything({ account: record.account, paymentId, key: 'k' })) }
          .operation,
      ].flatMap((operation) => operation ?? [])
    harness.pass(6)
    await harness.reconcile()
    expect((await harness.stored()).note).not.toMatch(/went back/)
  })

  test('an authorization that was cancelled in the panel is over, and the shop is told', async () => {
    const { harness, record } = await placed('PRE_AUTH')
    harness.craftgate.reportAs(record.token, REFUNDED)
    harness.pass(6)
    await harness.reconcile()
    expect((await harness.stored()).state).toBe('expired')
    expect(harness.platform.applied.at(-1)?.outcome).toMatchObject({
      kind: 'declined',
      error: { code: 'authorization-gone' },
    })
  })

  test('an authorization that was captured in the panel is captured in the shop', async () => {
    const { harness, record } = await placed('PRE_AUTH')
    harness.craftgate.reportAs(record.token, { paymentPhase: 'POST_AUTH', paidPrice: 86 })
    harness.pass(6)
    await harness.reconcile()
    expect((await harness.stored()).state).toBe('captured')
  })
})
