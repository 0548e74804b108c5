import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** What Node 18 says of itself, and what it lacks. */
const oldNode = join(mkdtempSync(join(tmpdir(), 'node-18-')), 'node-18.cjs')
writeFileSync(
  oldNode,
  "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.8' } });Object.defineProperty(process, 'version', { value: 'v18.20.8' });delete globalThis.File",
)

const started = (...args) =>
  spawnSync(process.execPath, ['--require', oldNode, ...args], { cwd: root, encoding: 'utf8' })

const NEEDED = /needs Node 20\.19 or newer; this is (Node |v)18\.20\.8/

const entries = ['core', 'core/adapter', 'core/client', 'core/testing', 'sandbox', 'vendure']

test.each([
  ...entries.map((entry) => ['import', entry]),
  ['import', 'shopify'],
  ...entries.map((entry) => ['require', entry]),
  ['require', 'medusa'],
  ['require', 'medusa/providers/craftgate'],
  ['require', 'medusa/.medusa/server/src/modules/craftgate'],
])('on Node 18, %s of %s says which Node is needed', (how, entry) => {
  const { status, stderr } = started('--eval', `${how}('@craftgate-commerce/${entry}')`)
  expect(stderr).toMatch(NEEDED)
  expect(status).not.toBe(0)
})

test.each([
  'packages/cli/bin/craftgate-commerce.mjs',
  'packages/create/bin/create-craftgate-commerce.mjs',
  'packages/sandbox/bin/craftgate-sandbox.mjs',
  'packages/shopify/bin/craftgate-shopify.mjs',
  'test/run.mjs',
])('on Node 18, %s says which Node is needed', (file) => {
  const { status, stderr } = started(file)
  expect(stderr).toMatch(NEEDED)
  expect(status).not.toBe(0)
})

// A command asks before it imports anything, also a file of its own package: what an import needs is loaded before the first
// line runs, and what is thrown there is a stack, not a sentence. So these lines stand in each of them, and are kept alike here.
test('commands ask for Node in the same words, before their first import', () => {
  const asking = [
    'cli/bin/craftgate-commerce',
    'create/bin/create-craftgate-commerce',
    'shopify/bin/craftgate-shopify',
  ].map((bin) => {
    const [before, rest = ''] = readFileSync(join(root, `packages/${bin}.mjs`), 'utf8').split(
      /(?=^const \[major)/m,
    )
    expect(before).not.toMatch(/import/)
    return rest.slice(0, rest.indexOf('  process.exit'))
  })
  expect(asking[0]).toContain('needs Node 20.19')
  expect(new Set(asking).size).toBe(1)
})
