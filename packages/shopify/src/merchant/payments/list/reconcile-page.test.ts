import { SHOP_A, testHarness } from '../../../../test/merchant-harness'

const keys = { [`${SHOP_A}/test`]: { apiKey: 'a', secretKey: 'b', webhookKey: 'c' } }
const problems = ['Attempt <1> is not back yet']
const commerce = {
  payment: () => Promise.reject(new Error('not asked for')),
  reconcile: async () => ({ checkouts: 3, operations: 1, problems }),
}

test('reconciling tells how much was asked about, and what is left', async () => {
  const { post } = testHarness({ keys, commerce })
  const text = await (await post('/payments/reconcile')).text()
  expect(text).toContain('3 deneme ve 1 para hareketi')
  expect(text).toContain('Attempt &lt;1&gt; is not back yet')
  const data = await post('/payments/reconcile', {}, { accept: 'application/json' })
  expect([data.headers.get('cache-control'), await data.json()]).toEqual(['no-store', { problems }])
})

test('a shop without keys has nothing to ask about', async () => {
  const answer = await testHarness({ commerce }).post('/payments/reconcile')
  expect(await answer.text()).toContain('bağlı değil')
})
