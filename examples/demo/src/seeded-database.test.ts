import type { Postgres } from './postgres'
import { freshDatabase, keptDatabase, type Seed } from './seeded-database'

/** Databases by name: what they hold. */
function memory() {
  const held = new Map<string, string>()
  const notes = new Map<string, string>()
  const url = (name: string) => `postgres://${name}`
  const postgres: Postgres = {
    async database(name) {
      if (!held.has(name)) held.set(name, '')
      return url(name)
    },
    exists: async (name) => held.has(name),
    async copy(from, to) {
      held.set(to, held.get(from) ?? 'nothing to copy')
      return url(to)
    },
    async rename(from, to) {
      held.set(to, held.get(from) ?? '')
      held.delete(from)
    },
    async drop(name) {
      held.delete(name)
      notes.delete(name)
    },
    note: async (name) => notes.get(name),
    writeNote: async (name, text) => void notes.set(name, text),
    stop: async () => {},
  }
  const seed = (build: string): Seed => ({
    store: 'vendure',
    build: () => build,
    async fill({ url: address }) {
      const name = address.replace('postgres://', '')
      held.set(name, `${held.get(name)}+${build}`)
    },
  })
  return { held, postgres, seed, place: { postgres, stateDir: '/state' } }
}

test('a fresh shop is a copy, and one build seeds once', async () => {
  const { held, place, seed } = memory()
  await freshDatabase(place, seed('a'), 'one')
  held.set('one', 'sold out')
  const two = await freshDatabase(place, seed('a'), 'two')
  expect(two).toEqual({ url: 'postgres://two', assetDir: '/state/assets/vendure_seed_a' })
  expect(Object.fromEntries(held)).toEqual({ one: 'sold out', two: '+a', vendure_seed_a: '+a' })
})

test('a seed that broke off leaves no original behind', async () => {
  const { held, place, seed } = memory()
  const broken = { ...seed('a'), fill: () => Promise.reject(new Error('no disk')) }
  await expect(freshDatabase(place, broken, 'one')).rejects.toThrow('no disk')
  expect(held.has('vendure_seed_a')).toBe(false)
  await freshDatabase(place, seed('a'), 'one')
  expect(held.get('one')).toBe('+a')
})

test('a kept shop is looked at by each new build, once', async () => {
  const { held, place, seed } = memory()
  for (const build of ['a', 'a', 'b', 'b']) await keptDatabase(place, seed(build), 'shop')
  expect(held.get('shop')).toBe('+a+b')
})
