import type { AppContext } from '../../packages/shopify/src/context/app-context'
import type { SessionRow } from '../../packages/shopify/src/database'
import { runRetention } from '../../packages/shopify/src/jobs/retention-job'
import { PanelAudit } from '../../packages/shopify/src/storage'
import { insertSession, rowsOf, SHOP, type TestApps, testAppsOnPostgres } from './app-on-postgres'

// What goes when it is old, and what never does.

const DAY_MS = 86_400_000

let apps: TestApps
let context: AppContext
beforeAll(async () => {
  apps = await testAppsOnPostgres('shopify_retention')
  context = await apps.open()
})
afterAll(() => apps?.close())

const daysAgo = (days: number) => new Date(apps.now().getTime() - days * DAY_MS)

/** A session that began, and was last written, so many days ago. */
function oldSession(id: string, days: number, more: Partial<SessionRow> = {}) {
  const at = daysAgo(days)
  const ended = { resolution: { mutation: 'paymentSessionResolve' }, syncStatus: 'synced' } as const
  return insertSession(context, { ...ended, id, createdAt: at, changedAt: at, ...more })
}

const refundOf = (payment: string, more: Partial<SessionRow> = {}): Partial<SessionRow> => ({
  ...{ kind: 'refund', group: null, paymentSessionId: payment },
  ...{ resolution: { mutation: 'refundSessionResolve' }, ...more },
})

const addEvent = (session: string) =>
  context.database.query(
    `INSERT INTO craftgate_session_event (session_id, at, what, facts) VALUES ($1, now(), 'synced', '{}')`,
    [session],
  )

const addCheckout = (reference: string, state: string, changedAt: Date) =>
  context.database.query(
    `INSERT INTO craftgate_checkout (shop, mode, record_id, reference, attempt, account, order_id, context, phase, state, amount,
       currency, payment_ids, started_at, changed_at, state_since, version)
     VALUES ($1, 'live', $2, $2, 1, 'live:a', $2, '{}', 'AUTH', $3, 100, 'TRY', '[]', $4, $4, $4, 1)`,
    [SHOP, reference, state, changedAt],
  )

const idsOf = async (table: string, column: string) =>
  (await rowsOf(context, table)).map((row) => String(row[column])).sort()

test('a payment of long ago goes with its refunds, its timeline and its place in its group', async () => {
  await oldSession('old', 1_200)
  await oldSession('old-refund', 1_150, refundOf('old'))
  await oldSession('young', 1_000)
  for (const session of ['old', 'old-refund', 'young']) await addEvent(session)
  await context.database.query(
    `INSERT INTO craftgate_group_winner (shop, mode, group_id, session_id, account, payment_id, won_at)
     SELECT shop, mode, group_id, id, 'live:a', 7, created_at FROM craftgate_session WHERE id IN ('old', 'young')`,
  )
  await addCheckout('old', 'captured', daysAgo(1_200))
  await addCheckout('young', 'captured', daysAgo(1_000))
  expect(await runRetention(context)).toMatchObject({ paid: 1, sessions: 1 })
  expect(await idsOf('session', 'id')).toEqual(['young'])
  expect(await idsOf('session_event', 'session_id')).toEqual(['young'])
  expect(await idsOf('group_winner', 'session_id')).toEqual(['young'])
  expect(await idsOf('checkout', 'reference')).toEqual(['young'])
})

test('what was done in the panel is kept as long as its payments', async () => {
  const audit = new PanelAudit(context.database)
  await audit.add(SHOP, { at: daysAgo(1_200), action: 'made-link', reference: '7' })
  await audit.add(SHOP, { at: daysAgo(1_000), action: 'deleted-link', reference: '7' })
  expect(await runRetention(context)).toMatchObject({ audit: 1 })
  expect(await idsOf('panel_audit', 'action')).toEqual(['deleted-link'])
})

test('what waits for Shopify, Craftgate, the merchant or the bank stays, however old it is', async () => {
  await oldSession('unsynced', 2_000, { syncStatus: 'exhausted' })
  await oldSession('syncing', 2_000, { syncStatus: null })
  await oldSession('issue', 2_000, { lastError: 'review-overdue' })
  await oldSession('refunding', 2_000)
  await oldSession('open-refund', 2_000, refundOf('refunding', { resolution: null, syncStatus: null }))
  await oldSession('refunded-lately', 2_000)
  await oldSession('late-refund', 10, refundOf('refunded-lately'))
  await oldSession('in-review', 2_000)
  await addCheckout('in-review', 'needs-review', daysAgo(2_000))
  expect(await runRetention(context)).toMatchObject({ paid: 0, unpaid: 0, sessions: 0 })
})

test("a shopper's e-mail, phone and addresses are forgotten after 90 days, and the payment stays", async () => {
  const personal = {
    contact: 'k1.sealed',
    emailHash: 'e',
    phoneHash: 'p',
    redirectUrl: 'https://shop.example.com/thanks',
  }
  await oldSession('of-spring', 91, personal)
  await oldSession('of-autumn', 89, personal)
  expect((await runRetention(context)).contacts).toBeGreaterThan(0)
  const rows = await rowsOf(context, 'session')
  const nothing = { contact: null, email_hash: null, phone_hash: null, redirect_url: null, cancel_url: null }
  expect(rows.find(({ id }) => id === 'of-spring')).toMatchObject({ ...nothing, amount: '12300' })
  expect(rows.find(({ id }) => id === 'of-autumn')).toMatchObject({ contact: 'k1.sealed', email_hash: 'e' })
})

test("'forever' keeps everything", async () => {
  const forever = {
    paidDays: 'forever',
    unpaidDays: 'forever',
    webhookDays: 'forever',
    contactDays: 'forever',
  } as const
  await oldSession('of-old-times', 9_000)
  const options = { ...context.options, retention: forever }
  const deleted = await runRetention({ ...context, options })
  expect(new Set(Object.values(deleted))).toEqual(new Set([0]))
  expect(await idsOf('session', 'id')).toContain('of-old-times')
})
