// Builds the Medusa Admin with the plugin's pages, unless what it is made of is the same as last time: it takes a minute.
import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildOnce, filesUnder } from '../vendure-store/build-once.mjs'

const here = import.meta.dirname
const require = createRequire(import.meta.url)

const plugin = path.dirname(require.resolve('@craftgate-commerce/medusa/package.json'))
const { BUILD_ENVIRONMENT } = require('@craftgate-commerce/example-vendure-store/dist/zerdali/environment')
const served = path.join(here, 'dist/public/admin')

buildOnce({
  // Beside what it speaks of: whoever deletes the one deletes the other.
  stampFile: path.join(served, 'build.stamp'),
  files: [
    require.resolve('@medusajs/medusa/package.json'),
    path.join(here, 'medusa-config.ts'),
    path.join(here, 'src/admin-vite.ts'),
    ...filesUnder(path.join(plugin, '.medusa/server/src/admin')),
  ],
  build() {
    const cli = require.resolve('@medusajs/cli/cli.js')
    const env = { ...process.env, ...BUILD_ENVIRONMENT, MEDUSA_DISABLE_TELEMETRY: 'true' }
    const { status } = spawnSync(process.execPath, [cli, 'build', '--admin-only'], {
      cwd: here,
      stdio: 'inherit',
      env,
    })
    if (status !== 0) process.exit(status ?? 1)
    rmSync(served, { recursive: true, force: true })
    cpSync(path.join(here, '.medusa/admin'), served, { recursive: true })
  },
})
