import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const jest = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js']

/** Runs the store suite whose path fits, with its own errors in sight; true when it passed. */
export function runStoreSuite(suite, { options = [], env }) {
  const command = [...jest, '--config', 'test/jest.config.mjs', '--testPathPatterns', suite, ...options]
  const { status } = spawnSync(process.execPath, command, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

/**
 * Runs a suite of `npm test` in the size of a benchmark, and answers what it wrote to the file that `report` names. Throws
 * when the suite fails, as it does for a statement that reads more than it may.
 */
export function runSuite(suite, report, env) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'report.json')
  try {
    if (!runStoreSuite(suite, { env: { ...env, [report]: file } }))
      throw new Error(`${suite} failed; see above`)
    return JSON.parse(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
