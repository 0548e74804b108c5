import { rig, ZERDALI } from '../testing/rig'

const keys = { [`${ZERDALI}/test`]: { apiKey: 'a', secretKey: 'b', webhookKey: 'c' } }

test('without keys Shopify is not told that the shop is ready', async () => {
  const { post, configured } = rig()
  expect((await post('/activate')).status).toBe(409)
  expect(configured).toEqual([])
})

test('a shop with keys is made ready, and goes on to the settings of its admin', async () => {
  const { post, configured, ready } = rig({ keys })
  const answer = await post('/activate')
  const location = `https://${ZERDALI}/services/payments_partners/gateways/shopify-client-id/settings`
  expect([answer.status, answer.headers.get('location')]).toEqual([303, location])
  expect(configured).toEqual([[ZERDALI, true, 'zerdali']])
  expect(ready).toEqual([[ZERDALI, true]])
})

test('what Shopify does not accept is said, and the shop stays as it is', async () => {
  const { post, ready } = rig({
    keys,
    answer: { kind: 'refused', about: 'app', code: 'ACCESS_DENIED', message: '<b>no</b>' },
  })
  const text = await (await post('/activate')).text()
  expect(text).toContain('ACCESS_DENIED: &lt;b&gt;no&lt;/b&gt;')
  expect(ready).toEqual([])
})

test('a Shopify that does not answer may be asked later', async () => {
  const { post } = rig({ keys, answer: { kind: 'again', reason: 'timeout' } })
  expect((await post('/activate')).status).toBe(503)
})

test('stopping asks first', async () => {
  const { post, configured, ready } = rig({ keys })
  expect((await post('/deactivate')).status).toBe(200)
  expect(configured).toEqual([])
  await post('/deactivate', { confirm: 'yes' })
  expect([configured, ready]).toEqual([[[ZERDALI, false, 'zerdali']], [[ZERDALI, false]]])
})
