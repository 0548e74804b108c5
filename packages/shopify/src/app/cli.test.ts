import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { cli } from './cli'

let said: string

beforeEach(() => {
  said = ''
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said += String(text)
    return true
  })
})
afterEach(() => jest.restoreAllMocks())

test('a wrong environment ends with a line for each variable, before anything is started', async () => {
  expect(await cli([], {})).toBe(1)
  expect(said).toContain('- PUBLIC_URL: ')
  expect(said).toContain('- ENCRYPTION_KEYS: ')
})

test('production does not start a database of its own', async () => {
  expect(await cli(['start'], { NODE_ENV: 'production' })).toBe(1)
  expect(said).toContain('- DATABASE_URL: is missing')
})

test('files and a database that cannot be used are in the same list as wrong variables, each by its variable', async () => {
  const directory = mkdtempSync(path.join(tmpdir(), 'cli-'))
  const notes = path.join(directory, 'notes.txt')
  writeFileSync(notes, 'no certificate')
  const env = {
    ...{ PUBLIC_URL: 'nowhere', DATABASE_URL: 'postgres://app:pass-word@127.0.0.1:9/app' },
    ...{ SHOPIFY_API_KEY: 'id', SHOPIFY_API_SECRET: 'client-secret', APP_SECRET: 'x'.repeat(40) },
    ...{ ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 1).toString('base64')}`, NODE_ENV: 'production' },
    ...{ SHOPIFY_CA_FILE: notes, TLS_CERTIFICATE_FILE: '/nowhere/app.pem', TLS_KEY_FILE: notes },
  }
  expect(await cli(['start'], env)).toBe(1)
  expect(said.split('\n').filter((line) => line.startsWith('- '))).toEqual([
    '- PUBLIC_URL: must be an absolute http(s) URL',
    '- APP_SECRET: is easily guessed; use 32 or more random characters (openssl rand -base64 32)',
    '- SHOPIFY_CA_FILE: holds no certificate in PEM form, or a broken one',
    '- TLS_CERTIFICATE_FILE: there is no such file',
    '- TLS_KEY_FILE: holds no private key in PEM form',
    '- DATABASE_URL: nothing answers at its host and port',
  ])
  expect(said).not.toMatch(/pass-word|no certificate$/m)
  rmSync(directory, { recursive: true })
})

test('--help says which there are, and is no mistake', async () => {
  const told = jest.spyOn(process.stdout, 'write').mockReturnValue(true)
  expect(await cli(['--help'], {})).toBe(0)
  expect(String(told.mock.calls[0]?.[0])).toContain('rotate-secrets')
  expect(said).toBe('')
})

test('--version tells the version of the package', () => {
  const folder = path.join(__dirname, '../..')
  const bin = path.join(folder, 'bin/craftgate-shopify.mjs')
  const { status, stdout } = spawnSync(process.execPath, [bin, '--version'], { encoding: 'utf8' })
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  expect([status, stdout]).toEqual([0, `${version}\n`])
})

test('an unknown command says which there are', async () => {
  expect(await cli(['rotate'], {})).toBe(2)
  expect(said).toContain('rotate-secrets')
})
