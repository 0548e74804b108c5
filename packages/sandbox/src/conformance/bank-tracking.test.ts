import Craftgate from '@craftgate/craftgate'
import { clientOf, refusal } from '../test/test-server'
import { TWO_MERCHANTS, useTestServer } from '../test/use-test-server'

const testServer = useTestServer({ seed: { merchants: TWO_MERCHANTS } })
const control = () => testServer.sandbox.control
const tracking = (place = 0) => {
  const keys = TWO_MERCHANTS[place] ?? TWO_MERCHANTS[0]
  return clientOf({ ...keys, url: testServer.sandbox.url }).bankAccountTracking()
}

const TRANSFER = {
  ...{ senderName: 'Alican Akkuş', senderIban: 'TR870006400000111351052758' },
  ...{ description: '7654321 numaralı sipariş', amount: '815.00' },
}
const receive = (change: object = {}) => control().bankAccounts.receive({ ...TRANSFER, ...change })
const RECORD = {
  ...{ senderName: 'Alican Akkuş', senderIban: 'TR870006400000111351052758', currency: 'TRY', amount: 815 },
  ...{ description: '7654321 numaralı sipariş', recordType: 'RECEIVE', recordDate: '2026-03-10T12:00:00' },
}

it('sees a transfer with its next look at the account, and tells the merchant', async () => {
  const id = receive()
  expect(await refusal(tracking().retrieveRecord(id))).toMatchObject({ code: '4310' })
  expect(control().webhooks.list()).toEqual([])
  await control().clock.advance({ minutes: 5 })
  const record = await tracking().retrieveRecord(id)
  expect(record).toMatchObject({ ...RECORD, id, bankAccountTrackingSource: 'YKB' })
  expect(testServer.merchant.heard).toEqual([])
  await control().clock.advance({ seconds: 30 })
  const [heard] = testServer.merchant.heard.map(({ body }) => JSON.parse(body))
  expect(heard).toMatchObject({
    ...{ eventType: 'BANK_ACCOUNT_TRACKING_RECORD', status: 'SUCCESS', payloadId: String(id) },
    payload: { ...RECORD, key: record.key },
  })
  await control().clock.advance({ days: 1 })
  expect(control().webhooks.list()).toHaveLength(1)
})

it('shows it to its merchant only', async () => {
  const id = receive({ apiKey: 'b' })
  await control().clock.advance({ minutes: 5 })
  expect(await refusal(tracking().retrieveRecord(id))).toMatchObject({ code: '4310' })
  expect(await tracking(1).retrieveRecord(id)).toMatchObject({ id })
})

it.each<[object, readonly number[]]>([
  [{}, [3, 2, 1]],
  [{ currency: Craftgate.Model.Currency.USD }, [2]],
  [{ senderName: 'Ayşe' }, [3]],
  [{ senderIban: TRANSFER.senderIban }, [3, 2, 1]],
  [{ description: '7654321' }, [2, 1]],
  [{ minRecordDate: new Date('2026-03-11T00:00:00+03:00') }, [3]],
  [{ maxRecordDate: new Date('2026-03-11T00:00:00+03:00') }, [2, 1]],
  [{ page: 1, size: 2 }, [1]],
])('finds records by %j', async (search, expected) => {
  const ids = [receive(), receive({ currency: 'USD', source: 'GARANTI' })]
  await control().clock.advance({ days: 1 })
  ids.push(receive({ senderName: 'Ayşe Yılmaz', description: 'kira' }))
  await control().clock.advance({ minutes: 5 })
  const { items } = await tracking().searchRecords(search as never)
  expect(items.map(({ id }) => ids.indexOf(id) + 1)).toEqual(expected)
})

it('takes no amount that is none, also by HTTP', async () => {
  expect(() => receive({ amount: '1.001' })).toThrow('"1.001" is not an amount of TRY')
  expect(() => receive({ amount: '-1' })).toThrow('not an amount')
  const post = (body: object) =>
    fetch(`${testServer.sandbox.url}/_control/bank-accounts/receive`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    })
  expect((await post({ ...TRANSFER, amount: 'much' })).status).toBe(400)
  expect(await (await post(TRANSFER)).json()).toEqual({ data: { id: expect.any(Number) } })
})
