import Craftgate from '@craftgate/craftgate'
import { FAILING_CARDS } from '../data/failing-cards'
import { Shopper } from '../shopper'
import { type Bench, refusal, startBench } from '../test/bench'
import { newCard, paymentRequest } from '../test/requests'

const { PaymentPhase } = Craftgate.Model
let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

const rows = FAILING_CARDS.trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string])
const at = (step: string) =>
  rows.filter((row) => row[1] === step).map(([number, , group]) => [number, group] as const)
const numbers = [...new Set(rows.map(([number]) => number))]
const without = (step: string) => numbers.filter((number) => !at(step).some((row) => row[0] === number))
const door = () => bench.client.payment()
const request = (number: string, phase = PaymentPhase.Auth) =>
  paymentRequest({ card: newCard(number), paymentPhase: phase })

async function toCallback(number: string) {
  const init = await door().init3DSPayment({
    ...request(number),
    callbackUrl: `${bench.merchant.url}/callback`,
  })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(init.htmlContent, 'base64').toString('utf8'), bench.sandbox.url)
  const { callback } = await shopper.answerBank('ok', { deliver: false })
  return { paymentId: init.paymentId, status: callback?.fields.status }
}

it('covers every row of the portal', () => {
  const count = (step: string) => at(step).length
  expect([count('pay'), count('init'), count('verify'), count('complete')]).toEqual([55, 1, 2, 6])
  expect([count('preAuth'), count('postAuth'), count('refund')]).toEqual([1, 1, 11])
})

describe('without 3D Secure', () => {
  it.each(at('pay'))('%s is refused with %s', async (number, group) => {
    const answer = await refusal(door().createPayment(request(number)))
    expect(answer.group).toBe(group)
    expect(Number(answer.code)).toBeGreaterThanOrEqual(10_000)
  })

  it.each(without('pay'))('%s pays', async (number) => {
    expect(await door().createPayment(request(number))).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('with 3D Secure', () => {
  it.each(at('init'))('%s is refused at the start with %s', async (number, group) => {
    const init = door().init3DSPayment({ ...request(number), callbackUrl: bench.merchant.url })
    expect(await refusal(init)).toMatchObject({ group })
  })

  it.each(at('verify'))(
    '%s comes back with mdStatus %s, and cannot be completed',
    async (number, mdStatus) => {
      const { paymentId, status } = await toCallback(number)
      expect(status).toBe('FAILURE')
      expect(await door().retrievePayment(paymentId)).toMatchObject({
        mdStatus: Number(mdStatus.replace('mdStatus ', '')),
        paymentStatus: 'FAILURE',
      })
      expect(Number((await refusal(door().complete3DSPayment({ paymentId }))).code)).toBeLessThan(10_000)
    },
  )

  it.each(at('complete'))('%s is refused at completion with %s', async (number, group) => {
    const { paymentId, status } = await toCallback(number)
    expect(status).toBe('SUCCESS')
    expect(await refusal(door().complete3DSPayment({ paymentId }))).toMatchObject({ group })
  })

  const elsewhere = numbers.filter((number) =>
    ['init', 'verify', 'complete'].every((step) => without(step).includes(number)),
  )

  it.each(elsewhere)('%s pays', async (number) => {
    const { paymentId } = await toCallback(number)
    expect(await door().complete3DSPayment({ paymentId })).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('pre-authorized', () => {
  it.each(at('preAuth'))('%s is refused with %s', async (number, group) => {
    expect(await refusal(door().createPayment(request(number, PaymentPhase.PreAuth)))).toMatchObject({
      group,
    })
  })

  it.each(at('postAuth'))('%s is refused at capture with %s', async (number, group) => {
    const { id } = await door().createPayment(request(number, PaymentPhase.PreAuth))
    expect(await refusal(door().postAuthPayment(id, { paidPrice: 100 }))).toMatchObject({ group })
    expect(await door().retrievePayment(id)).toMatchObject({
      paymentPhase: 'PRE_AUTH',
      paymentStatus: 'SUCCESS',
    })
  })
})

describe('refunds', () => {
  /** One of them fails without 3D Secure as well, so it is paid with. */
  async function paid(number: string) {
    const { paymentId } = await toCallback(number)
    return door().complete3DSPayment({ paymentId })
  }

  it.each(at('refund'))('of %s are refused with %s, whole or in part', async (number, group) => {
    const { id, paymentTransactions } = await paid(number)
    expect(await refusal(door().refundPayment({ paymentId: id }))).toMatchObject({ group })
    const paymentTransactionId = paymentTransactions[0]?.id ?? 0
    expect(
      await refusal(door().refundPaymentTransaction({ paymentTransactionId, refundPrice: 1 })),
    ).toMatchObject({ group })
    expect(await bench.client.paymentReporting().retrievePayment(id)).toMatchObject({
      refundablePrice: 100,
      refunds: [{ status: 'FAILURE', error: { errorGroup: group } }],
    })
  })
})
