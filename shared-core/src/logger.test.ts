import { CraftgateError } from './errors'
import { logError } from './logger'

test('of an error a log has its class, its code and where it happened', () => {
  const driverError = Object.assign(new Error('duplicate key'), { code: '23505' })
  const failed = Object.assign(new TypeError('no\nsecond line (at x.ts:1:1)'), { driverError })
  expect(logError(failed)).toMatchObject({ name: 'TypeError', code: '23505' })
  const { at } = logError(failed) as { at: string[] }
  expect(at[0]).toMatch(/^[\w-]+\/src\/logger\.test\.ts:\d+:\d+$/)
  expect(at.length).toBeLessThanOrEqual(6)
})

test('of ours also its kind and the request that it is about', () => {
  const error = new CraftgateError({
    ...{ kind: 'unavailable', code: 'circuit-open', message: 'closed', retry: 'no' },
    merchantMessage: { tr: 'Kapalı', en: 'Closed' },
  })
  expect(logError(error)).toMatchObject({ kind: 'unavailable', code: 'circuit-open' })
  expect(logError(error).at).toEqual(expect.arrayContaining([expect.stringContaining('logger.test.ts:')]))
})

test('what is thrown and is no error has the name of its type', () => {
  expect(logError('a text that may be a secret')).toEqual({ name: 'string' })
})
