import { dayAt, endOfDay, lastDays, readDay, readPeriod, startOfDay, zonedIso } from './days'

const isoOf = (now: string, count: number, zone: string) =>
  lastDays(new Date(now), count, zone).map((day) => day.toISOString())

test('a day begins at midnight of the shop’s clock', () => {
  expect(isoOf('2026-11-24T20:59:59.999Z', 2, 'Europe/Istanbul')).toEqual([
    '2026-11-22T21:00:00.000Z',
    '2026-11-23T21:00:00.000Z',
    '2026-11-24T21:00:00.000Z',
  ])
  expect(isoOf('2026-11-24T21:00:00.000Z', 1, 'Europe/Istanbul')[0]).toBe('2026-11-24T21:00:00.000Z')
})

test('over the end of a month and of a year', () => {
  expect(isoOf('2027-01-01T12:00:00Z', 2, 'UTC')).toEqual([
    '2026-12-31T00:00:00.000Z',
    '2027-01-01T00:00:00.000Z',
    '2027-01-02T00:00:00.000Z',
  ])
})

test('a day of summer time has 23 or 25 hours', () => {
  expect(isoOf('2026-03-29T12:00:00Z', 1, 'Europe/Berlin')).toEqual([
    '2026-03-28T23:00:00.000Z',
    '2026-03-29T22:00:00.000Z',
  ])
  expect(isoOf('2026-10-25T12:00:00Z', 1, 'Europe/Berlin')).toEqual([
    '2026-10-24T22:00:00.000Z',
    '2026-10-25T23:00:00.000Z',
  ])
})

test('a zone of half hours', () => {
  expect(isoOf('2026-11-24T18:30:00Z', 1, 'Asia/Kolkata')[0]).toBe('2026-11-24T18:30:00.000Z')
})

test.each(['2026-02-31', '2026-02-29', '2026-13-01', '2026-1-1', '1999-12-31', 'x', '', undefined])(
  '%s is no day',
  (text) => {
    expect(readDay(text)).toBeUndefined()
  },
)

test('a period has an order and a length', () => {
  expect(readDay('2028-02-29')).toBe('2028-02-29')
  expect(readPeriod('2026-08-24', '2026-11-24', 92)).toEqual({ from: '2026-08-24', to: '2026-11-24' })
  expect(readPeriod('2026-08-23', '2026-11-24', 92)).toBeUndefined()
  expect(readPeriod('2026-11-25', '2026-11-24', 92)).toBeUndefined()
  expect(readPeriod('2026-02-31', '2026-03-02', 92)).toBeUndefined()
})

test('a day of a zone has its first moment, and the first after it', () => {
  expect(dayAt(new Date('2026-11-24T21:30:00Z'), 'Europe/Istanbul')).toBe('2026-11-25')
  expect(dayAt(new Date('2026-11-24T21:30:00Z'), 'America/New_York')).toBe('2026-11-24')
  expect(startOfDay('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-24T22:00:00.000Z')
  expect(endOfDay('2026-10-25', 'Europe/Berlin').toISOString()).toBe('2026-10-25T23:00:00.000Z')
})

test('a moment in a file says its zone, also of half an hour and in winter and summer', () => {
  const summer = new Date('2026-07-24T21:30:05.900Z')
  expect(zonedIso(summer, 'Europe/Istanbul')).toBe('2026-07-25T00:30:05+03:00')
  expect(zonedIso(summer, 'America/New_York')).toBe('2026-07-24T17:30:05-04:00')
  expect(zonedIso(new Date('2026-11-24T21:30:05Z'), 'America/New_York')).toBe('2026-11-24T16:30:05-05:00')
  expect(zonedIso(summer, 'Asia/Kolkata')).toBe('2026-07-25T03:00:05+05:30')
  expect(zonedIso(summer, 'America/St_Johns')).toBe('2026-07-24T19:00:05-02:30')
  expect(zonedIso(summer, 'UTC')).toBe('2026-07-24T21:30:05+00:00')
})
