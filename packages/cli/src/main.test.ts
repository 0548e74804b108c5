import { CommandLine } from './testing/command-line'

// The command line as somebody types it.

let terminal: CommandLine
beforeEach(() => {
  terminal = new CommandLine()
})
afterEach(() => terminal.close())

test('help and version end well', async () => {
  expect(await terminal.run(['--help'])).toBe(0)
  for (const name of ['init', 'doctor', 'sandbox', 'listen', 'trigger']) {
    expect(terminal.out).toContain(`  ${name} `)
  }
  expect(await terminal.run(['listen', '--help'])).toBe(0)
  expect(terminal.out).toContain('--forward')
  expect(await terminal.run(['--version'])).toBe(0)
  expect(terminal.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  [['reticulate'], /unknown command/],
  [['listen', '--port', 'many'], /whole number/],
  [['listen', '--forward', 'ftp://shop.test'], /http\(s\) URL/],
  [['trigger', 'REFUND'], /--id/],
  [['trigger', 'REFUNDED', '--id', '1'], /no event REFUNDED. It is one of .*REFUND_TX/],
  [['trigger', 'REFUND', '--id', '1'], /--to URL, or CRAFTGATE_PUBLIC_URL/],
  [['trigger', 'REFUND', '--id', '1', '--to', 'http://127.0.0.1:1'], /CRAFTGATE_WEBHOOK_KEY is missing/],
  [['doctor'], /CRAFTGATE_API_KEY: is missing/],
  [['init'], /no package.json/],
])('a mistake in %j is said with its remedy, and ends with 2', async (args, said) => {
  expect(await terminal.run(args)).toBe(2)
  expect(terminal.err).toMatch(said)
  expect(terminal.out).toBe('')
})

test.each([
  [
    ['reticulate'],
    {
      code: 'usage',
      message: expect.stringContaining('unknown command'),
      remedy: expect.stringContaining('--help'),
    },
  ],
  [['listen', '--port', 'many'], { code: 'usage', message: expect.stringContaining('whole number') }],
  [
    ['trigger', 'REFUNDED', '--id', '1'],
    { code: 'usage', message: 'There is no event REFUNDED', remedy: expect.stringContaining('REFUND_TX') },
  ],
  [
    ['doctor'],
    {
      code: 'configuration',
      message: expect.stringContaining('CRAFTGATE_API_KEY'),
      remedy: expect.stringContaining('.env'),
    },
  ],
  [
    ['init'],
    {
      code: 'usage',
      message: expect.stringContaining('no package.json'),
      remedy: expect.stringContaining('@vendure/create'),
    },
  ],
])('with --json a mistake in %j is one line of JSON with its remedy', async (args, error) => {
  expect(await terminal.run([...args, '--json'])).toBe(2)
  expect(terminal.out).toBe('')
  expect(terminal.err).toMatch(/^.+\n$/)
  expect(JSON.parse(terminal.err)).toEqual({ error: expect.objectContaining(error) })
})

test('with --json what failed, and is no mistake, is JSON too', async () => {
  terminal.env = { CRAFTGATE_WEBHOOK_KEY: 'key', CRAFTGATE_ADMIN_USER: 'a', CRAFTGATE_ADMIN_PASSWORD: 'b' }
  await terminal.write('package.json', JSON.stringify({ dependencies: { '@vendure/core': '3.7.3' } }))
  await terminal.write('src/vendure-config.ts', '')
  expect(await terminal.run(['reconcile', '--admin-api', 'http://127.0.0.1:1', '--json'])).toBe(1)
  expect(JSON.parse(terminal.err)).toEqual({
    error: { code: 'failed', message: expect.stringContaining('http://127.0.0.1:1') },
  })
})

test('with --json the emulator says its address and keys as one line when it answers, and stops when told', async () => {
  terminal.env = {
    CRAFTGATE_API_KEY: 'of-the-shop',
    CRAFTGATE_SECRET_KEY: 'its-secret',
    CRAFTGATE_PUBLIC_URL: 'http://127.0.0.1:9',
  }
  const ended = terminal.run(['sandbox', '--port', '0', '--json'])
  const said = JSON.parse(await terminal.says(/^(\{.+\})\n$/))
  expect(said).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    apiKey: 'of-the-shop',
    secretKey: 'its-secret',
    webhookKey: expect.any(String),
    webhookUrl: 'http://127.0.0.1:9/craftgate/webhook',
  })
  expect((await fetch(said.url)).status).toBeLessThan(500)
  terminal.interrupt()
  expect(await ended).toBe(0)
})
