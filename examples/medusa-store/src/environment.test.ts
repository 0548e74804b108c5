import { BUILD_ENVIRONMENT } from '@craftgate-commerce/example-vendure-store/dist/zerdali/environment'
import { readEnvironment } from './environment'

test('without anything more there is no Redis, the job runs and the admin is served', () => {
  expect(readEnvironment({ ...BUILD_ENVIRONMENT, REDIS_URL: '' })).toMatchObject({
    port: 3000,
    redisUrl: undefined,
    reconcileJob: true,
    adminDisabled: false,
  })
})

test('Redis, the job and the admin are settings of this store', () => {
  const more = { REDIS_URL: 'redis://127.0.0.1:6379', RECONCILE_JOB: 'false', ADMIN_DISABLED: 'true' }
  expect(readEnvironment({ ...BUILD_ENVIRONMENT, ...more })).toMatchObject({
    redisUrl: 'redis://127.0.0.1:6379',
    reconcileJob: false,
    adminDisabled: true,
  })
})

test('what every store needs is asked for in the same words', () => {
  expect(() => readEnvironment({ ...BUILD_ENVIRONMENT, CRAFTGATE_API_KEY: ' ' })).toThrow(
    /^CRAFTGATE_API_KEY is missing: /,
  )
})
