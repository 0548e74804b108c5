import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CommandLine } from '../testing/command-line'

let terminal: CommandLine
beforeEach(() => {
  terminal = new CommandLine()
})
afterEach(() => terminal.close())

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
  expect(terminal.out).toContain('Everything is there already')
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
