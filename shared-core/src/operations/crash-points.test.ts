import type { BankAccount } from './testing/bank-account'
import { CrashInjector } from './testing/crash-injector'
import { OperationsHarness } from './testing/operations-harness'
import type { Fault } from './testing/scripted-bank'

// A server dies at every point between two steps of a operation (before and after each read, each write and each
// request), another one goes on, and may die at every point too. Whatever happens, the money moves exactly once.

const rows = [
  { price: 6000, paid: 6600 },
  { price: 3000, paid: 3300 },
  { price: 1000, paid: 1100 },
]

interface Story {
  readonly name: string
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly faults: readonly Fault[]
  readonly laterDay?: boolean
  readonly call: (
    harness: OperationsHarness,
    account: BankAccount,
    on: OperationsHarness['operations'],
  ) => Promise<unknown>
  readonly key: string
  /** True when the money moved, and as it should. */
  readonly moved: (account: BankAccount) => boolean
  readonly still: (account: BankAccount) => boolean
}

const refund = (minor: number, paid: number): Pick<Story, 'phase' | 'call' | 'key' | 'moved' | 'still'> => ({
  phase: 'AUTH',
  key: 'r',
  call: (harness, account, on) => harness.refund(account, minor, 'r', on),
  moved: (account) => account.gone === paid,
  still: (account) => account.gone === 0,
})

const capture: Pick<Story, 'phase' | 'call' | 'key' | 'moved' | 'still'> = {
  phase: 'PRE_AUTH',
  key: 'c',
  call: (harness, account, on) => harness.capture(account, 9500, 'c', on),
  moved: (account) => account.captures === 1 && account.paid === 10_450,
  still: (account) => account.captures === 0,
}

const stories: readonly Story[] = [
  { name: 'a partial refund of three steps', ...refund(9500, 10_450), faults: [] },
  { name: 'one whose second answer is lost', ...refund(9500, 10_450), faults: ['fine', 'lost-after'] },
  { name: 'one whose second request is lost', ...refund(9500, 10_450), faults: ['fine', 'lost-before'] },
  {
    name: 'one whose second answer says nothing',
    ...refund(9500, 10_450),
    faults: ['fine', 'undecided-done'],
  },
  { name: 'one whose first request stays at home', ...refund(9500, 10_450), faults: ['unsent'] },
  { name: 'a whole refund on the same day', ...refund(10_000, 11_000), faults: [] },
  { name: 'a whole refund later', ...refund(10_000, 11_000), faults: [], laterDay: true },
  { name: 'a whole refund whose request is lost', ...refund(10_000, 11_000), faults: ['lost-before'] },
  { name: 'a capture', ...capture, faults: [] },
  { name: 'a capture whose answer is lost', ...capture, faults: ['lost-after'] },
  { name: 'a capture whose request is lost', ...capture, faults: ['lost-before'] },
]

const PLENTY = 400

/** Runs the work in a process of its own. True when it died. */
async function dies(crash: CrashInjector, work: () => Promise<unknown>): Promise<boolean> {
  await work().catch((error: Error) => {
    if (!crash.crashed) throw error
  })
  return crash.crashed
}

function begin({ phase, faults, laterDay = false }: Story) {
  const harness = new OperationsHarness()
  const account = harness.bank.open(rows, phase)
  account.sameDay = !laterDay
  harness.bank.faults.push(...faults)
  return { harness, account }
}

async function reconcileUntilQuiet(harness: OperationsHarness): Promise<void> {
  for (let times = 0; times < 8; times += 1) await harness.resume()
}

/** The end of the story: all is quiet, the shop asks once more with the same key. */
async function expectOnce(
  { call, key, moved, still }: Story,
  harness: OperationsHarness,
  account: BankAccount,
) {
  await reconcileUntilQuiet(harness)
  const written = harness.stored(key)
  expect(written === undefined ? still(account) : moved(account)).toBe(true)
  expect(written?.state ?? 'done').toBe('done')
  expect(await call(harness, account, harness.operations)).toMatchObject({
    state: expect.stringMatching(/done|unknown/),
  })
  await reconcileUntilQuiet(harness)
  expect(moved(account)).toBe(true)
  expect(harness.operation(key).state).toBe('done')
}

describe.each(stories)('$name', (story) => {
  test('moves once, wherever the server dies', async () => {
    let points = 0
    for (; points < PLENTY; points += 1) {
      const { harness, account } = begin(story)
      const crash = new CrashInjector(points)
      const died = await dies(crash, () => story.call(harness, account, harness.process(crash)))
      await expectOnce(story, harness, account)
      if (!died) break
    }
    expect(points).toBeGreaterThan(10)
    expect(points).toBeLessThan(PLENTY)
  })

  test('moves once, wherever the server that goes on dies too', async () => {
    for (let first = 1; first < PLENTY; first += 2) {
      let died = false
      for (let second = 0; second < PLENTY; second += 1) {
        const { harness, account } = begin(story)
        const crash = new CrashInjector(first)
        died = await dies(crash, () => story.call(harness, account, harness.process(crash)))
        const next = new CrashInjector(second)
        const diedAgain = await dies(next, () => resumeThrice(harness, next))
        await expectOnce(story, harness, account)
        if (!diedAgain) break
      }
      if (!died) return
    }
    throw new Error('It never came to its end')
  })

  test('is told to the shop, until it acknowledged it', async () => {
    for (let points = 0; points < PLENTY; points += 1) {
      const { harness, account } = begin(story)
      const crash = new CrashInjector(points)
      const died = await dies(crash, () => story.call(harness, account, harness.process(crash)))
      const isWritten = harness.stored(story.key) !== undefined
      await reconcileUntilQuiet(harness)
      expect(harness.reported).toEqual(isWritten ? [`${story.key} done`] : [])
      if (!died) return
    }
  })
})

async function resumeThrice(harness: OperationsHarness, crash: CrashInjector): Promise<void> {
  const on = harness.process(crash)
  for (let times = 0; times < 3; times += 1) {
    await harness.resume(on)
    if (crash.crashed) throw new Error('The process died')
  }
}
