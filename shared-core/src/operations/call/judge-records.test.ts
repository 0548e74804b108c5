import { isMixed, judgeParts, judgeRecords } from './judge-records'

const records = (...statuses: string[]) => statuses.map((status, index) => ({ id: index + 1, status }))

test.each([
  ['no record', [], undefined],
  ['a status that nobody knows', ['ODD'], undefined],
  ['a failure before a success', ['FAILURE', 'SUCCESS'], { is: 'done', refundId: 2 }],
  ['a failure before one that waits', ['FAILURE', 'WAITING'], { is: 'waiting', refundId: 2 }],
  ['one that waits beside a success', ['WAITING', 'SUCCESS'], { is: 'done', refundId: 2 }],
  [
    'failures only',
    ['FAILURE', 'FAILURE'],
    { is: 'failed', error: expect.objectContaining({ code: 'refund-failed' }) },
  ],
])('the records of one request: %s', (_, statuses, answer) => {
  expect(judgeRecords(records(...statuses))).toEqual(answer)
})

test.each([
  ['one that waits', ['SUCCESS', 'WAITING'], 'waiting', false],
  ['all successes', ['SUCCESS', 'SUCCESS'], 'done', false],
  ['all failures', ['FAILURE', 'FAILURE'], 'failed', false],
  ['a failure beside a success', ['FAILURE', 'SUCCESS'], 'done', true],
])('the refunds of all transactions: %s', (_, statuses, is, mixed) => {
  expect(judgeParts(records(...statuses))?.is).toBe(is)
  expect(isMixed(records(...statuses))).toBe(mixed)
})
