import type { OperationStep, PaymentOperation } from '../platform'
import { givenBack, movedOf, stateOfSteps } from './operation'

const step = (state: OperationStep['state'], minor = 100): OperationStep => ({
  key: 'r_1',
  paymentId: 1,
  amount: { minor: minor + 10, currency: 'TRY' },
  price: { minor, currency: 'TRY' },
  state,
})

test.each<[OperationStep['state'][], PaymentOperation['state']]>([
  [['planned', 'planned'], 'planned'],
  [['sent', 'planned'], 'unknown'],
  [['done', 'planned'], 'unknown'],
  [['done', 'sent'], 'unknown'],
  [['waiting', 'planned'], 'unknown'],
  [['waiting', 'done'], 'waiting'],
  [['done', 'failed', 'planned'], 'failed'],
  [['waiting', 'failed', 'planned'], 'waiting'],
  [['done', 'done'], 'done'],
])('steps that are %s make the call %s', (states, state) => {
  expect(stateOfSteps(states.map((each) => step(each)))).toBe(state)
})

test('what moved is what the done steps gave back of the price', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  const operation: PaymentOperation = {
    key: 'r',
    kind: 'refund',
    account: 'tr:sandbox',
    paymentId: 1,
    amount: { minor: 900, currency: 'TRY' },
    steps: [step('done', 300), step('waiting', 400), step('failed', 200)],
    state: 'waiting',
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
  expect(movedOf(operation)).toEqual({ minor: 300, currency: 'TRY' })
  expect(givenBack([operation, { ...operation, kind: 'capture' }])).toEqual({ minor: 310, currency: 'TRY' })
  expect(givenBack([{ ...operation, kind: 'capture' }])).toBeUndefined()
})
