import type { BankAccount } from './testing/bank-account'
import { Fuse } from './testing/fuse'
import { LifecycleRig } from './testing/lifecycle-rig'
import type { Mishap } from './testing/scripted-bank'

// A server dies at every point between two stepContexts of a money call (before and after each read, each write and each
// request), another one goes on, and may die at every point too. Whatever happens, the money moves exactly once.

const rows = [
  { price: 6000, paid: 6600 },
  { price: 3000, paid: 3300 },
  { price: 1000, paid: 1100 },
]

interface Story {
  readonly name: string
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly mishaps: readonly Mishap[]
  readonly laterDay?: boolean
  readonly call: (rig: LifecycleRig, account: BankAccount, on: LifecycleRig['lifecycle']) => Promise<unknown>
  readonly key: string
  /** True when the money moved, and as it should. */
  readonly moved: (account: BankAccount) => boolean
  readonly still: (account: BankAccount) => boolean
}

const refund = (minor: number, paid: number): Pick<Story, 'phase' | 'call' | 'key' | 'moved' | 'still'> => ({
  phase: 'AUTH',
  key: 'r',
  call: (rig, account, on) => rig.refund(account, minor, 'r', on),
  moved: (account) => account.gone === paid,
  still: (account) => account.gone === 0,
})

const capture: Pick<Story, 'phase' | 'call' | 'key' | 'moved' | 'still'> = {
  phase: 'PRE_AUTH',
  key: 'c',
  call: (rig, account, on) => rig.capture(account, 9500, 'c', on),
  moved: (account) => account.captures === 1 && account.paid === 10_450,
  still: (account) => account.captures === 0,
}

const stories: readonly Story[] = [
  { name: 'a partial refund of three steps', ...refund(9500, 10_450), mishaps: [] },
  { name: 'one whose second answer is lost', ...refund(9500, 10_450), mishaps: ['fine', 'lost-after'] },
  { name: 'one whose second request is lost', ...refund(9500, 10_450), mishaps: ['fine', 'lost-before'] },
  {
    name: 'one whose second answer says nothing',
    ...refund(9500, 10_450),
    mishaps: ['fine', 'undecided-done'],
  },
  { name: 'one whose first request stays at home', ...refund(9500, 10_450), mishaps: ['unsent'] },
  { name: 'a whole refund on the same day', ...refund(10_000, 11_000), mishaps: [] },
  { name: 'a whole refund later', ...refund(10_000, 11_000), mishaps: [], laterDay: true },
  { name: 'a whole refund whose request is lost', ...refund(10_000, 11_000), mishaps: ['lost-before'] },
  { name: 'a capture', ...capture, mishaps: [] },
  { name: 'a capture whose answer is lost', ...capture, mishaps: ['lost-after'] },
  { name: 'a capture whose request is lost', ...capture, mishaps: ['lost-before'] },
]

const PLENTY = 400

/** Runs the work in a process of its own. True when it died. */
async function dies(fuse: Fuse, work: () => Promise<unknown>): Promise<boolean> {
  await work().catch((error: Error) => {
    if (!fuse.blown) throw error
  })
  return fuse.blown
}

function begin({ phase, mishaps, laterDay = false }: Story) {
  const rig = new LifecycleRig()
  const account = rig.bank.open(rows, phase)
  account.sameDay = !laterDay
  rig.bank.mishaps.push(...mishaps)
  return { rig, account }
}

async function reconcileUntilQuiet(rig: LifecycleRig): Promise<void> {
  for (let rounds = 0; rounds < 8; rounds += 1) await rig.resume()
}

/** The end of the story: all is quiet, the shop asks once more with the same key. */
async function expectOnce({ call, key, moved, still }: Story, rig: LifecycleRig, account: BankAccount) {
  await reconcileUntilQuiet(rig)
  const written = rig.stored(key)
  expect(written === undefined ? still(account) : moved(account)).toBe(true)
  expect(written?.state ?? 'done').toBe('done')
  expect(await call(rig, account, rig.lifecycle)).toMatchObject({
    state: expect.stringMatching(/done|unknown/),
  })
  await reconcileUntilQuiet(rig)
  expect(moved(account)).toBe(true)
  expect(rig.operation(key).state).toBe('done')
}

describe.each(stories)('$name', (story) => {
  test('moves once, wherever the server dies', async () => {
    let points = 0
    for (; points < PLENTY; points += 1) {
      const { rig, account } = begin(story)
      const fuse = new Fuse(points)
      const died = await dies(fuse, () => story.call(rig, account, rig.process(fuse)))
      await expectOnce(story, rig, account)
      if (!died) break
    }
    expect(points).toBeGreaterThan(10)
    expect(points).toBeLessThan(PLENTY)
  })

  test('moves once, wherever the server that goes on dies too', async () => {
    for (let first = 1; first < PLENTY; first += 2) {
      let died = false
      for (let second = 0; second < PLENTY; second += 1) {
        const { rig, account } = begin(story)
        const fuse = new Fuse(first)
        died = await dies(fuse, () => story.call(rig, account, rig.process(fuse)))
        const next = new Fuse(second)
        const diedAgain = await dies(next, () => resumeThrice(rig, next))
        await expectOnce(story, rig, account)
        if (!diedAgain) break
      }
      if (!died) return
    }
    throw new Error('It never came to its end')
  })

  test('is told to the shop, once it was left pending', async () => {
    for (let points = 0; points < PLENTY; points += 1) {
      const { rig, account } = begin(story)
      const fuse = new Fuse(points)
      const died = await dies(fuse, () => story.call(rig, account, rig.process(fuse)))
      const pending = ['planned', 'unknown'].includes(rig.stored(story.key)?.state ?? '')
      await reconcileUntilQuiet(rig)
      expect(rig.told).toEqual(pending ? [`${story.key} done`] : [])
      if (!died) return
    }
  })
})

async function resumeThrice(rig: LifecycleRig, fuse: Fuse): Promise<void> {
  const on = rig.process(fuse)
  for (let rounds = 0; rounds < 3; rounds += 1) {
    await rig.resume(on)
    if (fuse.blown) throw new Error('The process died')
  }
}
