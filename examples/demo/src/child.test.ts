import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { runChild, startChild } from './child'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'craftgate-child-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const plan = (code: string) => {
  const script = path.join(folder, 'script.mjs')
  writeFileSync(script, code)
  return { name: 'A script', script, logFile: path.join(folder, 'logs/script.log'), timeoutMs: 10_000 }
}

const READY = `process.stdout.write('{"ready":"yes","port":7}\\n');`

test('a child is ready when it says so in one line of JSON, whatever it says before', async () => {
  const child = await startChild(plan(`console.log('hello'); ${READY} setInterval(() => {}, 1000)`))
  expect(child.ready).toEqual({ ready: 'yes', port: 7 })
  await child.stop()
  await child.gone
})

test('a child that dies before it is ready shows its last words and where its log is', async () => {
  const dying = startChild(plan(`console.error('PORT is missing'); process.exit(1)`))
  await expect(dying).rejects.toThrow(/^A script did not start: ended with code 1\nPORT is missing\nLog: /)
  expect(readFileSync(path.join(folder, 'logs/script.log'), 'utf8')).toBe('PORT is missing\n')
})

test('a child that says nothing is given up and stopped', async () => {
  const silent = startChild({ ...plan('setInterval(() => {}, 1000)'), timeoutMs: 300 })
  await expect(silent).rejects.toThrow('A script did not start: not ready after 0.3 s')
})

test('a child that works and ends is waited for', async () => {
  expect(await runChild(plan(READY))).toEqual({ ready: 'yes', port: 7 })
})

test('a child that fails after it was ready is a failure', async () => {
  await expect(runChild(plan(`${READY} process.exitCode = 3`))).rejects.toThrow('A script ended with code 3')
})

test('a child may ask for time to stop, and gets it', async () => {
  const child = await startChild(
    plan(
      `process.on('SIGTERM', () => { console.error('bye'); process.exit(0) }); ${READY} setInterval(() => {}, 1000)`,
    ),
  )
  await child.stop()
  expect(readFileSync(path.join(folder, 'logs/script.log'), 'utf8')).toBe('bye\n')
})
