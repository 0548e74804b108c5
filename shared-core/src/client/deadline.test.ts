import { Deadline } from './deadline'

const LONG = 60_000
const open: Deadline[] = []
const deadline = (ms: number, ...signals: AbortSignal[]): Deadline => {
  const made = new Deadline({ ms, signals })
  open.push(made)
  return made
}
afterEach(() => {
  for (const each of open.splice(0)) each.release()
})
const endOf = (made: Deadline) => new Promise<void>((ended) => made.onEnd(ended))

it('ends by itself, and says so', async () => {
  const short = deadline(5)
  await endOf(short)
  expect([short.ended, short.signal.aborted]).toEqual(['timeout', true])
  expect(short.left()).toBeLessThan(5)
})

it('ends at once when a caller gives up, also before it began', () => {
  const caller = new AbortController()
  const long = deadline(LONG, caller.signal)
  const { signal } = long
  expect([long.ended, signal.aborted]).toEqual([undefined, false])
  caller.abort()
  expect([long.ended, signal.aborted]).toEqual(['cancelled', true])
  expect(deadline(LONG, caller.signal).ended).toBe('cancelled')
})

it('tells the last listener only, and nobody after it was released', () => {
  const heard: string[] = []
  const callers = [new AbortController(), new AbortController()]
  const [first, second] = callers.map(({ signal }) => deadline(LONG, signal))
  first?.onEnd(() => heard.push('old'))
  first?.onEnd(() => heard.push('new'))
  second?.onEnd(() => heard.push('released'))
  second?.release()
  for (const caller of callers) caller.abort()
  expect(heard).toEqual(['new'])
})

it('has earlier ends inside, which end with it and leave it open when they end first', async () => {
  const caller = new AbortController()
  const outer = deadline(LONG, caller.signal)
  const short = outer.earlier(5)
  await endOf(short)
  expect([short.ended, outer.ended]).toEqual(['timeout', undefined])
  short.release()
  const long = outer.earlier(LONG)
  caller.abort()
  expect(long.ended).toBe('cancelled')
  long.release()
  const late = outer.earlier(LONG)
  expect(late.ended).toBe('cancelled')
  late.release()
})

it('cuts a pause short', async () => {
  const caller = new AbortController()
  const outer = deadline(LONG, caller.signal)
  const pause = outer.pause(LONG)
  caller.abort()
  await pause
  await outer.pause(LONG)
  expect(outer.ended).toBe('cancelled')
})
