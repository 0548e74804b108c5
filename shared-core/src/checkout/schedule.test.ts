import { cancelledAfterAllNote, notCancelledNote } from '../messages/fraud'
import type { CheckoutState } from '../platform'
import { ShopHarness } from '../testing/shop-harness'
import { nextCheckAt } from './schedule'

const MINUTE = 60_000
const DAY = 24 * 60
const SINCE = new Date('2026-03-01T10:00:00Z')

/** Minutes after the state began at which an attempt is looked at, as long as nothing changes; at most so many. */
function checksOf(
  state: CheckoutState,
  most: number,
  over = { unitMs: 2 * MINUTE, repairs: false },
): number[] {
  const checks: number[] = []
  const record = { state, stateSince: SINCE, token: 'token', context: {} }
  let at = nextCheckAt(record, { now: SINCE, ...over })
  while (at !== undefined && checks.length < most) {
    checks.push((at.getTime() - SINCE.getTime()) / MINUTE)
    at = nextCheckAt(record, { now: at, ...over })
  }
  return checks
}

test.each(['open', 'review', 'refunding', 'needs-review'] as const)(
  '%s: checks back off, then come hourly and daily',
  (state) => {
    expect(checksOf(state, 8)).toEqual([2, 6, 16, 46, 106, 166, 226, 286])
    const late = checksOf(state, 40).slice(-2)
    expect((late[1] ?? 0) - (late[0] ?? 0)).toBe(DAY)
  },
)

test('an undecided review is asked about for a month, an authorization for five weeks, and then no more', () => {
  expect(checksOf('review', 1000).at(-1)).toBeLessThan(32 * DAY)
  expect(checksOf('authorized', 1000).slice(0, 2)).toEqual([5, 5 + DAY])
  expect(checksOf('authorized', 1000).at(-1)).toBeLessThan(37 * DAY)
})

test.each([
  ['captured', [5]],
  ['expired', [60, DAY]],
  ['refunded', []],
] as const)('%s is looked at after %p minutes', (state, minutes) => {
  expect(checksOf(state, 99)).toEqual(minutes)
})

test('a rejected payment whose order could not be cancelled is looked at for a month, and no more when it is', () => {
  const stateSince = SINCE
  const look = (days: number, note: string) =>
    nextCheckAt(
      { state: 'refunded', stateSince, token: 'token', context: {}, note },
      { now: new Date(SINCE.getTime() + days * DAY * MINUTE), unitMs: 2 * MINUTE, repairs: false },
    )
  const note = notCancelledNote('Payment 1 was rejected')
  expect(look(0, note)).toEqual(new Date(SINCE.getTime() + 2 * MINUTE))
  expect(look(31, note)).toBeUndefined()
  expect(look(0, cancelledAfterAllNote(note))).toBeUndefined()
})

test('an order that can be repaired is looked at ten seconds earlier as well', () => {
  expect(checksOf('captured', 99, { unitMs: MINUTE, repairs: true })).toEqual([1 / 6, 5])
})

/** Runs reconcile each minute, as a shop does, and counts the questions that Craftgate got. */
async function questionsIn(harness: ShopHarness, minutes: number): Promise<number> {
  const before = harness.craftgate.calls.length
  for (let minute = 0; minute < minutes; minute++) {
    harness.pass(1)
    await harness.reconcile()
  }
  return harness.craftgate.calls.length - before
}

test('a shopper who leaves at 3D Secure costs some thirty questions a day, and not one a minute', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { paymentStatus: 'INIT_THREEDS' })
  expect(await questionsIn(harness, DAY)).toBeLessThan(35)
})

test('an attempt that expired is looked at again: what a second card paid at the last moment is found', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  await questionsIn(harness, 60)
  expect((await harness.stored()).state).toBe('expired')
  harness.craftgate.pay(record.token)
  await questionsIn(harness, 61)
  expect((await harness.stored()).state).toBe('captured')
})

test('an attempt that expired and was never paid is asked about twice more', async () => {
  const harness = new ShopHarness()
  await harness.opened()
  await questionsIn(harness, 60)
  expect(await questionsIn(harness, 2 * DAY)).toBe(2)
})

test('an authorization that is captured in the panel after days is captured in the shop', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened({ phase: 'PRE_AUTH' })
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  expect(await questionsIn(harness, 2 * DAY)).toBeLessThan(12)
  harness.craftgate.reportAs(record.token, { paymentPhase: 'POST_AUTH' })
  await questionsIn(harness, DAY)
  expect((await harness.stored()).state).toBe('captured')
})

test('an attempt that cannot be asked about is asked about later, each time less often', async () => {
  const harness = new ShopHarness()
  await harness.opened()
  harness.craftgate.goDown()
  expect(await questionsIn(harness, 60)).toBe(4)
})
