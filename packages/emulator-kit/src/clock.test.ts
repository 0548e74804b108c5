import { EmulatorClock, milliseconds } from './clock'

it('starts at a date and runs with the wall clock, times the scale', () => {
  let wall = 1_000
  const follows = new EmulatorClock({ clock: () => wall, timeScale: 60 })
  wall += 1_000
  expect(follows.now()).toBe(61_000)
  follows.moveTo(100_000)
  follows.moveTo(5)
  expect(follows.now()).toBe(100_000)
})

it('stands still at scale 0, and refuses to run backwards', () => {
  const still = new EmulatorClock({ clock: new Date(5), timeScale: 0 })
  expect(still.now()).toBe(5)
  expect(() => new EmulatorClock({ timeScale: -1 })).toThrow()
})

it('adds up a duration', () => {
  expect(milliseconds({ days: 1, hours: 1, minutes: 1, seconds: 1 })).toBe(90_061_000)
})
