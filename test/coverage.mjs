// Writes docs/coverage.md from what the emulator served in the last `npm test`, or (`--check`) fails when that page marks
// something that the tests did not do.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATIONS, operationIds } from '@craftgate-commerce/openapi/operations'
import { REASONS } from './coverage-reasons.mjs'

const page = join(import.meta.dirname, '../docs/coverage.md')
const logs = join(import.meta.dirname, '.artifacts/calls')

/** A column each, by the name with which a client comes; the emulator's is whoever came. */
const COLUMNS = [
  ['Emulator', () => true],
  ['Official client', (client) => client === 'craftgate-node-client'],
  ['Core', (client) => client.startsWith('craftgate-commerce')],
  ['Vendure', (client) => client === 'craftgate-commerce-vendure'],
  ['Medusa', (client) => client === 'craftgate-commerce-medusa'],
  ['Shopify', (client) => client === 'craftgate-commerce-shopify'],
]

const INTRODUCTION = `# What is proven

Written by \`npm run coverage\` from the calls that the emulator served in \`npm test\`; nobody edits it. A mark says that
a test made this call and got a success:

- **Emulator**: it plays the call. What it does not play it answers with 501.
- **Official client**: the official Node package made it, unmodified, against the emulator.
- **Core**: our client made it. **Vendure, Medusa, Shopify**: a purchase or a merchant in that shop led to it; what is empty there
  no test of that shop led to.
`

const UNMADE = `## Calls that core does not make

Nothing that a shop does leads to them; the client makes some of them in its own tests.
`

function served() {
  const lines = existsSync(logs)
    ? readdirSync(logs).flatMap((name) => readFileSync(join(logs, name), 'utf8').split('\n'))
    : []
  const clients = new Map()
  for (const line of new Set(lines.filter(Boolean))) {
    const { call, client } = JSON.parse(line)
    clients.set(call, [...(clients.get(call) ?? []), client])
  }
  return clients
}

function rows(clients) {
  return operationIds()
    .map((id) => ({ id, ...OPERATIONS[id] }))
    .sort((one, other) => one.path.localeCompare(other.path) || one.method.localeCompare(other.method))
    .map(({ id, method, path }) => {
      const marks = COLUMNS.map(([, isOf]) => ((clients.get(id) ?? []).some(isOf) ? '✓' : ''))
      return { id, call: `\`${method} ${path}\``, marks, reason: REASONS[id] }
    })
}

const CORE = COLUMNS.findIndex(([name]) => name === 'Core')

/** In the place of core's mark, where it has none. */
const cells = ({ marks, reason }) =>
  marks.map((mark, at) =>
    at === CORE && mark === '' && reason ? '[no](#calls-that-core-does-not-make)' : mark,
  )

function render(clients) {
  const all = rows(clients)
  const heading = ['Call', ...COLUMNS.map(([name]) => name)]
  const totals = COLUMNS.map((_, at) => String(all.filter(({ marks }) => marks[at] === '✓').length))
  const line = (cells) => `| ${cells.join(' | ')} |`
  const table = [
    line(heading),
    line(heading.map(() => '---')),
    ...all.map((row) => line([row.call, ...cells(row)])),
    line([`**${all.length} calls**`, ...totals]),
  ]
  const unmade = all.filter(({ reason }) => reason).map(({ call, reason }) => `- ${call}: ${reason}`)
  return `${INTRODUCTION}\n${table.join('\n')}\n\n${UNMADE}\n${unmade.join('\n')}\n`
}

/** Calls that no emulator played or no client made, that core neither made nor says why, and that a shop made all the same. */
function unexplained(clients) {
  return rows(clients).flatMap(({ call, marks, reason }) => {
    const [emulator, official, core, ...shops] = marks
    if (!emulator || !(official || core)) return [`${call} was never made`]
    if (!core && !reason) return [`${call} has no reason why core does not make it`]
    return reason && shops.some(Boolean) ? [`${call} has a reason, and a shop makes it`] : []
  })
}

/** What the page marks and the calls do not show. */
function unproven(clients) {
  const written = existsSync(page) ? readFileSync(page, 'utf8').split('\n') : []
  return rows(clients).flatMap(({ id, call, marks }) => {
    const marked =
      written
        .find((line) => line.startsWith(`| ${call} |`))
        ?.split(' | ')
        .slice(1) ?? []
    return COLUMNS.flatMap(([name], at) =>
      marked[at]?.includes('✓') && marks[at] !== '✓' ? [`${name}: ${id}`] : [],
    )
  })
}

const clients = served()
if (process.argv.includes('--check')) {
  const missing = unproven(clients)
  for (const each of missing) console.log(`docs/coverage.md marks what no test did: ${each}`)
  const wrong = clients.size === 0 ? ['No calls were recorded.'] : unexplained(clients)
  for (const each of wrong) console.log(each)
  process.exitCode = missing.length > 0 || wrong.length > 0 ? 1 : 0
} else {
  writeFileSync(page, render(clients))
}
