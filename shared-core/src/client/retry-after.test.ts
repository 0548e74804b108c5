import { retryAfterMs } from './retry-after'

describe('Retry-After', () => {
  it.each([
    ['2', 2_000],
    ['0', 0],
    [undefined, undefined],
    ['soon', undefined],
    ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ])('%p is %p ms', (header, ms) => {
    expect(retryAfterMs(header)).toBe(ms)
  })

  it('reads a date', () => {
    const ms = retryAfterMs(new Date(Date.now() + 60_000).toUTCString()) ?? 0
    expect(ms).toBeGreaterThan(50_000)
    expect(ms).toBeLessThanOrEqual(60_000)
  })
})
