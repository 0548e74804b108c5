import { milliseconds, SandboxClock } from './clock'
import { bankDay, localTime, localTimeWithMicros, parseMoment } from './istanbul'

it('starts at a date and runs with the wall clock, times the scale', () => {
  let wall = 1_000
  const follows = new SandboxClock({ clock: () => wall, timeScale: 60 })
  wall += 1_000
  expect(follows.now()).toBe(61_000)
  follows.moveTo(100_000)
  follows.moveTo(5)
  expect(follows.now()).toBe(100_000)
})

it('stands still at scale 0, and refuses to run backwards', () => {
  const still = new SandboxClock({ clock: new Date(5), timeScale: 0 })
  expect(still.now()).toBe(5)
  expect(() => new SandboxClock({ timeScale: -1 })).toThrow()
})

it('adds up a duration', () => {
  expect(milliseconds({ days: 1, hours: 1, minutes: 1, seconds: 1 })).toBe(90_061_000)
})

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
