import fc from 'fast-check'
import { sum } from '../money'
import type { BankAccount } from './testing/bank-account'
import { LifecycleRig, tl } from './testing/lifecycle-rig'
import type { Mishap } from './testing/scripted-bank'

// Any row of refunds, with anything going wrong on the way: in the end Craftgate and the shop's own books agree to the
// kuruş, transaction by transaction, and nothing is left open.

const mishap = fc.constantFrom<Mishap>(
  ...(['fine', 'fine', 'lost-after', 'lost-before', 'cut-off', 'unsent', 'refused', 'undecided'] as const),
)
const stepContext = fc.record({
  minor: fc.integer({ min: 1, max: 12_000 }),
  mishaps: fc.array(mishap, { maxLength: 4 }),
  status: fc.constantFrom('SUCCESS', 'SUCCESS', 'WAITING', 'FAILURE'),
  decided: fc.constantFrom('SUCCESS', 'FAILURE'),
  minutesLater: fc.integer({ min: 0, max: 10 }),
  again: fc.boolean(),
})
const rows = fc.array(
  fc.record({ price: fc.integer({ min: 1, max: 9000 }), paid: fc.integer({ min: 1, max: 12_000 }) }),
  { minLength: 1, maxLength: 4 },
)

type StepContext = typeof stepContext extends fc.Arbitrary<infer T> ? T : never

async function live(
  rig: LifecycleRig,
  account: BankAccount,
  each: StepContext,
  index: number,
): Promise<void> {
  rig.bank.mishaps.push(...each.mishaps)
  rig.bank.statuses.push(each.status)
  await rig.refund(account, each.minor, `r${index}`)
  if (each.again) await rig.refund(account, each.minor, `r${index}`)
  rig.bank.down = false
  rig.pass(each.minutesLater * 60)
  await rig.lifecycle.resumeOperations()
  rig.bank.decide(each.decided)
}

async function quiet(rig: LifecycleRig): Promise<void> {
  rig.bank.mishaps.splice(0)
  rig.bank.statuses.splice(0)
  rig.bank.down = false
  for (let rounds = 0; rounds < 12; rounds += 1) {
    await rig.resume()
    rig.bank.decide('SUCCESS')
  }
}

/** Card money that the shop's books say went back: all of it, and of each transaction. */
function booked(rig: LifecycleRig, transactionId?: number): number {
  const steps = rig.platform.operations.all().flatMap((operation) => operation.steps)
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
      fc.array(stepContext, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (items, stepContexts, sameDay) => {
        const rig = new LifecycleRig()
        const account = rig.bank.open(items)
        account.sameDay = sameDay
        for (const [index, each] of stepContexts.entries()) await live(rig, account, each, index)
        await quiet(rig)
        const open = rig.platform.operations
          .all()
          .filter(({ state }) => state !== 'done' && state !== 'failed')
        expect(open).toEqual([])
        expect(booked(rig)).toBe(account.gone)
        expect(account.gone).toBeLessThanOrEqual(account.paid)
        await refundTheRest(rig, account)
        expect(account.gone).toBe(account.paid)
        expect(booked(rig)).toBe(account.paid)
      },
    ),
    { numRuns: 400 },
  )
})

async function refundTheRest(rig: LifecycleRig, account: BankAccount): Promise<void> {
  const done = rig.platform.operations
    .all()
    .flatMap(({ steps }) => steps.filter(({ state }) => state === 'done'))
  const left =
    account.price -
    sum(
      done.map((step) => step.price),
      'TRY',
    ).minor
  if (left === 0) return
  expect(await rig.refund(account, left, 'rest')).toMatchObject({
    state: 'done',
    operation: { amount: tl(left) },
  })
}
