// Writes docs/coverage.md from what the emulator served in the last `npm test`, or (`--check`) fails when that page marks
// something that the tests did not do.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OPERATIONS, operationIds } from '@craftgate-commerce/openapi/operations'

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
- **Core**: our client made it. **Vendure, Medusa, Shopify**: a purchase or a merchant in that shop led to it.
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
      return { id, call: `\`${method} ${path}\``, marks }
    })
}

function render(clients) {
  const all = rows(clients)
  const heading = ['Call', ...COLUMNS.map(([name]) => name)]
  const totals = COLUMNS.map((_, at) => String(all.filter(({ marks }) => marks[at] === '✓').length))
  const line = (cells) => `| ${cells.join(' | ')} |`
  const table = [
    line(heading),
    line(heading.map(() => '---')),
    ...all.map(({ call, marks }) => line([call, ...marks])),
    line([`**${all.length} calls**`, ...totals]),
  ]
  return `${INTRODUCTION}\n${table.join('\n')}\n`
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
  if (clients.size === 0) console.log('No calls were recorded.')
  process.exitCode = missing.length > 0 || clients.size === 0 ? 1 : 0
} else {
  writeFileSync(page, render(clients))
}
