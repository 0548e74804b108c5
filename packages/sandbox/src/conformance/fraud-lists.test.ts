import Craftgate from '@craftgate/craftgate'
import { callApi } from '../test/call-api'
import { newCard, paymentRequest } from '../test/requests'
import { clientOf, refusal, startTestServer } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'

const { FraudOperation, FraudValueType } = Craftgate.Model
const merchants = [
  {
    ...{ name: 'A', apiKey: 'a', secretKey: 'sa' },
    fraudRules: [
      { name: 'Gözden geçir', action: 'REVIEW' as const, conditions: 'cardNumber in @cards' },
      { name: 'Engelle', action: 'BLOCK' as const, conditions: 'clientIp in @ips and paidPrice > 50' },
    ],
  },
  { name: 'B', apiKey: 'b', secretKey: 'sb' },
]

const testServer = useTestServer({ seed: { merchants } })

const fraud = () => testServer.client.fraud()
const pay = (change: Parameters<typeof paymentRequest>[0] = {}) =>
  testServer.client.payment().createPayment(paymentRequest(change))
const addIp = (value: string, change: { durationInSeconds?: number } = {}) =>
  fraud().addValueToValueList({ listName: 'ips', type: FraudValueType.Ip, label: 'Etiket', value, ...change })
const valuesOf = async (name: string) => (await fraud().retrieveValueList(name)).values
const otherMerchant = () =>
  clientOf({ ...merchants[1], apiKey: 'b', secretKey: 'sb', url: testServer.sandbox.url })

it('a list is made, filled, read and deleted, by its merchant only', async () => {
  await fraud().createValueList('ips', FraudValueType.Ip)
  expect(await valuesOf('ips')).toEqual([])
  await addIp('85.105.10.20')
  await addIp('85.105.10.20')
  const [value, ...more] = await valuesOf('ips')
  expect([value, more]).toMatchObject([{ label: 'Etiket', value: '85.105.10.20' }, []])
  expect((await fraud().retrieveAllValueLists()).items).toMatchObject([{ name: 'ips' }])
  expect((await otherMerchant().fraud().retrieveAllValueLists()).items).toEqual([])
  expect(await refusal(otherMerchant().fraud().deleteValueList('ips'))).toMatchObject({ code: '4180' })
  await fraud().removeValueFromValueList('ips', String(value?.id))
  expect(await refusal(fraud().removeValueFromValueList('ips', String(value?.id)))).toMatchObject({
    code: '4182',
  })
  await fraud().deleteValueList('ips')
  expect(await refusal(fraud().retrieveValueList('ips'))).toMatchObject({ code: '4180' })
})

it('a value may end', async () => {
  await addIp('85.105.10.20', { durationInSeconds: 60 })
  expect(await valuesOf('ips')).toMatchObject([{ expireInSeconds: 60 }])
  await testServer.sandbox.control.clock.advance({ seconds: 61 })
  expect(await valuesOf('ips')).toEqual([])
  expect(await pay({ clientIp: '85.105.10.20' })).toMatchObject({ paymentStatus: 'SUCCESS' })
})

it('a blocked address ends a payment, in the amounts that the rule says', async () => {
  await addIp('85.105.10.20')
  const cheap = { price: 30, paidPrice: 30, items: [{ name: 'Item', price: 30 }] }
  expect(await pay({ clientIp: '85.105.10.20', ...cheap })).toMatchObject({ paymentStatus: 'SUCCESS' })
  expect(await refusal(pay({ clientIp: '85.105.10.20' }))).toMatchObject({ group: 'FRAUD_CHECK_BLOCK' })
  expect(await pay({ clientIp: '85.105.10.21' })).toMatchObject({ paymentStatus: 'SUCCESS' })
  const checks = await fraud().searchFraudChecks({ page: 0, size: 10 })
  expect(checks.items).toMatchObject([{ ruleId: 3, ruleName: 'Engelle', action: 'BLOCK' }])
})

it('a card goes on a list by a payment, and its next payment is reviewed', async () => {
  const { id } = await pay()
  await fraud().addCardFingerprint(
    { label: 'Kart', durationInSeconds: 600, operation: FraudOperation.Payment, operationId: String(id) },
    'cards',
  )
  expect(await pay()).toMatchObject({ paymentStatus: 'SUCCESS', fraudAction: 'REVIEW' })
  const other = await pay({ card: newCard('5209220000000002') })
  expect(other.fraudAction).toBeUndefined()
  const again = { listName: 'cards', type: 'CARD', paymentId: other.id }
  await callApi(testServer, '/fraud/v1/value-lists', again)
  expect(await valuesOf('cards')).toHaveLength(2)
})

it('the card of a payment is kept for two hours, and goes on no list afterwards', async () => {
  const { id } = await pay()
  const add = () =>
    callApi(testServer, '/fraud/v1/value-lists', { listName: 'cards', type: 'CARD', paymentId: id })
  await testServer.sandbox.control.clock.advance({ minutes: 120 })
  expect((await add()).errorCode).toBeUndefined()
  expect(await valuesOf('cards')).toHaveLength(1)
  await testServer.sandbox.control.clock.advance({ minutes: 1 })
  expect(await add()).toMatchObject({ errorCode: '4185' })
})

it.each([
  [{ listName: 'ips', type: 'IP', value: 'nowhere' }, '4184'],
  [{ listName: 'mails', type: 'EMAIL', value: 'nobody' }, '4184'],
  [{ listName: 'cards', type: 'CARD', value: '5258640000000001' }, '4183'],
  [{ listName: 'cards', type: 'CARD', paymentId: 99 }, '4001'],
  [{ listName: 'no name', type: 'IP' }, '4000'],
])('%j is refused with %s', async (request, errorCode) => {
  expect(await callApi(testServer, '/fraud/v1/value-lists', request)).toMatchObject({ errorCode })
  expect((await fraud().retrieveAllValueLists()).items).toEqual([])
})

it('a list keeps its type', async () => {
  await addIp('85.105.10.20')
  const other = fraud().createValueList('ips', FraudValueType.Email)
  expect(await refusal(other)).toMatchObject({ code: '4181' })
})

it('the rules are those of the seed', async () => {
  const rules = (query: string) =>
    callApi<{ items: { id: number; name: string }[] }>(testServer, `/fraud/v1/rules${query}`)
  expect((await rules('')).data?.items).toHaveLength(2)
  expect(await rules('?action=BLOCK')).toMatchObject({
    data: { totalSize: 1, items: [{ id: 3, name: 'Engelle', operations: ['PAYMENT'] }] },
  })
})

it('a rule that cannot be read stops the start', async () => {
  const seed = {
    merchants: [
      {
        ...merchants[1],
        name: 'B',
        apiKey: 'b',
        secretKey: 'sb',
        fraudRules: [{ name: 'X', action: 'BLOCK' as const, conditions: 'age > 3' }],
      },
    ],
  }
  await expect(startTestServer({ seed })).rejects.toThrow('"age" is no variable')
})
