import { randomUUID } from 'node:crypto'
import type { AlertRecord, AlertStore } from '../alerts'

function newAlert(over: Partial<AlertRecord> = {}): AlertRecord {
  const now = new Date()
  return {
    ...{ account: `main:${randomUUID()}`, kind: 'refused-refunds', state: 'raised', count: 2 },
    ...{ since: now, raisedAt: now, messageId: randomUUID(), pending: ['webhook', 'event'], attempts: 1 },
    ...{ nextAttemptAt: new Date(now.getTime() + 60_000), createdAt: now, updatedAt: now, version: 0 },
    ...over,
  }
}

const written = (record: AlertRecord | undefined) => ({ ...record, updatedAt: 0, version: 0 })

/** What `CommercePlatform.alerts` promises, as jest tests; `second`: the same shop as another server reaches it. */
export function describeAlertStore(store: () => AlertStore, second: () => AlertStore): void {
  const save = async (record: AlertRecord): Promise<AlertRecord> => {
    const saved = await store().save(record)
    if (saved === 'conflict') throw new Error('It was not stored: conflict')
    return saved
  }

  test('what was said comes back as it was written, one version later', async () => {
    const record = newAlert()
    expect(await save(record)).toMatchObject({ version: 1 })
    const [found, ...more] = await second().of(record.account)
    expect([written(found), more]).toEqual([written(record), []])
    const told = { ...record, version: 1, pending: [], nextAttemptAt: undefined }
    expect(await save(told)).toMatchObject({ version: 2, pending: [] })
    const [after] = await store().of(record.account)
    expect(after?.nextAttemptAt).toBeUndefined()
  })

  test('an account has one of each kind, and no other account’s', async () => {
    const record = await save(newAlert())
    await save(newAlert({ account: record.account, kind: 'loans' }))
    await save(newAlert())
    const kinds = (await store().of(record.account)).map(({ kind }) => kind)
    expect(kinds.toSorted()).toEqual(['loans', 'refused-refunds'])
    expect(await store().save(newAlert({ account: record.account }))).toBe('conflict')
  })

  test('of two servers one says it first, and one claims what is due', async () => {
    const record = newAlert()
    const inserts = await Promise.all([store().save(record), second().save(record)])
    expect(inserts.filter((answer) => answer === 'conflict')).toHaveLength(1)
    const [saved] = await store().of(record.account)
    if (saved === undefined) throw new Error('It is not there')
    const claim = { ...saved, attempts: 2 }
    const claims = await Promise.all([store().save(claim), second().save(claim)])
    expect(claims.filter((answer) => answer === 'conflict')).toHaveLength(1)
  })
}
