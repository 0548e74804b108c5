import { nextAttemptAfter } from './retry-scheduler'

const START = new Date('2026-11-24T12:00:00Z')

test('17 attempts as documented, the last one about 24 hours after the first', () => {
  const delays: number[] = []
  let now = START
  for (let attempts = 1; ; attempts += 1) {
    const next = nextAttemptAfter(attempts, now, 1)
    if (!next) break
    delays.push((next.getTime() - now.getTime()) / 1000)
    now = next
  }
  expect(delays).toEqual([
    5, 10, 30, 45, 60, 120, 300, 720, 2280, 3600, 7200, 14400, 14400, 14400, 14400, 14400,
  ])
  expect((now.getTime() - START.getTime()) / 1000).toBe(86_370)
})

test('what was not attempted yet has its safety net at the first delay', () => {
  expect(nextAttemptAfter(0, START, 1)).toEqual(new Date('2026-11-24T12:00:05Z'))
})

test('a test may shorten the delays', () => {
  expect(nextAttemptAfter(3, START, 0.001)).toEqual(new Date('2026-11-24T12:00:00.030Z'))
})
