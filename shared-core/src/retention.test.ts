import { silentLogger } from './logger'
import type { RetentionStore } from './platform'
import { applyRetention, retentionOptions } from './retention'

const NOW = new Date('2026-11-24T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)

/** A store that has so many old rows of each kind, and remembers what it was asked. */
function storeWith(rows: Readonly<Record<string, number>>) {
  const left = new Map(Object.entries(rows))
  const asked: { what: string; before: Date; limit: number }[] = []
  const take = async (what: string, { before, limit }: { before: Date; limit: number }) => {
    asked.push({ what, before, limit })
    const taken = Math.min(left.get(what) ?? 0, limit)
    left.set(what, (left.get(what) ?? 0) - taken)
    return taken
  }
  const store: RetentionStore = {
    deleteCheckouts: ({ states, ...query }) => take(states.join(), query),
    deleteEvents: (query) => take('webhooks', query),
  }
  return { store, asked }
}

const run = (store: RetentionStore, options: object = {}, logger = silentLogger) =>
  applyRetention({ store, retention: retentionOptions.parse(options), logger, clock: () => NOW })

test('paid, unpaid and webhooks go by ages of their own, and only states that wait for nothing', async () => {
  const { store, asked } = storeWith({ 'authorized,captured,refunded': 1_200, expired: 3, webhooks: 0 })
  expect(await run(store)).toEqual({ paid: 1_200, unpaid: 3, webhooks: 0 })
  const ages = new Map(asked.map(({ what, before }) => [what, before]))
  expect([...ages]).toEqual([
    ['authorized,captured,refunded', daysAgo(1_095)],
    ['expired', daysAgo(90)],
    ['webhooks', daysAgo(30)],
  ])
  expect(asked.map(({ limit }) => limit)).toEqual([500, 500, 500, 500, 500])
})

test("what is kept 'forever' is not asked for, and one run ends however much there is", async () => {
  const { store, asked } = storeWith({ expired: 1_000_000 })
  expect(await run(store, { paidDays: 'forever', webhookDays: 'forever' })).toMatchObject({ unpaid: 100_000 })
  expect(new Set(asked.map(({ what }) => what))).toEqual(new Set(['expired']))
})

test('a part is deleted by a call, and the next one goes on where it ended', async () => {
  const { store } = storeWith({ expired: 1_200, webhooks: 600 })
  const part = () =>
    applyRetention(
      { store, retention: retentionOptions.parse({}), logger: silentLogger, clock: () => NOW },
      { batches: 2 },
    )
  expect(await part()).toEqual({ paid: 0, unpaid: 1_000, webhooks: 600 })
  expect(await part()).toEqual({ paid: 0, unpaid: 200, webhooks: 0 })
  expect(await part()).toEqual({ paid: 0, unpaid: 0, webhooks: 0 })
})

test('a kind that cannot be deleted is logged and keeps no other', async () => {
  const { store } = storeWith({ webhooks: 7 })
  const errors: string[] = []
  const logger = { ...silentLogger, error: (message: string) => errors.push(message) }
  const broken = { ...store, deleteCheckouts: () => Promise.reject(new Error('deadlock')) }
  expect(await run(broken, {}, logger)).toEqual({ paid: 0, unpaid: 0, webhooks: 7 })
  expect(errors).toHaveLength(2)
})

test.each([
  ['paidDays', 399],
  ['paidDays', 0],
  ['unpaidDays', 6],
  ['webhookDays', 1.5],
  ['webhookDays', 'always'],
])('%s of %s is refused by name', (name, value) => {
  const parsed = retentionOptions.safeParse({ [name]: value })
  expect(parsed.error?.issues[0]).toMatchObject({
    path: [name],
    message: expect.stringContaining('number of days, at least'),
  })
})
