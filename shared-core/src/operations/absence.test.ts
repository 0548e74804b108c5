import type { OperationStep } from '../platform'
import { absence } from './absence'

const noon = Date.parse('2026-03-01T12:00:00Z')
const at = (seconds: number) => new Date(noon + seconds * 1000)

const step = (missedAfter?: number): OperationStep => ({
  key: 'r',
  paymentId: 1,
  amount: { minor: 1, currency: 'TRY' },
  price: { minor: 1, currency: 'TRY' },
  state: 'sent',
  sentAt: at(0).toISOString(),
  notFoundAt: missedAfter === undefined ? undefined : at(missedAfter).toISOString(),
})

test.each([
  ['179 seconds later', 179, undefined, 60_000, 'too-early'],
  ['180 seconds later', 180, undefined, 60_000, 'first-miss'],
  ['when our own deadline is longer, and not over', 180, undefined, 200_000, 'too-early'],
  ['when our own longer deadline is over', 230, undefined, 200_000, 'first-miss'],
  ['59 seconds after the first miss', 259, 200, 60_000, 'missed-again-too-soon'],
  ['60 seconds after the first miss', 260, 200, 60_000, 'sure'],
  ['when the miss is older than the sending', 260, -100, 60_000, 'first-miss'],
])('not to be known to Craftgate %s', (_, now, missed, moneyMs, verdict) => {
  expect(absence(step(missed), at(now), moneyMs)).toBe(verdict)
})
