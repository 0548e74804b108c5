import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { logOf, type Restartable, restartable, startAll } from './restartable'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'craftgate-restartable-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Says on stderr that it began, then stays. */
function clerk(): Restartable {
  const script = path.join(folder, 'clerk.mjs')
  writeFileSync(
    script,
    `process.stderr.write('began\\n'); process.stdout.write('{"ready":"clerk"}\\n'); setInterval(() => {}, 1000)`,
  )
  return restartable({ name: 'Clerk', script, logFile: logOf(folder, 'The Clerk') })
}

test('a process that was killed starts again; one that runs is left alone', async () => {
  const one = clerk()
  await one.start()
  await one.start()
  await one.stop('SIGKILL')
  await one.start()
  await one.stop()
  await one.stop()
  expect(readFileSync(logOf(folder, 'The Clerk'), 'utf8')).toBe('began\nbegan\n')
})

test('when one does not start, those before it are stopped', async () => {
  const calls: string[] = []
  const part = (name: string, start: () => Promise<void>): Restartable => ({
    start,
    stop: async () => void calls.push(name),
  })
  const parts = [part('first', async () => {}), part('second', () => Promise.reject(new Error('no port')))]
  await expect(startAll(parts)).rejects.toThrow('no port')
  expect(calls).toEqual(['first', 'second'])
})
