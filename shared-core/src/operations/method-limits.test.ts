import { failureOf, OperationsHarness } from './testing/operations-harness'

const three = [{ price: 6000 }, { price: 3000 }, { price: 1000 }]

function paidBy(apmType: string, phase?: 'PRE_AUTH') {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three, phase)
  account.words = { paymentType: 'APM', apmType }
  return { harness, account }
}

test('money that never passed Craftgate is not asked back from it, and the merchant reads what to do', async () => {
  const { harness, account } = paidBy('CASH_ON_DELIVERY')
  for (const refused of [
    await harness.refund(account, 10_000, 'r1'),
    await harness.refund(account, 500, 'r2'),
    await harness.void(account),
  ])
    expect(failureOf(refused)).toMatchObject({
      error: { code: 'method-outside' },
      message: {
        tr: expect.stringContaining('Kapıda ödeme'),
        en: expect.stringContaining('Cash on delivery'),
      },
    })
  expect(harness.bank.moneyCalls).toEqual([])
})

test('an approved loan is not cancelled, and is refunded by transaction, whole as in part', async () => {
  const { harness, account } = paidBy('ALFABANK')
  expect(failureOf(await harness.void(account))).toMatchObject({ error: { code: 'method-void' } })
  expect(harness.bank.moneyCalls).toEqual([])
  expect(await harness.refund(account, 10_000)).toMatchObject({ state: 'done' })
  expect(account.refunds.map(({ transactionId, amount }) => [transactionId, amount])).toEqual([
    [11, 6000],
    [12, 3000],
    [13, 1000],
  ])
})

test('an approved loan that no order takes goes back by transaction', async () => {
  const { harness, account } = paidBy('TOM_FINANCE')
  const request = { account: 'tr:sandbox', paymentId: account.id, key: 'auto' }
  expect(await harness.operations.refundEverything(request)).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(10_000)
  expect(account.refunds).toHaveLength(3)
})

test('a part of what was never pre-authorized is not captured', async () => {
  const { harness, account } = paidBy('PAPARA')
  const refused = failureOf(await harness.capture(account, 5000))
  expect(refused).toMatchObject({
    error: { code: 'method-capture' },
    message: { en: expect.stringContaining('Papara') },
  })
  expect(await harness.capture(account, undefined, 'c2')).toMatchObject({ state: 'done' })
  expect(harness.bank.moneyCalls).toEqual([])
})

test('an authorization that is there is captured, whatever the table says of its method', async () => {
  const { harness, account } = paidBy('PAPARA', 'PRE_AUTH')
  expect(await harness.capture(account)).toMatchObject({ state: 'done' })
  expect(account.phase).toBe('POST_AUTH')
})

test.each(['PAPARA', 'EDENRED', 'A_NEW_ONE'])(
  'what the portal does not say of %s, Craftgate decides',
  async (name) => {
    const { harness, account } = paidBy(name)
    expect(await harness.refund(account, 2500, 'r1')).toMatchObject({ state: 'done' })
    expect(account.gone).toBe(2500)
  },
)
