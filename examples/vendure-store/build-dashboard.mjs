// Builds the Vendure Dashboard, unless what it is made of is the same as last time: a build takes half a minute.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildOnce, filesUnder } from './build-once.mjs'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const plugin = path.dirname(require.resolve('@craftgate-commerce/vendure/package.json'))
const dashboard = path.join(path.dirname(require.resolve('@vendure/core/package.json')), '../dashboard')

buildOnce({
  stampFile: path.join(here, 'static/dashboard.stamp'),
  files: [
    path.join(dashboard, 'package.json'),
    path.join(here, 'vite.config.mts'),
    ...['dashboard-config', 'config', 'plugins'].map((name) => path.join(here, `src/${name}.ts`)),
    ...filesUnder(path.join(plugin, 'dashboard')),
  ],
  build() {
    const vite = path.join(path.dirname(require.resolve('vite/package.json')), 'bin/vite.js')
    const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
      cwd: here,
      stdio: 'inherit',
    })
    if (status !== 0) process.exit(status ?? 1)
  },
})
