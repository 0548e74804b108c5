import { Hono } from 'hono'
import { startSandbox } from '../start-sandbox'
import { paymentRequest } from '../test/requests'
import { clientOf } from '../test/test-server'
import { AnswerCheck } from './answer-check'
import type { ApiEnv } from './api-context'

/** An API that answers every payment with this. */
async function check(answer: unknown): Promise<AnswerCheck> {
  const answers = new AnswerCheck()
  const api = new Hono<ApiEnv>()
  api.use(answers.middleware())
  api.get('/payment/v1/card-payments/:id', (c) => c.json(answer))
  expect(await (await api.request('/payment/v1/card-payments/5')).json()).toEqual(answer)
  return answers
}

const payment = { id: 5, price: 100, paidPrice: 100, currency: 'TRY', paymentStatus: 'SUCCESS' }

it('is content with an answer as it is described, and with a refusal', async () => {
  const answers = [{ data: payment }, { errors: { errorCode: '4001', errorDescription: 'x' } }]
  for (const answer of answers) (await check(answer)).assertNoDifference()
})

it('names the call and the field of an answer that is not as described', async () => {
  const answers = await check({ data: { ...payment, price: '100.00', paymentStatus: 'PAID' } })
  expect(() => answers.assertNoDifference()).toThrow(
    /retrievePayment: data\.paymentStatus must be one of .*\nretrievePayment: data\.price must be number/,
  )
})

it('asks nothing of an address that Craftgate does not have', async () => {
  const answers = new AnswerCheck()
  const api = new Hono<ApiEnv>()
  api.use(answers.middleware())
  api.get('/payment/v1/elsewhere', (c) => c.text('anything'))
  await api.request('/payment/v1/elsewhere')
  answers.assertNoDifference()
})

it('makes the sandbox fail at its end', async () => {
  const sandbox = await startSandbox({ checkAnswers: true })
  const payments = clientOf(sandbox).payment()
  const { id } = await payments.createPayment(paymentRequest())
  sandbox.control.tamper(id, { currency: 'XXX' })
  await payments.retrievePayment(id)
  await expect(sandbox.close()).rejects.toThrow('retrievePayment: data.currency must be one of TRY')
})
