import { z } from 'zod'
import { Faults, faultFields } from './faults'

const schema = z.strictObject({
  ...faultFields,
  path: z.string(),
  match: z.strictObject({ nth: z.number().default(1) }).optional(),
})
const open = () => new Faults(schema, ({ path }, request: string) => request.startsWith(path))

it('hits so many matching requests, and leaves the others alone', () => {
  const faults = open()
  faults.add({ path: '/a', times: 2 })
  expect(['/b', '/a/1', '/a/2', '/a/3'].map((request) => faults.take(request)?.path)).toEqual([
    undefined,
    '/a',
    '/a',
    undefined,
  ])
})

it('waits for the nth matching request', () => {
  const faults = open()
  const id = faults.add({ path: '/a', match: { nth: 2 } })
  expect(['/a', '/a', '/a'].map((request) => faults.take(request)?.id)).toEqual([undefined, id, undefined])
  expect(faults.list()).toMatchObject([{ id, seen: 3, hit: 1 }])
})

it('gives a request to the first of two faults, and counts it for both', () => {
  const faults = open()
  const first = faults.add({ path: '/a' })
  const second = faults.add({ path: '/', match: { nth: 2 } })
  expect([faults.take('/a')?.id, faults.take('/a')?.id]).toEqual([first, second])
})

it('takes no nonsense, and forgets everything when it is cleared', () => {
  const faults = open()
  expect(() => faults.add({ path: '/a', times: 0 })).toThrow()
  faults.add({ path: '/a' })
  faults.clear()
  expect(faults.take('/a')).toBeUndefined()
})
