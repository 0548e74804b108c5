// What the statements of the Shopify app read when there are a million payments, and how large the tables are then.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** Runs the store suite that plans and runs every statement; it fails when one reads more than it may. */
export function measureQueryPlans({ payments }) {
  const directory = mkdtempSync(join(tmpdir(), 'query-plans-'))
  const report = join(directory, 'report.json')
  try {
    const jest = [
      '--experimental-vm-modules',
      'node_modules/jest/bin/jest.js',
      '--config',
      'test/jest.config.mjs',
    ]
    const { status } = spawnSync('node', [...jest, '--selectProjects', 'shopify', '--', 'query-plans'], {
      cwd: root,
      env: { ...process.env, QUERY_PLAN_PAYMENTS: String(payments), QUERY_PLAN_REPORT: report },
      stdio: ['ignore', 'ignore', 'inherit'],
    })
    if (status !== 0) throw new Error('A statement reads more than it may; see above')
    return JSON.parse(readFileSync(report, 'utf8'))
  } finally {
    rmSync(directory, { recursive: true })
  }
}
