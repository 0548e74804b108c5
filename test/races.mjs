// `npm run races [count] [seed]`: so many (1,000) randomised races of every mutation of Vendure and of Medusa against
// callback and webhook, and what came of them. `npm test` runs a few of the same.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runStoreSuite } from './load/run-suite.mjs'

const report = join(import.meta.dirname, '.artifacts/races.json')
const [races = '1000', seed = String(Date.now() % 1_000_000)] = process.argv.slice(2)

const SUITES = { Vendure: 'order-races', Medusa: 'medusa-races' }

function run(shop, suite) {
  rmSync(report, { force: true })
  const hasPassed = runStoreSuite(suite, {
    options: ['-t', 'races of', '--json', '--outputFile', report],
    env: { RACES: races, RACES_SEED: seed },
  })
  const tests = JSON.parse(readFileSync(report, 'utf8')).testResults.flatMap((each) => each.assertionResults)
  const raced = tests.find((each) => each.title.includes('races of'))
  return {
    ...{ shop, races: Number(races), seed: Number(seed) },
    seconds: Math.round((raced?.duration ?? 0) / 1000),
    result: hasPassed && raced?.status === 'passed' ? 'no flaw' : 'FLAWS, see above',
  }
}

mkdirSync(join(import.meta.dirname, '.artifacts'), { recursive: true })
const results = Object.entries(SUITES).map(([shop, suite]) => run(shop, suite))
console.table(results)
process.exitCode = results.every(({ result }) => result === 'no flaw') ? 0 : 1
