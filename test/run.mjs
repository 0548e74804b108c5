// `npm test`: everything that CI runs, on a fresh clone, with nothing but Node and npm (and apt for Chromium and Redis).
// Plain Node: it installs what the rest needs, so it may import nothing that has to be installed.
import '../shared-core/node-version.cjs'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { secondTries, tally } from './tally.mjs'

const root = join(import.meta.dirname, '..')
const artifacts = join(import.meta.dirname, '.artifacts')
const only = process.argv.slice(2)
const results = []
const triedAgain = []
/** The calls that the emulators served, for docs/coverage.md. */
const calls = join(artifacts, 'calls')

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return status === 0
}

function step(name, work) {
  if (only.length > 0 && !only.includes(name)) return true
  const began = Date.now()
  console.log(`\n== ${name}`)
  const outcome = work()
  const counted =
    typeof outcome === 'boolean' ? { passed: outcome ? 1 : 0, failed: outcome ? 0 : 1 } : outcome
  results.push({ name, ...counted, seconds: Math.round((Date.now() - began) / 1000) })
  return counted.failed === 0
}

function installed() {
  const marker = join(root, 'node_modules/.package-lock.json')
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
}

/** Installs a package of Debian's unless one of these programs is there. */
function debian(name, places) {
  if (places.some((path) => path && existsSync(path))) return true
  console.log(`No ${name} found; installing it with apt-get.`)
  const sudo = process.getuid?.() === 0 ? [] : ['sudo']
  const apt = (...args) => {
    const [command, ...rest] = [...sudo, 'apt-get', ...args]
    return run(command, rest)
  }
  return (
    apt('update', '-qq') &&
    apt('install', '-y', '-qq', name) &&
    places.some((path) => path && existsSync(path))
  )
}

const chromium = () =>
  debian('chromium', [
    process.env.CHROMIUM_PATH,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
  ])

const redis = () => debian('redis-server', ['/usr/bin/redis-server', '/usr/local/bin/redis-server'])

const inStore = (script, store) =>
  run('npm', ['run', '--silent', script, '-w', `@craftgate-commerce/example-${store}-store`])

function jest(config, name) {
  const report = join(artifacts, `${name}.json`)
  for (const file of [report, join(calls, `${name}.jsonl`)]) rmSync(file, { force: true })
  const ok = run(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--config',
      config,
      '--json',
      '--outputFile',
      report,
    ],
    { JEST_REPORT: report, CRAFTGATE_SANDBOX_CALL_LOG: join(calls, `${name}.jsonl`) },
  )
  const told = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined
  triedAgain.push(...secondTries(told))
  return tally(told, ok)
}

mkdirSync(calls, { recursive: true })
const ready =
  (installed() || step('install', () => run('npm', ['ci', '--no-progress', '--no-audit', '--no-fund']))) &&
  step('build', () => run('npx', ['lerna', 'run', 'build']))

if (ready) {
  step('lint', () => run('npx', ['biome', 'ci', '.']))
  step('types', () => run('npx', ['lerna', 'run', 'types']))
  step('walls', () => run('npm', ['run', '--silent', 'walls']))
  step('openapi', () => run('npm', ['run', '--silent', 'lint', '-w', '@craftgate-commerce/openapi']))
  step('unused', () => run('npx', ['knip']))
  step('packages', () => run(process.execPath, ['test/packages.mjs']))
  step('api', () => run(process.execPath, ['test/public-api.mjs', '--check']))
  step('licences', () => run(process.execPath, ['test/licences.mjs']))
  step('docs', () => run('npm', ['run', '--silent', 'check', '-w', '@craftgate-commerce/docs']))
  step('unit', () => jest('jest.config.mjs', 'unit'))
  const stage = [
    step('chromium', chromium),
    step('redis', redis),
    step('dashboard', () => inStore('build:dashboard', 'vendure')),
    step('admin', () => inStore('build:admin', 'medusa')),
  ]
  if (stage.every(Boolean)) {
    step('stores', () => jest('test/jest.config.mjs', 'stores'))
    step('coverage', () => run(process.execPath, ['test/coverage.mjs', '--check']))
  }
}

const sum = (field) => results.reduce((total, result) => total + result[field], 0)
console.log('')
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${failed ? 'FAIL' : 'ok  '} ${name.padEnd(14)} ${passed} passed, ${failed} failed (${seconds} s)`,
  )
}
for (const row of triedAgain) console.log(`passed at its second try, and has to be mended: ${row}`)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = sum('failed') > 0 || !ready ? 1 : 0
