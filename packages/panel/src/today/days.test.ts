import { lastDays } from './days'

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
