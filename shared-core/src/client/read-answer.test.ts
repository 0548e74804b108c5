import fc from 'fast-check'
import { parseExactJson, retryAfterMs } from './send-request'

describe('reading JSON without losing digits', () => {
  it('reads what Craftgate sends as JSON.parse does', () => {
    const text =
      '{"data":{"id":5,"price":100.00000000,"paidPrice":1249.90,"note":"12345678901234567890","list":[-0.5,1e3]}}'
    expect(parseExactJson(text)).toEqual(JSON.parse(text))
  })

  it('hands over an id above 2^53 as text', () => {
    expect(parseExactJson('{"id":12345678901234567890}')).toEqual({ id: '12345678901234567890' })
  })

  it('hands over an amount with too many digits as text', () => {
    expect(parseExactJson('{"price":-12345678901234.56789}')).toEqual({ price: '-12345678901234.56789' })
  })

  it('leaves digits inside texts alone, even behind escaped quotes', () => {
    const text = '{"a":"\\"12345678901234567890","b":"x\\\\","c":12345678901234567890}'
    expect(parseExactJson(text)).toEqual({ a: '"12345678901234567890', b: 'x\\', c: '12345678901234567890' })
  })

  it('keeps every amount of up to 15 digits a number with the same digits', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999_999_999 }),
        fc.integer({ min: 0, max: 8 }),
        (minor, scale) => {
          const digits = String(minor).padStart(scale + 1, '0')
          const text = scale === 0 ? digits : `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
          expect(parseExactJson(`[${text}]`)).toEqual([Number(text)])
        },
      ),
    )
  })

  it('hands over any long integer with all of its digits', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 10n ** 15n, max: 10n ** 30n }), (id) => {
        const [read] = parseExactJson(`[${id}]`) as unknown[]
        expect(String(read)).toBe(String(id))
      }),
    )
  })

  it('throws SyntaxError for what is not JSON', () => {
    expect(() => parseExactJson('<html>')).toThrow(SyntaxError)
  })
})

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
