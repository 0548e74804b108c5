import { SHOP_A, testHarness } from '../../../test/merchant-harness'

const keys = { [`${SHOP_A}/test`]: { apiKey: 'a', secretKey: 'b', webhookKey: 'c' } }

test('without keys Shopify is not told that the shop is ready', async () => {
  const { post, configured } = testHarness()
  expect((await post('/activate')).status).toBe(409)
  expect(configured).toEqual([])
})

test('a shop with keys is made ready, and goes on to the settings of its admin', async () => {
  const { post, configured, ready } = testHarness({ keys })
  const answer = await post('/activate')
  const location = `https://${SHOP_A}/services/payments_partners/gateways/shopify-client-id/settings`
  expect([answer.status, answer.headers.get('location')]).toEqual([303, location])
  expect(configured).toEqual([[SHOP_A, true, 'zerdali']])
  expect(ready).toEqual([[SHOP_A, true]])
})

test('what Shopify does not accept is said, and the shop stays as it is', async () => {
  const { post, ready } = testHarness({
    keys,
    answer: { kind: 'rejected', about: 'app', code: 'ACCESS_DENIED', message: '<b>no</b>' },
  })
  const text = await (await post('/activate')).text()
  expect(text).toContain('ACCESS_DENIED: &lt;b&gt;no&lt;/b&gt;')
  expect(ready).toEqual([])
})

test('a Shopify that does not answer may be asked later', async () => {
  const { post } = testHarness({ keys, answer: { kind: 'retry', reason: 'timeout' } })
  expect((await post('/activate')).status).toBe(503)
})

test('stopping asks first', async () => {
  const { post, configured, ready } = testHarness({ keys })
  expect((await post('/deactivate')).status).toBe(200)
  expect(configured).toEqual([])
  await post('/deactivate', { confirm: 'yes' })
  expect([configured, ready]).toEqual([[[SHOP_A, false, 'zerdali']], [[SHOP_A, false]]])
})
