import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { CommandLine } from '../testing/command-line'

// `reconcile` and `retention` against an administration that answers as Medusa's and Vendure's do.

interface Report {
  readonly checkouts: number
  readonly operations: number
  readonly problems: readonly string[]
  readonly next?: string
}

/** What the shop answers by the place that a part begins at. */
const ROUND: Readonly<Record<string, Report>> = {
  '': { checkouts: 20, operations: 0, problems: ['Checkout 7: the money is not back yet'], next: 'a' },
  a: { checkouts: 5, operations: 15, problems: [], next: 'b' },
  b: { checkouts: 0, operations: 4, problems: ['Checkout 7: the money is not back yet'] },
}

let terminal: CommandLine
let server: Server
let url: string
/** What the shop deletes by each question; then nothing. */
let parts: { paid: number; unpaid: number; webhooks: number }[]
let round: typeof ROUND
let asked: string[]
let afterPart: () => void

beforeEach(async () => {
  round = ROUND
  asked = []
  afterPart = () => {}
  parts = [
    { paid: 5_000, unpaid: 20, webhooks: 5_000 },
    { paid: 100, unpaid: 0, webhooks: 7 },
  ]
  server = createServer(async (request, response) => {
    const { status = 200, json, headers = {} } = answerTo(request, await text(request))
    if (/etention|econcile/.test(request.url ?? '')) afterPart()
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json))
  }).listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  terminal = new CommandLine()
  terminal.env = {
    CRAFTGATE_PUBLIC_URL: url,
    CRAFTGATE_ADMIN_USER: 'admin@shop.test',
    CRAFTGATE_ADMIN_PASSWORD: 'right',
  }
})
afterEach(() => {
  terminal.close()
  server.closeAllConnections()
  server.close()
})

interface Answer {
  readonly status?: number
  readonly headers?: Record<string, string>
  readonly json: unknown
}

function reconciled(after: string | null): Report | undefined {
  asked.push(after ?? 'all at once')
  return round[after ?? 'all at once']
}

const nextPart = () => parts.shift() ?? { paid: 0, unpaid: 0, webhooks: 0 }

function answerTo({ url: path, headers }: IncomingMessage, body: string): Answer {
  if (path === '/admin-api') return vendure(headers, JSON.parse(body))
  if (path === '/auth/user/emailpass') {
    const isRight = JSON.parse(body).password === 'right'
    return isRight
      ? { json: { token: 't0k' } }
      : { status: 401, json: { message: 'Invalid email or password' } }
  }
  if (headers.authorization !== 'Bearer t0k') return { status: 401, json: { message: 'Unauthorized' } }
  const { pathname, searchParams } = new URL(path ?? '', url)
  if (pathname === '/admin/craftgate/reconcile') return { json: reconciled(searchParams.get('after')) }
  if (path === '/admin/craftgate/retention') return { json: nextPart() }
  return { status: 404, json: { message: 'Not found' } }
}

function vendure(
  { cookie }: IncomingMessage['headers'],
  { query, variables }: { query: string; variables: { password?: string; after?: string } },
): Answer {
  if (query.includes('login(')) {
    const isRight = variables.password === 'right'
    const login = { __typename: isRight ? 'CurrentUser' : 'InvalidCredentialsError' }
    return {
      json: { data: { login } },
      headers: isRight ? { 'set-cookie': 'session=abc; Path=/; HttpOnly' } : {},
    }
  }
  if (cookie !== 'session=abc') return { json: { errors: [{ message: 'You are not authorized' }] } }
  if (query.includes('craftgateReconcile')) {
    const report = reconciled(variables.after ?? null)
    return { json: { data: { craftgateReconcile: { next: null, ...report } } } }
  }
  return { json: { data: { craftgateApplyRetention: nextPart() } } }
}

const SHOPS = [
  ['Medusa', '@medusajs/medusa', 'medusa-config.ts'],
  ['Vendure', '@vendure/core', 'src/vendure-config.ts'],
] as const

describe.each(SHOPS)('a %s shop', (_, depends, config) => {
  beforeEach(async () => {
    await terminal.write('package.json', JSON.stringify({ dependencies: { [depends]: '^1.0.0' } }))
    await terminal.write(config, '')
  })

  test('asks Craftgate about what is due', async () => {
    expect(await terminal.run(['reconcile'])).toBe(1)
    expect(asked).toEqual(['', 'a', 'b'])
    expect(terminal.err).toMatch(/^Looked at: 20 .* settled: 0 .* …\nLooked at: 25 .* settled: 15 .* …\n$/)
    expect(terminal.out).toMatch(
      /^Looked at: 25 .* settled: 19 .*\.\nOPEN {2}Checkout 7: the money is not back yet\n$/,
    )
    round = { '': { checkouts: 3, operations: 1, problems: [] } }
    expect(await terminal.run(['reconcile', '--json'])).toBe(0)
    expect(JSON.parse(terminal.out)).toEqual({ checkouts: 3, operations: 1, problems: [], isDone: true })
  })

  test('deletes part by part until nothing is left, and says how far it is', async () => {
    expect(await terminal.run(['retention'])).toBe(0)
    expect(terminal.err).toMatch(/5000 rows of paid.*\n.*5100 rows of paid.* 5007 webhooks …\n$/)
    expect(terminal.out).toBe('Deleted: 5100 rows of paid attempts, 20 of unpaid ones, 5007 webhooks.\n')
    expect(await terminal.run(['retention', '--json'])).toBe(0)
    expect(JSON.parse(terminal.out)).toEqual({ paid: 0, unpaid: 0, webhooks: 0, isDone: true })
  })

  test('lets nobody in with a wrong password, and the password is not repeated', async () => {
    terminal.env = { ...terminal.env, CRAFTGATE_ADMIN_PASSWORD: 'wr0ng' }
    expect(await terminal.run(['reconcile'])).toBe(2)
    expect(terminal.err).toContain('does not let admin@shop.test in')
    expect(terminal.out + terminal.err).not.toContain('wr0ng')
  })

  test('what is missing, and a shop that does not answer, are said', async () => {
    terminal.env = { CRAFTGATE_PUBLIC_URL: url }
    expect(await terminal.run(['retention'])).toBe(2)
    expect(terminal.err).toContain('CRAFTGATE_ADMIN_USER and CRAFTGATE_ADMIN_PASSWORD are missing')
    terminal.env = { CRAFTGATE_ADMIN_USER: 'a', CRAFTGATE_ADMIN_PASSWORD: 'b' }
    expect(await terminal.run(['retention'])).toBe(2)
    expect(terminal.err).toContain('--admin-api URL, or CRAFTGATE_PUBLIC_URL')
    expect(await terminal.run(['retention', '--admin-api', 'http://127.0.0.1:1'])).toBe(1)
    expect(terminal.err).toContain('http://127.0.0.1:1')
    expect(terminal.err).toContain('does not answer')
  })
})

test('interrupted, reconcile ends after its part and says that it is not done', async () => {
  await terminal.write('package.json', JSON.stringify({ dependencies: { '@medusajs/medusa': '^2.0.0' } }))
  await terminal.write('medusa-config.ts', '')
  afterPart = () => terminal.interrupt()
  expect(await terminal.run(['reconcile'])).toBe(1)
  expect(asked).toEqual([''])
  expect(terminal.out).toMatch(/^Looked at: 20 .*\nOPEN {2}Checkout 7.*\nStopped; the next run goes on\.\n$/)
})

test('interrupted, retention says that it is not done; the next run goes on', async () => {
  await terminal.write('package.json', JSON.stringify({ dependencies: { '@medusajs/medusa': '^2.0.0' } }))
  await terminal.write('medusa-config.ts', '')
  afterPart = () => terminal.interrupt()
  expect(await terminal.run(['retention', '--json'])).toBe(1)
  expect(JSON.parse(terminal.out)).toEqual({ paid: 5_000, unpaid: 20, webhooks: 5_000, isDone: false })
  afterPart = () => {}
  expect(await terminal.run(['retention', '--json'])).toBe(0)
  expect(JSON.parse(terminal.out)).toEqual({ paid: 100, unpaid: 0, webhooks: 7, isDone: true })
})
