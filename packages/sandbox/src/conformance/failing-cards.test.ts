import Craftgate from '@craftgate/craftgate'
import { FAILING_CARDS } from '../data/failing-cards'
import { newCard, paymentRequest } from '../test/requests'
import { refusal } from '../test/test-server'
import { useTestServer } from '../test/use-test-server'
import { Shopper } from '../testing/shopper'

const { PaymentPhase } = Craftgate.Model
const testServer = useTestServer({}, 'file')

const rows = FAILING_CARDS.trim()
  .split('\n')
  .map((line) => line.split('|') as [string, string, string])
const at = (step: string) =>
  rows.filter((row) => row[1] === step).map(([number, , group]) => [number, group] as const)
const numbers = [...new Set(rows.map(([number]) => number))]
const without = (step: string) => numbers.filter((number) => !at(step).some((row) => row[0] === number))
const signatureAuth = () => testServer.client.payment()
const request = (number: string, phase = PaymentPhase.Auth) =>
  paymentRequest({ card: newCard(number), paymentPhase: phase })

async function toCallback(number: string) {
  const init = await signatureAuth().init3DSPayment({
    ...request(number),
    callbackUrl: `${testServer.merchant.url}/callback`,
  })
  const shopper = new Shopper()
  await shopper.openHtml(Buffer.from(init.htmlContent, 'base64').toString('utf8'), testServer.sandbox.url)
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
    const answer = await refusal(signatureAuth().createPayment(request(number)))
    expect(answer.group).toBe(group)
    expect(Number(answer.code)).toBeGreaterThanOrEqual(10_000)
  })

  it.each(without('pay'))('%s pays', async (number) => {
    expect(await signatureAuth().createPayment(request(number))).toMatchObject({ paymentStatus: 'SUCCESS' })
  })
})

describe('with 3D Secure', () => {
  it.each(at('init'))('%s is refused at the start with %s', async (number, group) => {
    const init = signatureAuth().init3DSPayment({ ...request(number), callbackUrl: testServer.merchant.url })
    expect(await refusal(init)).toMatchObject({ group })
  })

  it.each(at('verify'))(
    '%s comes back with mdStatus %s, and cannot be completed',
    async (number, mdStatus) => {
      const { paymentId, status } = await toCallback(number)
      expect(status).toBe('FAILURE')
      expect(await signatureAuth().retrievePayment(paymentId)).toMatchObject({
        mdStatus: Number(mdStatus.replace('mdStatus ', '')),
        paymentStatus: 'FAILURE',
      })
      expect(Number((await refusal(signatureAuth().complete3DSPayment({ paymentId }))).code)).toBeLessThan(
        10_000,
      )
    },
  )

  it.each(at('complete'))('%s is refused at completion with %s', async (number, group) => {
    const { paymentId, status } = await toCallback(number)
    expect(status).toBe('SUCCESS')
    expect(await refusal(signatureAuth().complete3DSPayment({ paymentId }))).toMatchObject({ group })
  })

  const elsewhere = numbers.filter((number) =>
    ['init', 'verify', 'complete'].every((step) => without(step).includes(number)),
  )

  it.each(elsewhere)('%s pays', async (number) => {
    const { paymentId } = await toCallback(number)
    expect(await signatureAuth().complete3DSPayment({ paymentId })).toMatchObject({
      paymentStatus: 'SUCCESS',
    })
  })
})

describe('pre-authorized', () => {
  it.each(at('preAuth'))('%s is refused with %s', async (number, group) => {
    expect(await refusal(signatureAuth().createPayment(request(number, PaymentPhase.PreAuth)))).toMatchObject(
      {
        group,
      },
    )
  })

  it.each(at('postAuth'))('%s is refused at capture with %s', async (number, group) => {
    const { id } = await signatureAuth().createPayment(request(number, PaymentPhase.PreAuth))
    expect(await refusal(signatureAuth().postAuthPayment(id, { paidPrice: 100 }))).toMatchObject({ group })
    expect(await signatureAuth().retrievePayment(id)).toMatchObject({
      paymentPhase: 'PRE_AUTH',
      paymentStatus: 'SUCCESS',
    })
  })
})

describe('refunds', () => {
  /** One of them fails without 3D Secure as well, so it is paid with. */
  async function paid(number: string) {
    const { paymentId } = await toCallback(number)
    return signatureAuth().complete3DSPayment({ paymentId })
  }

  it.each(at('refund'))('of %s are refused with %s, whole or in part', async (number, group) => {
    const { id, paymentTransactions } = await paid(number)
    expect(await refusal(signatureAuth().refundPayment({ paymentId: id }))).toMatchObject({ group })
    const paymentTransactionId = paymentTransactions[0]?.id ?? 0
    expect(
      await refusal(signatureAuth().refundPaymentTransaction({ paymentTransactionId, refundPrice: 1 })),
    ).toMatchObject({ group })
    expect(await testServer.client.paymentReporting().retrievePayment(id)).toMatchObject({
      refundablePrice: 100,
      refunds: [{ status: 'FAILURE', error: { errorGroup: group } }],
    })
  })
})
