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
  [['trigger', 'REFUNDED', '--id', '1'], /no event REFUNDED; it is one of .*REFUND_TX/],
  [['trigger', 'REFUND', '--id', '1'], /--to URL, or CRAFTGATE_PUBLIC_URL/],
  [['trigger', 'REFUND', '--id', '1', '--to', 'http://127.0.0.1:1'], /CRAFTGATE_WEBHOOK_KEY is missing/],
  [['doctor'], /CRAFTGATE_API_KEY: is missing/],
  [['init'], /no package.json/],
])('a mistake in %j is said with its remedy, and ends with 2', async (args, said) => {
  expect(await terminal.run(args)).toBe(2)
  expect(terminal.err).toMatch(said)
  expect(terminal.out).toBe('')
})
