import { OPERATIONS, operationIds } from '@craftgate-commerce/openapi'
import { Hono } from 'hono'
import { ApiError } from '../errors/api-error'
import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'
import type { ApiEnv } from './api-context'
import { refuseUnplayed } from './unplayed'

/** An API that plays nothing but one call. */
async function ask(method: string, path: string) {
  const api = new Hono<ApiEnv>()
  api.onError((error, c) => c.text(error.message, error instanceof ApiError ? (error.status as 501) : 500))
  refuseUnplayed(api, new Set(['createWithdraw']))
  const answer = await api.request(path, { method })
  return { status: answer.status, text: await answer.text() }
}

it('says of a described call without a route that it is not played yet', async () => {
  expect(await ask('GET', '/wallet/v1/withdraws')).toMatchObject({
    status: 501,
    text: expect.stringContaining('GET /wallet/v1/withdraws'),
  })
})

it('says of everything else that there is no such endpoint', async () => {
  expect(await ask('POST', '/wallet/v1/withdraws')).toMatchObject({ status: 404 })
  expect(await ask('GET', '/wallet/v1/treasures')).toMatchObject({ status: 404 })
})

describe('the emulator', () => {
  const testServer = useTestServer({}, 'file')

  it.each(operationIds())('plays %s', async (id) => {
    const { method, path } = OPERATIONS[id]
    const body = method === 'GET' || method === 'DELETE' ? undefined : {}
    const sent = { method, path: path.replace(/\{(\w+)\}/g, '1'), body }
    expect((await signedFetch(testServer.sandbox, sent)).status).not.toBe(501)
  })
})
