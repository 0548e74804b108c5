// The pages of docs/start are followed: `npm run newcomer` follows the package's page, and they say nothing else than it.
// Commands and queries are those of its first order, and the configuration is what the command line writes.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse, print } from 'graphql'
import ts from 'typescript'

const START = /^docs\/(?:tr\/)?start\/(\w+)\.md$/

/** Commands that make the shop or start it; the newcomer's test does both in its own way. */
const SHOP = {
  // `dev` is dev:server and dev:worker, which the newcomer starts one after the other, and the dashboard beside them.
  vendure: ['npx @vendure/create@latest my-shop', 'cd my-shop', 'npm run dev'],
  medusa: ['npx create-medusa-app@latest my-shop', 'cd my-shop'],
  // The emulated one is the demo's, which .github/workflows/newcomer.yml runs.
  shopify: [
    'git clone https://github.com/craftgate-commerce/craftgate-commerce',
    'cd craftgate-commerce',
    'npm run demo',
  ],
}

/** The config file of a shop to which `init` adds what the page shows, and the lists that it shows. */
const CONFIG = {
  vendure: {
    file: 'src/vendure-config.ts',
    depends: '@vendure/core',
    empty: 'export const config: VendureConfig = { plugins: [DefaultSchedulerPlugin.init()] }\n',
    lists: ['plugins'],
  },
  medusa: {
    file: 'medusa-config.ts',
    depends: '@medusajs/medusa',
    empty: 'export default defineConfig({})\n',
    lists: ['plugins', 'modules'],
  },
}

/** What of the pages nobody follows, a sentence each. */
export function checkStart(root, blocks) {
  return blocks.flatMap((block) => {
    const [, platform] = START.exec(block.file) ?? []
    if (platform === undefined) return []
    const page = `packages/${platform}/README.md`
    const followed = blocks.filter(({ file, note }) => file === page && note === 'first order')
    const known = (language) => followed.filter((each) => each.language === language)
    const faults = {
      sh: () =>
        unknownLines(block.code, [...SHOP[platform], ...known('sh').flatMap(({ code }) => code.split('\n'))]),
      graphql: () => unknownFields(block.code, known('graphql')),
      ts: () => otherLists(block.code, writtenByInit(root, platform)),
    }[block.language]?.() ?? [`${block.language} is followed by nobody`]
    return faults.map((fault) => `${block.file}:${block.line}: ${fault}`)
  })
}

function unknownLines(code, known) {
  return code
    .split('\n')
    .filter((line) => line !== '' && !known.includes(line))
    .map((line) => `the newcomer does not run "${line}"`)
}

const fieldsOf = ({ code }) =>
  parse(code).definitions.flatMap(({ selectionSet }) => selectionSet.selections.map((field) => print(field)))

function unknownFields(code, known) {
  const asked = known.flatMap(fieldsOf)
  return fieldsOf({ code })
    .filter((field) => !asked.includes(field))
    .map((field) => `the newcomer does not ask "${field.split('\n')[0]}" with this selection`)
}

function writtenByInit(root, platform) {
  const { file, depends, empty, lists } = CONFIG[platform]
  const folder = mkdtempSync(join(tmpdir(), 'craftgate-start-'))
  const path = join(folder, file)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, empty)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: { [depends]: '*' } }))
    const cli = join(root, 'packages/cli/bin/craftgate-commerce.mjs')
    const { status, stderr } = spawnSync(process.execPath, [cli, 'init'], { cwd: folder, encoding: 'utf8' })
    if (status !== 0) throw new Error(`init in an empty ${platform} shop: ${stderr}`)
    return listsOf(readFileSync(path, 'utf8'), lists)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function otherLists(code, written) {
  const shown = listsOf(code, Object.keys(written))
  return Object.entries(written)
    .filter(([name, text]) => shown[name] !== text)
    .map(([name, text]) => `"${name}" is not what init writes: ${text}`)
}

/** The lists of these names, wherever they stand, as their tokens: comments and layout say nothing. */
function listsOf(code, names) {
  const found = {}
  const visit = (node) => {
    const name = node.name?.getText()
    if (names.includes(name) && ts.isArrayLiteralExpression(node.initializer ?? node))
      found[name] = tokensOf(node.initializer)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('config.ts', code, ts.ScriptTarget.ES2022, true))
  return found
}

function tokensOf(node) {
  const scanner = ts.createScanner(ts.ScriptTarget.ES2022, true, ts.LanguageVariant.Standard, node.getText())
  const tokens = []
  while (scanner.scan() !== ts.SyntaxKind.EndOfFileToken) tokens.push(scanner.getTokenText())
  return tokens.join(' ').replaceAll(/ ,(?= [}\])])/g, '')
}
