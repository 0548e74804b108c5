import { newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const testServer = useTestServer()
const create = (change: object = {}) =>
  testServer.client
    .onboarding()
    .createMerchant({ name: 'Yeni', email: 'yeni@example.com', ...change } as never)

it('gets keys that work at once, and nothing of another merchant', async () => {
  const { id, name, merchantApiCredentials } = await create()
  expect([name, id > 0]).toEqual(['Yeni', true])
  const [keys] = merchantApiCredentials
  if (!keys) throw new Error('There are keys')
  const client = clientOf({ ...keys, url: testServer.sandbox.url })
  expect(await client.onboarding().searchMembers({})).toMatchObject({ totalSize: 0 })
  expect(await client.merchant().searchMerchantPos({ page: 0, size: 10 })).toMatchObject({ totalSize: 0 })
  const paid = client.payment().createPayment(paymentRequest({ card: newCard('5258640000000001') }))
  expect(await refusal(paid)).toMatchObject({ code: '4030' })
  testServer.sandbox.control.reset()
  expect(await refusal(client.onboarding().searchMembers({}))).toMatchObject({ code: '1000' })
})

it.each([{ name: '' }, { name: undefined }, { email: 'nowhere' }])(
  'is not created with %j',
  async (change) => {
    expect(await refusal(create(change))).toMatchObject({ code: '4000' })
  },
)
