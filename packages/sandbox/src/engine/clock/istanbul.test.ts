import { bankDay, localTime, localTimeWithMicros, parseMoment } from './istanbul'

it('writes Turkish wall-clock time, as the samples of the portal do', () => {
  const moment = 1681384532_000
  expect(localTime(moment)).toBe('2023-04-13T14:15:32')
  expect(localTimeWithMicros(moment + 123)).toBe('2023-04-13T14:15:32.123000')
})

it('closes the bank day at midnight in Istanbul', () => {
  expect(bankDay(Date.parse('2026-03-10T20:59:59Z'))).toBe('2026-03-10')
  expect(bankDay(Date.parse('2026-03-10T21:00:00Z'))).toBe('2026-03-11')
})

it('reads dates with and without a zone', () => {
  const moment = Date.parse('2026-03-10T09:00:00Z')
  expect(
    ['2026-03-10T09:00:00.000Z', '2026-03-10T12:00:00', '2026-03-10T12:00:00+03:00'].map(parseMoment),
  ).toEqual([moment, moment, moment])
  expect(parseMoment('2026-03-10')).toBe(Date.parse('2026-03-09T21:00:00Z'))
  expect(parseMoment('yesterday')).toBeUndefined()
})
