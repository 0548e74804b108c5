import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { paymentRequest } from './test/requests'
import { clientOf } from './test/test-server'

const root = join(__dirname, '..')
// Built beside the installed modules, so that the command finds them and never is an old build.
const built = join(root, 'node_modules', '.cache', `cli-test-${process.pid}`)
const cli = join(built, 'cli.js')
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-cli-'))
  const args = ['tsup', '--no-dts', '--format', 'esm', '--out-dir', built]
  const { status, stderr } = spawnSync('npx', args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}, 120_000)
afterAll(() => {
  for (const path of [folder, built]) rmSync(path, { recursive: true })
})

const run = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', timeout: 20_000 })

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('The child has no stdout')
  for await (const line of createInterface(child.stdout)) return line
  throw new Error('The child said nothing')
}

const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => {
    child.once('exit', resolve)
  })

it.each(['SIGTERM', 'SIGINT'] as const)(
  'prints its keys in one JSON line, serves the SDK, and stops on %s',
  async (signal) => {
    const seed = join(folder, 'seed.json')
    writeFileSync(seed, JSON.stringify({ merchants: [{ name: 'Seeded', apiKey: 'seeded', secretKey: 's' }] }))
    const args = [
      '--port',
      '0',
      '--seed',
      seed,
      '--state',
      join(folder, `${signal}.json`),
      '--time-scale',
      '2',
    ]
    const child = spawn(process.execPath, [cli, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
    const keys = JSON.parse(await firstLine(child)) as { url: string; apiKey: string; secretKey: string }
    expect(Object.keys(keys)).toEqual(['url', 'apiKey', 'secretKey', 'callbackKey', 'webhookKey'])
    expect(keys.apiKey).toBe('seeded')
    expect(await clientOf(keys).payment().createPayment(paymentRequest())).toMatchObject({
      paymentStatus: 'SUCCESS',
    })
    const exit = ended(child)
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(existsSync(join(folder, `${signal}.json`))).toBe(true)
  },
)

it('explains itself', () => {
  const { status, stdout } = run('--help')
  expect(status).toBe(0)
  expect(stdout).toContain('--webhook-url URL')
})

it('tells its version', () => {
  const bin = join(root, 'bin', 'craftgate-sandbox.mjs')
  const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect([status, stdout]).toEqual([0, `${version}\n`])
})

it.each([
  ['an unknown flag', ['--nothing'], 'nothing'],
  ['a port that is none', ['--port', 'x'], '--port'],
  ['a time scale that is none', ['--time-scale', '-1'], 'time-scale'],
  ['a webhook address that is none', ['--webhook-url', 'nowhere'], '--webhook-url'],
  ['a seed file that is not there', ['--seed', '/nowhere.json'], '/nowhere.json'],
])('refuses %s in one line, with exit code 2', (_name, args, words) => {
  const { status, stdout, stderr } = run(...args)
  expect(status).toBe(2)
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^craftgate-sandbox: [^\n]+\n$/)
  expect(stderr).toContain(words)
})

it('starts with the marketplace by its name', async () => {
  const child = spawn(process.execPath, [cli, '--port', '0', '--seed', 'marketplace'])
  const keys = JSON.parse(await firstLine(child)) as { url: string; apiKey: string; secretKey: string }
  expect(await clientOf(keys).onboarding().searchMembers({ isSubMerchant: true })).toMatchObject({
    totalSize: 2,
  })
  child.kill()
  await ended(child)
})

it('names the field of a bad seed', () => {
  const seed = join(folder, 'bad.json')
  writeFileSync(seed, JSON.stringify({ merchants: [{ name: 'S', apiKey: 'k' }] }))
  const { status, stderr } = run('--seed', seed)
  expect(status).toBe(2)
  expect(stderr).toContain('merchants.0.secretKey')
})

it('is linked before it is built, and says what to do', () => {
  const bin = join(folder, 'bin', 'craftgate-sandbox.mjs')
  cpSync(join(root, 'bin', 'craftgate-sandbox.mjs'), bin)
  const { status, stderr } = spawnSync(process.execPath, [bin], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([1, 'craftgate-sandbox: not built yet; run npm run build first\n'])
})
