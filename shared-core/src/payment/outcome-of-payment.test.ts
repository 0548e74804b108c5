import type { Logger } from '../logger'
import { outcomeOfPayment } from './outcome-of-payment'

const paid = { id: 7, price: 100, currency: 'TRY', paymentStatus: 'SUCCESS', paymentPhase: 'AUTH' }
const said: string[] = []
const logger: Logger = {
  debug: () => {},
  info: () => {},
  warn: (message) => said.push(`warn ${message}`),
  error: (message) => said.push(`error ${message}`),
}
beforeEach(() => said.splice(0))

test('a refused payment is a decline with the error group of Craftgate', () => {
  const paymentError = {
    errorCode: '10051',
    errorGroup: 'NOT_SUFFICIENT_FUNDS',
    errorDescription: 'Limit yetersiz',
  }
  expect(outcomeOfPayment({ ...paid, paymentStatus: 'FAILURE', paymentError }, logger)).toMatchObject({
    kind: 'declined',
    error: { code: '10051', group: 'NOT_SUFFICIENT_FUNDS', description: 'Limit yetersiz' },
  })
})

test.each([
  [
    'inside',
    { paymentError: { errorCode: '10051', providerError: { errorCode: 51, errorMessage: 'Limit' } } },
  ],
  [
    'beside',
    { paymentError: { errorCode: '10051' }, providerError: { errorCode: '51', errorMessage: 'Limit' } },
  ],
])("the bank's own words are kept, whether they stand %s the error", (_, told) => {
  expect(outcomeOfPayment({ ...paid, paymentStatus: 'FAILURE', ...told }, logger)).toMatchObject({
    error: { code: '10051', providerError: { code: '51', message: 'Limit' } },
  })
})

test('a card number in the words of a bank is left out', () => {
  const providerError = { errorCode: '14', errorMessage: 'Kart 5526 0800 0000 0006 geçersiz' }
  const refused = { ...paid, paymentStatus: 'FAILURE', paymentError: { errorCode: '1', providerError } }
  expect(outcomeOfPayment(refused, logger)).toMatchObject({
    error: { providerError: { message: 'Kart … geçersiz' } },
  })
})

test('a payment that fraud rules block is a decline of group FRAUD_BLOCK', () => {
  const blocked = { ...paid, paymentStatus: 'FAILURE', fraudAction: 'BLOCK' }
  expect(outcomeOfPayment(blocked, logger)).toMatchObject({ error: { group: 'FRAUD_BLOCK' } })
  expect(said).toEqual([])
})

test('a blocked payment that is SUCCESS nevertheless is told loudly', () => {
  expect(outcomeOfPayment({ ...paid, fraudAction: 'BLOCK' }, logger).kind).toBe('declined')
  expect(said).toEqual([expect.stringMatching(/^error .*block/)])
})

test('an unknown status stays pending, with a warning', () => {
  expect(outcomeOfPayment({ ...paid, paymentStatus: 'HALF_PAID' }, logger).kind).toBe('pending')
  expect(said).toEqual([expect.stringMatching(/^warn /)])
})

test.each([
  ['PAPARA', {}],
  ['PAYCELL_DCB', {}],
  ['INSTANT_TRANSFER', { awaitingFunds: true }],
  ['ZIP', { awaitingFunds: true }],
  ['CARD', { awaitingFunds: true }],
])('a payment by %s is WAITING: %j is what it promises', (method, why) => {
  const words = method === 'CARD' ? { paymentType: 'CARD_PAYMENT' } : { paymentType: 'APM', apmType: method }
  const outcome = outcomeOfPayment({ ...paid, ...words, paymentStatus: 'WAITING' }, logger)
  expect(outcome).toEqual({ kind: 'pending', facts: expect.objectContaining({ method }), ...why })
})

test.each([
  ['WAITING', { awaitingFunds: true }],
  ['CALLBACK_THREEDS', { bankDecides: true }],
  ['INIT_THREEDS', {}],
])('a payment that is %s is pending; why: %j', (paymentStatus, why) => {
  const outcome = outcomeOfPayment({ ...paid, paymentStatus }, logger)
  expect(outcome).toEqual({ kind: 'pending', facts: expect.anything(), ...why })
  expect(said).toEqual([])
})
