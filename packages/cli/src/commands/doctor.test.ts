import { CommandLine } from '../testing/command-line'

// The emulator that `sandbox` starts, and what `doctor` finds there.

const SECRETS = ['my-secret-key', 'my-webhook-key', 'a link secret of more than 32 letters: 0123']
const [SECRET_KEY = '', WEBHOOK_KEY = '', LINK_SECRET = ''] = SECRETS

let emulator: CommandLine
let terminal: CommandLine
let url: string

beforeAll(async () => {
  emulator = new CommandLine()
  emulator.env = {
    CRAFTGATE_API_KEY: 'my-api-key',
    CRAFTGATE_SECRET_KEY: SECRET_KEY,
    CRAFTGATE_WEBHOOK_KEY: WEBHOOK_KEY,
  }
  void emulator.run(['sandbox', '--port', '0'])
  url = await emulator.says(/console: (http:\S+)/)
})
afterAll(() => emulator.close())
beforeEach(async () => {
  terminal = new CommandLine()
  await terminal.write(
    '.env',
    [
      `CRAFTGATE_URL=${url}`,
      'CRAFTGATE_API_KEY=my-api-key',
      `CRAFTGATE_SECRET_KEY=${SECRET_KEY}`,
      `CRAFTGATE_WEBHOOK_KEY=${WEBHOOK_KEY}`,
      `CRAFTGATE_LINK_SECRET="${LINK_SECRET}"`,
      'CRAFTGATE_PUBLIC_URL=http://127.0.0.1:9',
    ].join('\n'),
  )
})
afterEach(() => terminal.close())

test('keys of .env are proven by a real call, and an address that nobody answers is a problem', async () => {
  expect(await terminal.run(['doctor'])).toBe(1)
  expect(terminal.out).toMatch(/^ok +keys:/m)
  expect(terminal.out).toMatch(/^PROBLEM +addresses: .*\n +→ /m)
  for (const secret of SECRETS) expect(terminal.out).not.toContain(secret)
})

test('wrong keys are a problem with its remedy, in Turkish too, and as JSON', async () => {
  terminal.env = { CRAFTGATE_SECRET_KEY: 'another' }
  expect(await terminal.run(['doctor', '--lang', 'tr'])).toBe(1)
  expect(terminal.out).toMatch(/^PROBLEM +keys: .*\n +→ /m)
  expect(await terminal.run(['doctor', '--json'])).toBe(1)
  const { findings } = JSON.parse(terminal.out) as { findings: { check: string; status: string }[] }
  expect(findings.find(({ check }) => check === 'keys')).toMatchObject({ status: 'problem' })
})
