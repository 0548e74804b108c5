import { saveWithOptimisticLock, type VersionedWrites } from './stored-platform'

interface Row {
  readonly name: string
  readonly version: number
}

class Taken extends Error {}

function table(rows: Map<string, Row>): VersionedWrites<Row> {
  return {
    async insert(row) {
      if (rows.has(row.name)) throw new Taken()
      rows.set(row.name, row)
    },
    async update(row, version) {
      if (rows.get(row.name)?.version !== version) return false
      rows.set(row.name, row)
      return true
    },
    isTaken: (error) => error instanceof Taken,
  }
}

test('a new row is stored as version 1, and each write raises it by one', async () => {
  const rows = new Map<string, Row>()
  const first = await saveWithOptimisticLock({ name: 'a', version: 0 }, table(rows))
  expect(first).toEqual({ name: 'a', version: 1 })
  expect(await saveWithOptimisticLock({ name: 'a', version: 1 }, table(rows))).toEqual({
    name: 'a',
    version: 2,
  })
})

test('a write over somebody else is a conflict, and so is a row that exists already', async () => {
  const rows = new Map<string, Row>([['a', { name: 'a', version: 3 }]])
  expect(await saveWithOptimisticLock({ name: 'a', version: 2 }, table(rows))).toBe('conflict')
  expect(await saveWithOptimisticLock({ name: 'a', version: 0 }, table(rows))).toBe('conflict')
  expect(rows.get('a')?.version).toBe(3)
})

test('any other problem of the database is thrown', async () => {
  const broken = { ...table(new Map()), insert: () => Promise.reject(new Error('no connection')) }
  await expect(saveWithOptimisticLock({ name: 'a', version: 0 }, broken)).rejects.toThrow('no connection')
})
