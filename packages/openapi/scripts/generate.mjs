// Makes src/generated from spec/: the description as one document, the types of every call, and the table of operations.
// `--check` writes nothing and fails when what is written differs.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { redocly } from './redocly.mjs'

const generated = join(import.meta.dirname, '../src/generated')
const NOTICE = '// Made from spec/ by scripts/generate.mjs. Change the description, not this file.\n'

function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'craftgate-openapi-'))
  try {
    const file = join(folder, 'openapi.json')
    redocly('bundle', 'spec/openapi.yaml', '--output', file)
    return JSON.parse(readFileSync(file, 'utf8'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

const operationsOf = (document) =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method) => {
      const operation = item[method]
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        class: operation['x-call-class'],
        idempotencyKey: operation['x-idempotency-key'],
        answerless: operation['x-answerless'] === true,
        binary: operation['x-binary'] === true,
      }
    }),
  )

const written = ([name, value]) => `${name}: ${typeof value === 'string' ? `'${value}'` : value}`

function tableOf(document) {
  const rows = operationsOf(document)
    .sort((a, b) => a.id.localeCompare(b.id, 'en'))
    .map(({ id, ...row }) => `  ${id}: { ${Object.entries(row).map(written).join(', ')} },`)
  return `${NOTICE}\nexport const OPERATIONS = {\n${rows.join('\n')}\n} as const\n`
}

async function files() {
  const document = bundled()
  const types = astToString(await openapiTypescript(document, { alphabetize: false }))
  return {
    'openapi.json': `${JSON.stringify(document, null, 1)}\n`,
    'api.ts': `${NOTICE}\n${types}`,
    'table.ts': tableOf(document),
  }
}

const wanted = await files()
if (process.argv.includes('--check')) {
  const stale = Object.entries(wanted).filter(
    ([name, text]) => readFileSync(join(generated, name), 'utf8') !== text,
  )
  if (stale.length > 0) {
    throw new Error(
      `Out of date: ${stale.map(([name]) => name).join(', ')}. Run npm run generate -w @craftgate-commerce/openapi.`,
    )
  }
} else {
  mkdirSync(generated, { recursive: true })
  for (const [name, text] of Object.entries(wanted)) writeFileSync(join(generated, name), text)
}
