// Knows whether anything that is built has changed since the demo built it last.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const WORKSPACES = ['shared-core', 'packages', 'examples']
const NOT_SOURCE = new Set(['node_modules', 'dist', 'static', 'coverage', '.cache', '.medusa'])

const stampFile = (root) => join(root, '.cache/demo-build.stamp')

export function buildIsCurrent(root) {
  const results = [
    'examples/demo/dist/demo.js',
    'examples/vendure-store/dist/main.js',
    'examples/medusa-store/dist/src/main.js',
    'packages/medusa/.medusa/server/src/options.js',
    'packages/shopify/dist/cli.js',
    'examples/shopify-store/dist/index.js',
    'examples/storefront/dist/client',
  ]
  if (!results.every((file) => existsSync(join(root, file)))) return false
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stampOf(root)
}

export function rememberBuild(root) {
  mkdirSync(join(root, '.cache'), { recursive: true })
  writeFileSync(stampFile(root), stampOf(root))
}

/** Of the lock file and every source file: its path, size and time. */
function stampOf(root) {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const file of WORKSPACES.flatMap((folder) => filesIn(join(root, folder)))) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesIn(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCE.has(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? filesIn(path) : [path]
    })
    .sort()
}
