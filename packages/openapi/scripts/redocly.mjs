// Runs Redocly's command without telemetry and without asking the network for a newer version.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const home = join(import.meta.dirname, '..')
const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
const command = join(dirname(manifest), 'bin/cli.js')

/** Throws with what Redocly printed when it fails. */
export function redocly(...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  })
  if (status !== 0) throw new Error(`redocly ${args.join(' ')} failed\n${stdout}\n${stderr}`)
  return `${stdout}${stderr}`
}
