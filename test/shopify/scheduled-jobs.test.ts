import type { AppContext } from '../../packages/shopify/src/context/app-context'
import { Lease } from '../../packages/shopify/src/jobs/lease'
import { PgBossJobQueue } from '../../packages/shopify/src/jobs/pg-boss-job-queue'
import { type TestApps, testAppsOnPostgres } from './app-on-postgres'

// Work that runs by the clock, on several processes of which one may die in the middle of it.

const NAME = 'craftgate-reconcile'
/** Comes by itself on 29 February only; the tests send their own. */
const CRON = '0 0 29 2 *'

let apps: TestApps
let context: AppContext

beforeEach(async () => {
  apps = await testAppsOnPostgres('shopify_scheduled_jobs')
  context = await apps.open()
})
afterEach(() => apps.close())

function event() {
  let happened = () => {}
  const happens = new Promise<void>((resolve) => {
    happened = resolve
  })
  return { happens, happened }
}

/** What the queue does when the cron expression fits. */
const timeComes = () =>
  context.database.query(
    'INSERT INTO pgboss.job (name, policy) SELECT name, policy FROM pgboss.queue WHERE name = $1',
    [NAME],
  )

test('a round whose worker was killed does not keep the next round from another one', async () => {
  const { databaseUrl, pools } = context.options
  const queue = { databaseUrl, poolSize: pools.jobs, logger: context.logger }
  const [first, second] = [await PgBossJobQueue.start(queue), await PgBossJobQueue.start(queue)]
  const [began, buried, taken] = [event(), event(), event()]
  const [dying, living] = [new Lease(context, NAME), new Lease(context, NAME)]
  await first.schedule({
    name: NAME,
    cron: CRON,
    run: async () =>
      void (await dying.whileHeld(() => {
        began.happened()
        // A process that was killed says nothing more.
        return buried.happens
      })),
  })
  await timeComes()
  await began.happens
  let rounds = 0
  const skipped = event()
  await second.schedule({
    name: NAME,
    cron: CRON,
    run: async () => {
      const held = await living.whileHeld(async () => {
        rounds += 1
      })
      if (held) taken.happened()
      else skipped.happened()
    },
  })
  // While the first may be alive, nobody works beside it.
  await timeComes()
  await skipped.happens
  expect(rounds).toBe(0)
  apps.pass(61_000)
  await timeComes()
  await taken.happens
  expect(rounds).toBe(1)
  buried.happened()
  await Promise.all([first.stop(), second.stop()])
})

test('a lease belongs to one, is free when its work ended well or badly, and ends by itself', async () => {
  const [mine, other] = [new Lease(context, NAME), new Lease(context, NAME)]
  const nothing = async () => {}
  await mine.whileHeld(async () => {
    expect(await other.whileHeld(nothing)).toBe(false)
    expect(await new Lease(context, 'something else').whileHeld(nothing)).toBe(true)
  })
  expect(await other.whileHeld(nothing)).toBe(true)
  await expect(mine.whileHeld(() => Promise.reject(new Error('bad')))).rejects.toThrow('bad')
  expect(await other.whileHeld(nothing)).toBe(true)
  const running = mine.whileHeld(async () => {
    apps.pass(61_000)
    expect(await other.whileHeld(nothing)).toBe(true)
  })
  expect(await running).toBe(true)
})
