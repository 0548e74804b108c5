import { limitPerAddress } from './rate-limit'

const START = new Date('2026-03-01T10:00:00Z').getTime()

const limited = (perMinute: number | false) => {
  let now = START
  const mayAsk = limitPerAddress(perMinute, () => new Date(now))
  return {
    pass: (seconds: number) => {
      now += seconds * 1000
    },
    /** How many of so many requests are admitted. */
    admitted: (times: number, address?: string) =>
      Array.from({ length: times }, () => mayAsk(address)).filter(Boolean).length,
  }
}

test('an address may ask twice as often at once as it may in each minute', () => {
  const { pass, admitted } = limited(60)
  expect(admitted(300, '203.0.113.7')).toBe(120)
  pass(30)
  expect(admitted(300, '203.0.113.7')).toBe(30)
  pass(3600)
  expect(admitted(300, '203.0.113.7')).toBe(120)
})

test('one address takes nothing from another', () => {
  const { admitted } = limited(60)
  admitted(300, '203.0.113.7')
  expect(admitted(1, '203.0.113.8')).toBe(1)
})

test('all addresses of one IPv6 network are one client', () => {
  const { admitted } = limited(1)
  expect(admitted(2, '2001:db8:1:2::1')).toBe(2)
  expect(admitted(1, '2001:db8:1:2::2')).toBe(0)
})

test('a clock that is set back gives nothing and takes nothing', () => {
  const { pass, admitted } = limited(60)
  admitted(120, '203.0.113.7')
  pass(-600)
  expect(admitted(1, '203.0.113.7')).toBe(0)
})

test.each([undefined, '127.0.0.1', '::1', '10.0.0.1'])('%s is not limited', (address) => {
  expect(limited(1).admitted(500, address)).toBe(500)
})

test('no address is limited when the limit is off', () => {
  expect(limited(false).admitted(500, '203.0.113.7')).toBe(500)
})
