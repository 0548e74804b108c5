import { judgeNotFound } from './lost-request'

const noon = Date.parse('2026-03-01T12:00:00Z')
const at = (seconds: number) => new Date(noon + seconds * 1000)

const found = (now: number, missedAfter?: number) => ({
  step: {
    sentAt: at(0).toISOString(),
    notFoundAt: missedAfter === undefined ? undefined : at(missedAfter).toISOString(),
  },
  now: at(now),
  moneyMs: 60_000,
  keyHolds: false,
  ended: false,
})

test('with a key that holds, it may be sent again at once', () => {
  expect(judgeNotFound({ ...found(0), keyHolds: true })).toBe('sure')
})

test.each([
  ['179 seconds later', 179, undefined, 60_000, 'wait'],
  ['180 seconds later', 180, undefined, 60_000, 'first-miss'],
  ['when our own deadline is longer, and not over', 180, undefined, 200_000, 'wait'],
  ['when our own longer deadline is over', 230, undefined, 200_000, 'first-miss'],
  ['59 seconds after the first miss', 259, 200, 60_000, 'wait'],
  ['60 seconds after the first miss', 260, 200, 60_000, 'sure'],
  ['when the miss is older than the sending', 260, -100, 60_000, 'first-miss'],
])('without one, not to be known to Craftgate %s', (_, now, missed, moneyMs, verdict) => {
  expect(judgeNotFound({ ...found(now, missed), moneyMs })).toBe(verdict)
})

test.each([
  ['at once', 0, undefined, 'first-miss'],
  ['59 seconds after the first miss', 59, 0, 'wait'],
  ['60 seconds after the first miss', 60, 0, 'sure'],
])('what Craftgate answered is not at work any more: not to be known %s', (_, now, missed, verdict) => {
  expect(judgeNotFound({ ...found(now, missed), ended: true })).toBe(verdict)
})
