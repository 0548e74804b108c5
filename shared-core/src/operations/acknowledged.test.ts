import { failureOf, OperationsHarness, tl } from './testing/operations-harness'

const two = [
  { price: 6000, paid: 6600 },
  { price: 4000, paid: 4400 },
]

function sale(phase: 'AUTH' | 'PRE_AUTH' = 'AUTH') {
  const harness = new OperationsHarness()
  return { harness, account: harness.bank.open(two, phase) }
}

describe('the shop is told of an operation until it acknowledges it', () => {
  test('also of one that it saw done, because its own transaction may have been rolled back', async () => {
    const { harness, account } = sale()
    await harness.refund(account, 5000)
    expect(await harness.resume()).toEqual({ settled: 1, problems: [] })
    expect(harness.reported).toEqual(['r done'])
    expect(harness.operation().acknowledgedAt).toEqual(harness.now)
    expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
    expect(harness.reported).toEqual(['r done'])
  })

  test('but not while its own transaction may still run', async () => {
    const { harness, account } = sale()
    await harness.refund(account, 5000)
    harness.pass(119)
    expect(await harness.operations.resumeOperations()).toEqual({ settled: 0, problems: [] })
    harness.pass(1)
    expect(await harness.operations.resumeOperations()).toEqual({ settled: 1, problems: [] })
  })

  test('and what it throws is reported, and told again', async () => {
    const { harness, account } = sale()
    await harness.refund(account, 5000)
    harness.platform.failures.set('applyOperation', 1)
    expect(await harness.resume()).toEqual({
      settled: 0,
      problems: ['refund r of payment 1: The shop could not applyOperation now'],
    })
    expect(await harness.resume()).toEqual({ settled: 1, problems: [] })
    expect(harness.reported).toEqual(['r done'])
    expect(harness.bank.moneyCalls).toHaveLength(1)
  })

  test('of a failed one too', async () => {
    const { harness, account } = sale()
    harness.bank.faults.push('refused')
    await harness.refund(account, 5000)
    await harness.resume()
    expect(harness.reported).toEqual(['r failed'])
  })

  test('only of the operations of one payment when one is named', async () => {
    const { harness, account } = sale()
    const other = harness.bank.open(two)
    await harness.refund(account, 5000, 'r1')
    await harness.refund(other, 5000, 'r2')
    harness.pass(240)
    const payment = { account: 'tr:sandbox', paymentId: 2 }
    expect(await harness.operations.resumeOperations({ payment })).toEqual({ settled: 1, problems: [] })
    expect(harness.reported).toEqual(['r2 done'])
  })

  test('and those that were written later are left alone', async () => {
    const { harness, account } = sale()
    await harness.refund(account, 5000)
    const before = new Date(harness.now.getTime() - 1000)
    const payment = { account: 'tr:sandbox', paymentId: 1 }
    expect(await harness.operations.resumeOperations({ before })).toEqual({ settled: 0, problems: [] })
    expect(await harness.operations.resumeOperations({ before, payment })).toEqual({
      settled: 0,
      problems: [],
    })
  })
})

describe('an operation of a transaction that is not committed yet', () => {
  const deferred = async () => {
    const { harness, account } = sale()
    const payment = { account: 'tr:sandbox', paymentId: account.id }
    const request = { ...payment, key: 'r', amount: tl(5000), execute: 'after-commit' as const }
    harness.bank.down = true
    expect(await harness.operations.refund(request)).toMatchObject({
      state: 'pending',
      operation: { steps: [] },
    })
    harness.bank.down = false
    return { harness, account, payment, request }
  }

  test('is written down without a call, and run once, however often its job is repeated', async () => {
    const { harness, account, payment, request } = await deferred()
    expect(await harness.operations.refund(request)).toMatchObject({ state: 'pending' })
    expect(harness.bank.moneyCalls).toEqual([])
    const results = await Promise.all([
      harness.operations.executeOperation(payment, 'r'),
      harness.process().executeOperation(payment, 'r'),
    ])
    expect(results).toMatchObject([{ state: 'done' }, { state: 'done' }])
    expect(account.gone).toBe(5500)
  })

  test('is written down while the payment’s lock is held: its transaction waits for nobody', async () => {
    const { harness, payment, request } = await deferred()
    const later = { ...request, key: 'r2' }
    const answer = await harness.platform.exclusively(payment, () => harness.operations.refund(later))
    expect(answer).toMatchObject({ state: 'pending', operation: { key: 'r2' } })
  })

  test('tells the shop its end as soon as it was run, once', async () => {
    const { harness, payment } = await deferred()
    await harness.operations.executeOperation(payment, 'r')
    expect(harness.reported).toEqual(['r done'])
    await harness.operations.executeOperation(payment, 'r')
    expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
    expect(harness.reported).toEqual(['r done'])
  })

  test('is not run before the shop says that it is committed, whoever asks for it', async () => {
    const { harness, account, payment } = await deferred()
    harness.platform.isOperationCommitted = async () => false
    const on = harness.process()
    expect(await on.executeOperation(payment, 'r')).toMatchObject({ state: 'pending' })
    expect(account.gone).toBe(0)
    harness.platform.isOperationCommitted = async () => true
    expect(await on.executeOperation(payment, 'r')).toMatchObject({ state: 'done' })
  })

  test('fails when Craftgate is not there, and is not sent later', async () => {
    const { harness, account, payment } = await deferred()
    harness.bank.down = true
    expect(failureOf(await harness.operations.executeOperation(payment, 'r')).error.code).toBe('nothing-sent')
    harness.bank.down = false
    await harness.resume()
    expect(failureOf(await harness.operations.executeOperation(payment, 'r')).error.code).toBe('nothing-sent')
    expect(harness.reported).toEqual(['r failed'])
    expect(account.gone).toBe(0)
  })

  test('fails for a reason of its own, of which the shop is told', async () => {
    const { harness, account, payment } = await deferred()
    await harness.refund(account, 6000, 'r0')
    expect(failureOf(await harness.operations.executeOperation(payment, 'r')).error.code).toBe('beyond-left')
    await harness.resume()
    expect([...harness.reported].sort()).toEqual(['r failed', 'r0 done'])
  })

  test('is run by reconcile when its job was lost and the shop says that it is committed', async () => {
    const { harness, account } = await deferred()
    expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
    harness.platform.isOperationCommitted = async () => true
    expect(await harness.resume(harness.process())).toEqual({ settled: 1, problems: [] })
    expect(account.gone).toBe(5500)
  })

  test('is withdrawn when the shop rolled it back', async () => {
    const { harness, account } = await deferred()
    harness.platform.isOperationCommitted = async () => false
    const on = harness.process()
    await harness.resume(on)
    expect(harness.operation().state).toBe('planned')
    for (let times = 0; times < 2; times += 1) await harness.resume(on)
    expect(harness.operation()).toMatchObject({ state: 'failed', acknowledgedAt: expect.anything() })
    expect(harness.reported).toEqual([])
    expect(account.gone).toBe(0)
  })

  test('waits for an earlier one on the same payment', async () => {
    const { harness, account } = sale('PRE_AUTH')
    const payment = { account: 'tr:sandbox', paymentId: account.id }
    const later = { ...payment, execute: 'after-commit' as const }
    await harness.operations.capture({ ...later, key: 'c', amount: tl(10_000) })
    harness.pass(1)
    await harness.operations.refund({ ...later, key: 'r', amount: tl(10_000) })
    expect(await harness.operations.executeOperation(payment, 'r')).toMatchObject({ state: 'pending' })
    expect(await harness.operations.executeOperation(payment, 'c')).toMatchObject({ state: 'done' })
    expect(await harness.operations.executeOperation(payment, 'r')).toMatchObject({ state: 'done' })
  })

  test('without an amount takes that of the attempt, and plans with what Craftgate says', async () => {
    const { harness, account } = sale('PRE_AUTH')
    await harness.attempt([account])
    const request = {
      account: 'tr:sandbox',
      paymentId: account.id,
      key: 'v',
      execute: 'after-commit' as const,
    }
    expect(await harness.operations.void(request)).toMatchObject({ operation: { amount: tl(10_000) } })
    expect(await harness.operations.executeOperation(request, 'v')).toMatchObject({ state: 'done' })
    expect(
      failureOf(await harness.operations.void({ ...request, paymentId: 99, key: 'v2' })).error.code,
    ).toBe('amount')
  })

  test('that nobody wrote down is failed', async () => {
    const { harness } = sale()
    const payment = { account: 'tr:sandbox', paymentId: 1 }
    expect(failureOf(await harness.operations.executeOperation(payment, 'x')).error.code).toBe(
      'unknown-operation',
    )
  })
})

describe('accounts and attempts', () => {
  test('two accounts whose payments have the same number do not meet', async () => {
    const harness = new OperationsHarness()
    const other = new OperationsHarness({ platform: harness.platform, account: 'eu:live' })
    const [here, there] = [harness.bank.open(two), other.bank.open(two)]
    expect(here.id).toBe(there.id)
    expect(await harness.refund(here, 5000, 'r')).toMatchObject({ state: 'done' })
    expect(await other.refund(there, 10_000, 'r')).toMatchObject({ state: 'done' })
    expect([here.gone, there.gone]).toEqual([5500, 11_000])
    const operations = await harness.platform.operationsOf({ account: 'eu:live', paymentId: there.id })
    expect(operations).toMatchObject([{ key: 'r', amount: tl(10_000) }])
  })

  test('a refund spans the payments of its attempt, whichever of them is named', async () => {
    const harness = new OperationsHarness()
    const [first, second] = [harness.bank.open([{ price: 6000 }]), harness.bank.open([{ price: 4000 }])]
    await harness.attempt([first, second])
    expect(await harness.refund(second, 7000, 'r1')).toMatchObject({
      state: 'done',
      operation: { paymentId: first.id, steps: [{ paymentId: first.id }, { paymentId: second.id }] },
    })
    expect([first.gone, second.gone]).toEqual([6000, 1000])
    expect(failureOf(await harness.refund(first, 3001, 'r2')).message.en).toContain('TRY 30.00')
    expect(await harness.refund(first, 3000, 'r3')).toMatchObject({ state: 'done' })
  })

  test('all of it is all of each, also when the second answer is lost', async () => {
    const harness = new OperationsHarness()
    const [first, second] = [harness.bank.open([{ price: 6000 }]), harness.bank.open([{ price: 4000 }])]
    await harness.attempt([first, second])
    harness.bank.faults.push('fine', 'lost-after')
    const request = { account: 'tr:sandbox', paymentId: first.id, key: 'back' }
    expect(await harness.operations.refundEverything(request)).toMatchObject({ state: 'done' })
    expect([first.gone, second.gone]).toEqual([6000, 4000])
    expect(await harness.operations.payment(request)).toMatchObject({
      price: tl(10_000),
      morePaymentIds: [second.id],
    })
  })
})
