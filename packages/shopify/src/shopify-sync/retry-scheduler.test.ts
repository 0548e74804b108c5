import { nextAttemptAfter } from './retry-scheduler'

const START = new Date('2026-11-24T12:00:00Z')

test('17 tries on the ladder of the documentation, the last one about 24 hours after the first', () => {
  const pauses: number[] = []
  let now = START
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttemptAfter(attempts, now, 1)
    if (!next) break
    pauses.push((next.getTime() - now.getTime()) / 1000)
    now = next
  }
  expect(pauses).toEqual([
    5, 10, 30, 45, 60, 120, 300, 720, 2280, 3600, 7200, 14400, 14400, 14400, 14400, 14400,
  ])
  expect((now.getTime() - START.getTime()) / 1000).toBe(86_370)
})

test('what was not tried yet has its safety net at the first rung', () => {
  expect(nextAttemptAfter(0, START, 1)).toEqual(new Date('2026-11-24T12:00:05Z'))
})

test('a test may shorten the pauses', () => {
  expect(nextAttemptAfter(3, START, 0.001)).toEqual(new Date('2026-11-24T12:00:00.030Z'))
})
