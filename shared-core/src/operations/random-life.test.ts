import fc from 'fast-check'
import { sum } from '../money'
import type { BankAccount } from './testing/bank-account'
import { OperationsHarness, tl } from './testing/operations-harness'
import type { Fault } from './testing/scripted-bank'

// Any row of refunds, with anything going wrong on the way: in the end Craftgate and the shop's own books agree to the
// kuruş, transaction by transaction, and nothing is left open.

const fault = fc.constantFrom<Fault>(
  ...(['fine', 'fine', 'lost-after', 'lost-before', 'cut-off', 'unsent', 'refused', 'undecided'] as const),
)
const step = fc.record({
  minor: fc.integer({ min: 1, max: 12_000 }),
  faults: fc.array(fault, { maxLength: 4 }),
  status: fc.constantFrom('SUCCESS', 'SUCCESS', 'WAITING', 'FAILURE'),
  decided: fc.constantFrom('SUCCESS', 'FAILURE'),
  minutesLater: fc.integer({ min: 0, max: 10 }),
  again: fc.boolean(),
})
const rows = fc.array(
  fc.record({ price: fc.integer({ min: 1, max: 9000 }), paid: fc.integer({ min: 1, max: 12_000 }) }),
  { minLength: 1, maxLength: 4 },
)

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function live(
  harness: OperationsHarness,
  account: BankAccount,
  each: Step,
  index: number,
): Promise<void> {
  harness.bank.faults.push(...each.faults)
  harness.bank.statuses.push(each.status)
  await harness.refund(account, each.minor, `r${index}`)
  if (each.again) await harness.refund(account, each.minor, `r${index}`)
  harness.bank.down = false
  harness.pass(each.minutesLater * 60)
  await harness.operations.resumeOperations()
  harness.bank.decide(each.decided)
}

async function quiet(harness: OperationsHarness): Promise<void> {
  harness.bank.faults.splice(0)
  harness.bank.statuses.splice(0)
  harness.bank.down = false
  for (let times = 0; times < 12; times += 1) {
    await harness.resume()
    harness.bank.decide('SUCCESS')
  }
}

/** Card money that the shop's books say went back: all of it, and of each transaction. */
function booked(harness: OperationsHarness, transactionId?: number): number {
  const steps = harness.platform.operations.all().flatMap((operation) => operation.steps)
  const done = steps.filter((step) => step.state === 'done')
  const mine = done.filter((step) => transactionId === undefined || step.transactionId === transactionId)
  return sum(
    mine.map((step) => step.amount),
    'TRY',
  ).minor
}

test('Craftgate and the books of the shop agree in the end', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      fc.array(step, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (items, steps, sameDay) => {
        const harness = new OperationsHarness()
        const account = harness.bank.open(items)
        account.sameDay = sameDay
        for (const [index, each] of steps.entries()) await live(harness, account, each, index)
        await quiet(harness)
        const open = harness.platform.operations
          .all()
          .filter(({ state }) => state !== 'done' && state !== 'failed')
        expect(open).toEqual([])
        expect(booked(harness)).toBe(account.gone)
        expect(account.gone).toBeLessThanOrEqual(account.paid)
        await refundTheRest(harness, account)
        expect(account.gone).toBe(account.paid)
        expect(booked(harness)).toBe(account.paid)
      },
    ),
    { numRuns: 400 },
  )
})

async function refundTheRest(harness: OperationsHarness, account: BankAccount): Promise<void> {
  const done = harness.platform.operations
    .all()
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'done'))
  const left =
    account.price -
    sum(
      done.map((step) => step.price),
      'TRY',
    ).minor
  if (left === 0) return
  expect(await harness.refund(account, left, 'rest')).toMatchObject({
    state: 'done',
    operation: { amount: tl(left) },
  })
}
