import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { parseOptions } from '@craftgate-commerce/core/adapter'
import { CommandLine } from '../testing/command-line'

let terminal: CommandLine
beforeEach(() => {
  terminal = new CommandLine()
})
afterEach(() => terminal.close())

const OLD = 'an-old-secret-of-32-or-more-characters'
const ENV = `SHOP=x
CRAFTGATE_LINK_SECRET=
CRAFTGATE_LINK_SECRET=${OLD}
OTHER=y
`

const text = () => readFileSync(join(terminal.folder, '.env'), 'utf8')
const secret = () => parseEnv(text()).CRAFTGATE_LINK_SECRET ?? ''

test('a new secret signs beside the old one, until that is finished', async () => {
  await terminal.write('.env', ENV)
  expect(await terminal.run(['rotate-secrets'])).toBe(0)
  expect(secret()).toMatch(new RegExp(`^[\\w-]{43},${OLD}$`))
  expect(text()).toBe(`SHOP=x\nCRAFTGATE_LINK_SECRET=${secret()}\nOTHER=y\n`)
  expect(terminal.out).toContain('--finish')
  expect(terminal.out + terminal.err).not.toContain(secret().slice(0, 10))

  const { linkSecret } = parseOptions({
    ...{ publicUrl: 'https://api.shop.test', returnOrigins: ['https://shop.test'], linkSecret: secret() },
    merchants: { main: { apiKey: 'a', secretKey: 'b', webhookKey: 'c', environment: 'sandbox' } },
  })
  expect(linkSecret).toEqual([expect.stringMatching(/^[\w-]{43}$/), OLD])

  expect(await terminal.run(['rotate-secrets', '--finish', '--json'])).toBe(0)
  expect(JSON.parse(terminal.out)).toMatchObject({ accepted: 1 })
  expect(secret()).toBe(linkSecret[0])
})

test('the file keeps who may read it', async () => {
  await terminal.write('.env', ENV)
  const before = statSync(join(terminal.folder, '.env')).mode
  await terminal.run(['rotate-secrets'])
  expect(statSync(join(terminal.folder, '.env')).mode).toBe(before)
})

test.each([
  ['begun twice', ENV.replace(OLD, `${OLD}-2,${OLD}`), [], /rotated already.*--finish/],
  ['finished before it was begun', ENV, ['--finish'], /holds one alone/],
  ['without a secret in .env', 'SHOP=x\n', [], /CRAFTGATE_LINK_SECRET does not stand in \.env.*with a comma/],
])('%s, it changes nothing and says why', async (_, before, options, said) => {
  await terminal.write('.env', before)
  expect(await terminal.run(['rotate-secrets', ...options])).toBe(2)
  expect(terminal.err).toMatch(said)
  expect(text()).toBe(before)
})
