import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CommandLine } from '../testing/command-line'

let terminal: CommandLine
beforeEach(() => {
  terminal = new CommandLine()
})
afterEach(() => terminal.close())

async function* typing(...lines: string[]) {
  yield* lines
}

const written = (path: string) => readFileSync(join(terminal.folder, path), 'utf8')
const dependsOn = (name: string) =>
  terminal.write('package.json', JSON.stringify({ dependencies: { [name]: '^1.0.0' } }))

const VENDURE = `import { DefaultSchedulerPlugin, VendureConfig } from '@vendure/core';

export const config: VendureConfig = {
    apiOptions: { port: 3000 },
    plugins: [
        DefaultSchedulerPlugin.init(),
    ],
};
`

// As create-medusa-app writes it.
const MEDUSA = `import { loadEnv, defineConfig } from '@medusajs/framework/utils'

loadEnv(process.env.NODE_ENV || 'development', process.cwd())

module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
  }
})
`

test('a Vendure shop gets the plugin, its import, and an .env for the emulator', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  expect(await terminal.run(['init'])).toBe(0)
  const config = written('src/vendure-config.ts')
  expect(config).toContain(`import { CraftgatePlugin } from "@craftgate-commerce/vendure"`)
  expect(config).toMatch(/DefaultSchedulerPlugin\.init\(\),\s+CraftgatePlugin\.init\(\{/)
  expect(written('.env')).toMatch(/^CRAFTGATE_LINK_SECRET=[\w-]{43}$/m)
  expect(written('.env')).toContain('CRAFTGATE_PUBLIC_URL=http://localhost:3000\n')
  expect(statSync(join(terminal.folder, '.env')).mode & 0o077).toBe(0)
  expect(terminal.out).toMatch(/npx vendure migrate -g craftgate/)
})

test('a Medusa shop gets the plugin, and the provider in its payment module', async () => {
  await dependsOn('@medusajs/medusa')
  await terminal.write('medusa-config.ts', MEDUSA)
  expect(await terminal.run(['init', '--json'])).toBe(0)
  const config = written('medusa-config.ts')
  expect(config).toMatch(/plugins: \[\s*\{\s*resolve: '@craftgate-commerce\/medusa'/)
  expect(config).toMatch(
    /resolve: '@medusajs\/medusa\/payment',\s+options: \{ providers: \[\{ resolve: '@craft/,
  )
  expect(JSON.parse(terminal.out)).toMatchObject({
    platform: 'medusa',
    written: ['medusa-config.ts', '.env'],
  })
  expect(written('.env')).toContain('CRAFTGATE_PUBLIC_URL=http://localhost:9000\n')
})

test('a server that is reached elsewhere is told so', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  expect(await terminal.run(['init', '--public-url', 'https://api.shop.test/'])).toBe(0)
  expect(written('.env')).toContain('CRAFTGATE_PUBLIC_URL=https://api.shop.test\n')
})

test('other payment providers of a Medusa shop stay', async () => {
  await dependsOn('@medusajs/medusa')
  const stripe = `{ resolve: '@medusajs/medusa/payment', options: { providers: [{ resolve: '@medusajs/medusa/payment-stripe', id: 'stripe' }] } }`
  await terminal.write(
    'medusa-config.ts',
    MEDUSA.replace('projectConfig', `modules: [${stripe}],\n  projectConfig`),
  )
  await terminal.run(['init'])
  const config = written('medusa-config.ts')
  expect(config.match(/medusa\/payment'/g)).toHaveLength(1)
  expect(config).toMatch(/id: 'stripe' \},\s*\{ resolve: '@craftgate-commerce\/medusa\/providers\/craftgate'/)
})

test('what is there already stays as it is, however often it is run', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  await terminal.write('.env', 'CRAFTGATE_API_KEY=mine\nCRAFTGATE_SECRET_KEY=')
  await terminal.run(['init'])
  const [config, env] = [written('src/vendure-config.ts'), written('.env')]
  expect(env).toContain('CRAFTGATE_API_KEY=mine\n')
  expect(env.match(/CRAFTGATE_API_KEY/g)).toHaveLength(1)
  expect(env).toContain('\nCRAFTGATE_SECRET_KEY=sandbox-secret-key\n')
  expect(await terminal.run(['init'])).toBe(0)
  expect(terminal.out).toContain('everything is there already')
  expect([written('src/vendure-config.ts'), written('.env')]).toEqual([config, env])
})

test('a shop of another kind, or without a place for plugins, is told so and not touched', async () => {
  await dependsOn('express')
  expect(await terminal.run(['init'])).toBe(2)
  expect(terminal.err).toContain('@medusajs/medusa, @vendure/core')
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', 'export const config = makeConfig()\n')
  expect(await terminal.run(['init'])).toBe(2)
  expect(terminal.err).toContain('src/vendure-config.ts')
  expect(written('src/vendure-config.ts')).toBe('export const config = makeConfig()\n')
  expect(() => written('.env')).toThrow(/ENOENT/)
})

test.each([
  ['npm', 'package-lock.json', 'npm install', 'npx'],
  ['pnpm', 'pnpm-lock.yaml', 'pnpm add', 'pnpm exec'],
  ['yarn', 'yarn.lock', 'yarn add', 'yarn run'],
  ['bun', 'bun.lock', 'bun add', 'bunx'],
])(
  'with --yes a Vendure shop of %s is installed, written and migrated by its own commands',
  async (_, lock, add, exec) => {
    await dependsOn('@vendure/core')
    await terminal.write('src/vendure-config.ts', VENDURE)
    await terminal.write(lock, '')
    // The package first: the plugin is not in the config while it could not be loaded.
    terminal.program = async (typed) => {
      const isWritten = written('src/vendure-config.ts') !== VENDURE
      expect(isWritten).toBe(typed !== `${add} @craftgate-commerce/vendure`)
      if (!isWritten) await packageInstalled()
      return 0
    }
    expect(await terminal.run(['init', '--yes'])).toBe(0)
    expect(terminal.commands).toEqual([
      `${add} @craftgate-commerce/vendure`,
      `${exec} vendure migrate -g craftgate`,
      `${exec} vendure migrate -r`,
    ])
    expect(terminal.out).toMatch(/✓ Installed .*\n✓ Written: .*\n✓ Made the tables .*/)
    expect(terminal.out).toMatch(/\n1\. In the dashboard/)
    expect(terminal.out).not.toContain(`. ${exec} vendure migrate`)
  },
)

const packageInstalled = () =>
  terminal.write(
    'package.json',
    JSON.stringify({ dependencies: { '@vendure/core': '^1.0.0', '@craftgate-commerce/vendure': '^0.1.0' } }),
  )

test('a Medusa shop within a workspace is migrated by Medusa, with the tools of the workspace', async () => {
  await terminal.write('package.json', JSON.stringify({ packageManager: 'pnpm@10.1.0' }))
  await terminal.write(
    'apps/server/package.json',
    JSON.stringify({ dependencies: { '@medusajs/medusa': '2' } }),
  )
  await terminal.write('apps/server/medusa-config.ts', MEDUSA)
  const server = new CommandLine(join(terminal.folder, 'apps/server'))
  server.program = () =>
    server
      .write(
        'package.json',
        JSON.stringify({ dependencies: { '@medusajs/medusa': '2', '@craftgate-commerce/medusa': '0' } }),
      )
      .then(() => 0)
  expect(await server.run(['init', '--yes', '--json'])).toBe(0)
  expect(server.commands).toEqual(['pnpm add @craftgate-commerce/medusa', 'pnpm exec medusa db:migrate'])
  expect(JSON.parse(server.out)).toMatchObject({
    packageManager: 'pnpm',
    steps: [
      { step: 'install', outcome: 'done' },
      { step: 'write', outcome: 'done' },
      { step: 'migrate', outcome: 'done' },
    ],
  })
})

test('nobody at the keyboard and no --yes: nothing is run, and what to run is said', async () => {
  await dependsOn('@medusajs/medusa')
  await terminal.write('medusa-config.ts', MEDUSA)
  expect(await terminal.run(['init'])).toBe(0)
  expect(terminal.commands).toEqual([])
  expect(terminal.out).toContain('1. npm install @craftgate-commerce/medusa\n2. npx medusa db:migrate\n')
})

test('--no-install and --no-migrate leave either out, whatever else is agreed to', async () => {
  await dependsOn('@medusajs/medusa')
  await terminal.write('medusa-config.ts', MEDUSA)
  expect(await terminal.run(['init', '--yes', '--no-install'])).toBe(0)
  expect(terminal.commands).toEqual([])
  expect(await terminal.run(['init', '--yes', '--no-migrate'])).toBe(0)
  expect(terminal.commands).toEqual(['npm install @craftgate-commerce/medusa'])
})

test('somebody at the keyboard is asked about each, before anything is changed', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  terminal.program = () => packageInstalled().then(() => 0)
  expect(await terminal.run(['init'], typing('', 'n', 'no'))).toBe(0)
  expect(terminal.err).toMatch(
    /npm install @craftgate-commerce\/vendure\)\? \[Y\/n\] [\s\S]*vendure migrate -r\)\? [\s\S]*use the emulator\?/,
  )
  expect(terminal.commands).toEqual(['npm install @craftgate-commerce/vendure'])
  expect(written('.env')).toContain('CRAFTGATE_URL=sandbox\nCRAFTGATE_API_KEY=\n')
  expect(terminal.out).toContain('API Anahtarları')
  const env = written('.env')
  await terminal.run(['init', '--no-emulator', '--no-migrate'])
  expect(written('.env')).toBe(env)
})

test('who stops at a question finds the shop as it was', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  expect(await terminal.run(['init'], typing('y'))).toBe(2)
  expect(terminal.err).toContain('Stopped before anything was changed')
  expect(terminal.commands).toEqual([])
  expect(written('src/vendure-config.ts')).toBe(VENDURE)
})

test('an installation that fails leaves the shop as it was', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  const manifest = written('package.json')
  terminal.program = async () => {
    await packageInstalled()
    await terminal.write('package-lock.json', '{}')
    return 1
  }
  expect(await terminal.run(['init', '--yes'])).toBe(1)
  expect(terminal.out).toContain(
    '✗ npm install @craftgate-commerce/vendure ended with 1. Nothing was changed in the shop',
  )
  expect(terminal.out).toMatch(
    /1\. npm install @craftgate-commerce\/vendure\n2\. npx @craftgate-commerce\/cli init\n/,
  )
  expect([written('package.json'), written('src/vendure-config.ts')]).toEqual([manifest, VENDURE])
  expect(() => written('package-lock.json')).toThrow(/ENOENT/)
  expect(() => written('.env')).toThrow(/ENOENT/)
})

test('a migration that fails is gone on with, and not written twice', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  terminal.program = async (typed) => {
    if (typed.startsWith('npm')) await packageInstalled()
    if (typed.includes('-g')) await terminal.write('src/migrations/1764500000000-craftgate.ts', '')
    return typed.endsWith('-r') ? 1 : 0
  }
  expect(await terminal.run(['init', '--yes'])).toBe(1)
  expect(terminal.out).toContain('✗ npx vendure migrate -r ended with 1. What is written stays')
  expect(terminal.out).toMatch(/Next:\n1\. npx vendure migrate -r\n2\. In the dashboard/)
  terminal.commands.length = 0
  terminal.program = () => 0
  expect(await terminal.run(['init', '--yes'])).toBe(0)
  expect(terminal.commands).toEqual(['npx vendure migrate -r'])
})

test('a program that is not there is said in a sentence', async () => {
  await dependsOn('@vendure/core')
  await terminal.write('src/vendure-config.ts', VENDURE)
  terminal.program = () => Promise.reject(new Error('spawn npm ENOENT'))
  expect(await terminal.run(['init', '--yes'])).toBe(1)
  expect(terminal.out).toContain(
    'npm install @craftgate-commerce/vendure could not be started (spawn npm ENOENT)',
  )
})
