import { Hono } from 'hono'
import { cookiesOf, fakeContext, SHOP } from '../../test/fake-context'
import { type CookieKind, SignedCookie } from './signed-cookie'

const KIND: CookieKind = { cookie: 'craftgate_merchant', purpose: 'merchant-login', seconds: 3600 }
const [OLD, NEW] = ['the-app-secret-of-before-0123456789', 'the-app-secret-of-today-9876543210']

/** A server with this APP_SECRET: gives a cookie, and says whose it is. */
function serverWith(appSecret: string) {
  const { context } = fakeContext({ appSecret })
  const cookie = new SignedCookie(KIND, context)
  return new Hono()
    .get('/login', async (c) => {
      await cookie.issue(c, SHOP)
      return c.body(null)
    })
    .get('/', async (c) => c.json({ shop: (await cookie.read(c))?.shop ?? null }))
}

async function shopOf(server: Hono, cookie: string): Promise<unknown> {
  return (await server.request('/', { headers: { cookie } })).json()
}

test('a login lasts over a change of the secret as long as the older one is in the list', async () => {
  const [before, during, after] = [serverWith(OLD), serverWith(`${NEW},${OLD}`), serverWith(NEW)]
  const old = cookiesOf(await before.request('/login'))
  expect(await shopOf(during, old)).toEqual({ shop: SHOP })
  expect(await shopOf(after, old)).toEqual({ shop: null })
  const fresh = cookiesOf(await during.request('/login'))
  expect(await shopOf(after, fresh)).toEqual({ shop: SHOP })
})
