import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { create } from './main'

// As `npm create @craftgate-commerce` starts it in a folder.

let folder: string
let said: { out: string; err: string }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'craftgate-create-'))
  said = { out: '', err: '' }
})
afterEach(() => rmSync(folder, { recursive: true }))

const started = (...args: string[]) =>
  create(args, {
    folder,
    env: {},
    terminal: {
      out: (text) => {
        said.out += text
      },
      err: (text) => {
        said.err += text
      },
      signal: new AbortController().signal,
    },
  })

const dependsOn = (name: string) =>
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { [name]: '^1.0.0' } }))

test('a Medusa shop gets the plugin', async () => {
  dependsOn('@medusajs/medusa')
  writeFileSync(join(folder, 'medusa-config.ts'), 'module.exports = defineConfig({})\n')
  expect(await started('--public-url', 'https://api.shop.test')).toBe(0)
  expect(readFileSync(join(folder, 'medusa-config.ts'), 'utf8')).toContain('@craftgate-commerce/medusa')
  expect(readFileSync(join(folder, '.env'), 'utf8')).toContain('CRAFTGATE_PUBLIC_URL=https://api.shop.test')
})

test.each([
  ['an empty folder', () => {}],
  ['a folder of something else', () => dependsOn('express')],
])('%s is offered what to do, and nothing is written', async (_, prepare) => {
  prepare()
  expect(await started()).toBe(2)
  expect(said.err).toContain('npx @vendure/create@latest my-shop')
  expect(said.err).toContain('npx create-medusa-app@latest my-shop')
  expect(said.err).toContain('npx @craftgate-commerce/shopify')
  expect(said.err).toContain('npx @craftgate-commerce/sandbox')
  expect(() => readFileSync(join(folder, '.env'))).toThrow('ENOENT')
})

test('help and version end well', async () => {
  expect(await started('--help')).toBe(0)
  expect(said.out).toMatch(/npm create @craftgate-commerce[\s\S]*--public-url/)
  said.out = ''
  expect(await started('--version')).toBe(0)
  expect(said.out).toMatch(/^\d+\.\d+\.\d+\n$/)
})
