import type { IntentLeg, MoneyIntent } from '../platform'
import { movedOf, stateOfLegs } from './intent'

const leg = (state: IntentLeg['state'], minor = 100): IntentLeg => ({
  key: 'r_1',
  amount: { minor: minor + 10, currency: 'TRY' },
  price: { minor, currency: 'TRY' },
  state,
})

test.each<[IntentLeg['state'][], MoneyIntent['state']]>([
  [['planned', 'planned'], 'planned'],
  [['sent', 'planned'], 'unknown'],
  [['done', 'planned'], 'unknown'],
  [['done', 'sent'], 'unknown'],
  [['waiting', 'planned'], 'unknown'],
  [['waiting', 'done'], 'waiting'],
  [['done', 'failed', 'planned'], 'failed'],
  [['waiting', 'failed', 'planned'], 'waiting'],
  [['done', 'done'], 'done'],
])('legs that are %s make the call %s', (states, state) => {
  expect(stateOfLegs(states.map((each) => leg(each)))).toBe(state)
})

test('what moved is what the done legs gave back of the price', () => {
  const now = new Date('2026-03-01T10:00:00Z')
  const intent: MoneyIntent = {
    key: 'r',
    kind: 'refund',
    merchant: 'tr',
    paymentId: 1,
    amount: { minor: 900, currency: 'TRY' },
    legs: [leg('done', 300), leg('waiting', 400), leg('failed', 200)],
    state: 'waiting',
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
  expect(movedOf(intent)).toEqual({ minor: 300, currency: 'TRY' })
})
