import { signedFetch } from '../test/signed-fetch'
import { useTestServer } from '../test/use-test-server'

const testServer = useTestServer({}, 'file')
afterEach(() => testServer.sandbox.control.reset())

async function call(method: string, path: string, body?: unknown) {
  const { status, text } = await signedFetch(testServer.sandbox, { method, path, body })
  return { status, ...(text === '' ? {} : JSON.parse(text)) }
}

const path = '/payment/v1/payment-tokens'

it('makes a token for a value, tells who issued it, and deletes it once', async () => {
  const { data } = await call('POST', path, { value: '5258640000000001', issuer: 'SHOP' })
  expect(data).toEqual({ token: expect.stringMatching(/^[\da-f-]{36}$/), issuer: 'SHOP' })
  expect(await call('DELETE', `${path}/${data.token}`)).toEqual({ status: 204 })
  expect(await call('DELETE', `${path}/${data.token}`)).toMatchObject({ errors: { errorCode: '4163' } })
})

it('gives two values two tokens, and needs a value', async () => {
  const tokens = await Promise.all(['a', 'a'].map((value) => call('POST', path, { value, issuer: 'SHOP' })))
  expect(new Set(tokens.map(({ data }) => data.token)).size).toBe(2)
  expect(await call('POST', path, { issuer: 'SHOP' })).toMatchObject({ errors: { errorCode: '4000' } })
})

it('finds no card that another provider kept, as none was brought over', async () => {
  const { data } = await call('GET', '/payment/v1/cards/provider-card-mappings?cardProvider=MEX')
  expect(data).toMatchObject({ totalSize: 0, items: [] })
})
