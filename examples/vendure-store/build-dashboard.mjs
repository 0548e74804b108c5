// Builds the Vendure Dashboard, unless what it is made of is the same as last time: a build takes half a minute.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const here = import.meta.dirname
const stampFile = path.join(here, 'static/dashboard.stamp')
const require = createRequire(import.meta.url)

const plugin = path.dirname(require.resolve('@craftgate-commerce/vendure/package.json'))
const dashboard = path.join(path.dirname(require.resolve('@vendure/core/package.json')), '../dashboard')

function filesUnder(folder) {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name))
}

function stamp() {
  const hash = createHash('sha256')
  const files = [
    path.join(dashboard, 'package.json'),
    path.join(here, 'vite.config.mts'),
    ...['dashboard-config', 'config', 'plugins'].map((name) => path.join(here, `src/${name}.ts`)),
    ...filesUnder(path.join(plugin, 'dashboard')),
  ]
  for (const file of files) hash.update(readFileSync(file))
  return hash.digest('hex')
}

const wanted = stamp()
const built = existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted
if (!built) {
  const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: here,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
  mkdirSync(path.dirname(stampFile), { recursive: true })
  writeFileSync(stampFile, wanted)
}
