// developer.craftgate.io/fraud-management/rules: what a rule may ask of the payments before this one.
import { newCard, paymentRequest } from '../test/requests'
import { refusal, startTestServer, type TestServer } from '../test/test-server'

let testServer: TestServer
afterEach(() => testServer.close())

const members = [{ id: 7, name: 'Ayşe Yılmaz' }]
const dollarPos = {
  alias: 'usd',
  name: 'USD',
  bank: 'AKBANK T.A.Ş.',
  currencies: ['USD'],
  foreignCards: true,
}
const poses = [{ alias: 'tl', name: 'TL', bank: 'GARANTİ BANKASI' }, dollarPos]

/** A shop whose one rule blocks. */
async function blocks(conditions: string): Promise<void> {
  const fraudRules = [{ name: 'Engelle', action: 'BLOCK' as const, conditions }]
  testServer = await startTestServer({
    seed: { merchants: [{ name: 'A', apiKey: 'a', secretKey: 'sa', members, poses, fraudRules }] },
  })
}

type Change = Partial<ReturnType<typeof paymentRequest>> & { readonly fraudParams?: object }

async function pay(change: Change = {}): Promise<string> {
  const request = paymentRequest({ clientIp: '85.105.10.20', ...change })
  const paid = testServer.client.payment().createPayment(request)
  return paid.then(
    ({ paymentStatus }) => String(paymentStatus),
    async () => String((await refusal(paid)).group),
  )
}

async function outcomes(...changes: readonly Change[]): Promise<readonly string[]> {
  const all: string[] = []
  for (const change of changes) all.push(await pay(change))
  return all
}

const pass = (minutes: number) => testServer.sandbox.control.clock.advance({ minutes })
const of = (price: number) => ({ price, paidPrice: price, items: [{ name: 'Item', price }] })
const DECLINED = { card: newCard('5406690000006668') }
const OK = 'SUCCESS'
const BLOCKED = 'FRAUD_CHECK_BLOCK'

it.each([
  ['In30Minutes', 29, 31],
  ['Hourly', 59, 61],
  ['Daily', 24 * 60 - 1, 24 * 60 + 1],
])('sameClientIp%s counts payments of so long, whatever came of them', async (window, within, without) => {
  await blocks(`sameClientIp${window} > 1`)
  const [first, second] = await outcomes({}, DECLINED)
  expect([first, second]).not.toContain(BLOCKED)
  await pass(within)
  expect(await outcomes({ clientIp: '85.105.10.21' }, {})).toEqual([OK, BLOCKED])
  await pass(without - within)
  expect(await outcomes({})).toEqual([OK])
})

it('is the portal’s example: the fourth of three that came to ten thousand', async () => {
  await blocks('sameClientIpHourly > 2 and sameClientIpTotalPaidPriceHourly >= 10000')
  expect(await outcomes(of(3000), of(3000), of(3999.99), of(1))).toEqual([OK, OK, OK, OK])
  expect(await outcomes(of(1))).toEqual([BLOCKED])
})

it('sums what was paid in the currency of this payment only', async () => {
  await blocks('sameClientIpTotalPaidPriceIn30Minutes > 100')
  const dollars = { ...of(500), currency: 'USD' as never, card: newCard('4111111111111111') }
  expect((await outcomes(dollars, of(100.01), of(1)))[1]).toBe(OK)
  expect(await outcomes(of(1))).toEqual([BLOCKED])
})

it.each<[string, Change, Change]>([
  ['sameBuyerId', { buyerMemberId: 7 }, { fraudParams: { buyerExternalId: 'c-7' } }],
  ['sameBuyerExternalId', { fraudParams: { buyerExternalId: 'c-7' } }, {}],
  ['sameBuyerPhoneNumber', { fraudParams: { buyerPhoneNumber: '+905551112233' } }, {}],
  ['sameBuyerEmail', { fraudParams: { buyerEmail: 'ayse@example.com' } }, {}],
  [
    'sameCustomFraudVariable',
    { fraudParams: { customFraudVariable: 'new' } },
    { fraudParams: { customFraudVariable: 'old' } },
  ],
  ['sameCardNumber', { card: newCard('5258640000000001') }, { card: newCard('4043080000000003') }],
])('%sHourly counts what shares it, and nothing that has none', async (variable, same, other) => {
  await blocks(`${variable}Hourly >= 1`)
  expect(await outcomes(other, same)).not.toContain(BLOCKED)
  expect(await outcomes(same)).toEqual([BLOCKED])
})

it.each(['ExternalId', 'PhoneNumber', 'Email'])(
  'sameBuyer%sDaily knows what a member is registered with',
  async (what) => {
    await blocks(`sameBuyer${what}Daily >= 1`)
    const fraudParams = {
      ...{ buyerExternalId: 'seed-7', buyerPhoneNumber: '905551111117', buyerEmail: 'uye-7@example.com' },
    }
    expect(await outcomes({ buyerMemberId: 7 }, { fraudParams })).toEqual([OK, BLOCKED])
  },
)

it('hasSuccessPaymentHourly is whether the same buyer paid before', async () => {
  await blocks('hasSuccessPaymentHourly')
  const member = { buyerMemberId: 7 }
  const stranger = { card: newCard('4043080000000003') }
  expect(await outcomes({ ...member, ...DECLINED }, member)).toEqual([expect.not.stringMatching(BLOCKED), OK])
  expect(await outcomes(stranger, { ...member, ...stranger })).toEqual([OK, BLOCKED])
  await pass(61)
  expect(await outcomes(member)).toEqual([OK])
})

it('sameCardNumberHasFraudSuspectHourly is whether the bank suspected this card', async () => {
  await blocks('sameCardNumberHasFraudSuspectHourly')
  const suspect = { card: newCard('5192610000006661') }
  const [first, ...more] = await outcomes(suspect, {}, suspect)
  expect([first, more]).toEqual([expect.not.stringMatching(BLOCKED), [OK, BLOCKED]])
})

it('sameClientIpDistinctCardIn30Minutes counts payments of the address by other cards', async () => {
  await blocks('sameClientIpDistinctCardIn30Minutes > 1')
  const [world, bonus] = [{ card: newCard('5258640000000001') }, { card: newCard('4043080000000003') }]
  expect(await outcomes(world, world, world, bonus, world)).toEqual([OK, OK, OK, BLOCKED, OK])
})

it.each([
  ['sameCardNumberDaily > 1', 'no variable'],
  ['sameClientIpDistinctCardDaily > 1', 'no variable'],
  ['sameClientIpWeekly > 1', 'no variable'],
  ['sameClientIpHourly', 'lacks an operator'],
  ['hasSuccessPaymentDaily > 1', 'another kind'],
])('"%s" is refused: %s', async (conditions, reason) => {
  await expect(blocks(conditions)).rejects.toThrow(reason)
})
