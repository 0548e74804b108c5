// Builds the Vendure Dashboard, unless what it is made of is the same as last time: a build takes half a minute.
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildOnce, filesUnder } from './build-once.mjs'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const plugin = path.dirname(require.resolve('@craftgate-commerce/vendure/package.json'))
const dashboard = path.join(path.dirname(require.resolve('@vendure/core/package.json')), '../dashboard')

/** The build scans packages for extensions, and follows no link of an npm workspace: it is given what would be published. */
function stagePlugin() {
  const staged = path.join(here, '.staged/node_modules/@craftgate-commerce/vendure')
  rmSync(staged, { recursive: true, force: true })
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts']
  const [{ files }] = JSON.parse(execFileSync('npm', pack, { cwd: plugin, encoding: 'utf8' }))
  for (const { path: file } of files) {
    mkdirSync(path.dirname(path.join(staged, file)), { recursive: true })
    cpSync(path.join(plugin, file), path.join(staged, file))
  }
}

buildOnce({
  stampFile: path.join(here, 'static/dashboard.stamp'),
  files: [
    path.join(dashboard, 'package.json'),
    path.join(here, 'vite.config.mts'),
    ...['dashboard-config', 'config', 'plugins'].map((name) => path.join(here, `src/${name}.ts`)),
    path.join(plugin, 'package.json'),
    path.join(plugin, 'dist/craftgate-plugin.js'),
    ...filesUnder(path.join(plugin, 'dashboard')),
  ],
  build() {
    stagePlugin()
    const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js')
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: here,
      stdio: 'inherit',
    })
    if (status !== 0) process.exit(status ?? 1)
  },
})
