// What the published packages export, as their built types say it: `npm run api` writes a page for each entry to
// test/.artifacts/api. CI shows a pull request what it changes of them. Needs a build with types.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { manifestOf, publishedFolders } from './published.mjs'

const root = join(import.meta.dirname, '..')
const target = join(import.meta.dirname, '.artifacts/api')

const OPTIONS = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  skipLibCheck: true,
  noEmit: true,
  types: [],
}

/** The file of types of an entry, whichever way it is written in `exports`; undefined for one without. */
function typesOf(entry) {
  if (typeof entry !== 'object' || entry === null) return undefined
  return typeof entry.types === 'string'
    ? entry.types
    : (typesOf(entry.import) ?? typesOf(entry.require) ?? typesOf(entry.default))
}

const entries = publishedFolders.flatMap((folder) => {
  const { name, exports } = manifestOf(folder)
  return Object.entries(exports).flatMap(([path, entry]) => {
    const types = typesOf(entry)
    return types === undefined ? [] : [{ name: join(name, path), file: join(root, folder, types) }]
  })
})
const missing = entries.filter(({ file }) => !existsSync(file))
if (missing.length > 0) {
  console.error(`Not built with types: ${missing.map(({ name }) => name).join(', ')}`)
  process.exit(1)
}

const program = ts.createProgram(
  entries.map(({ file }) => file),
  OPTIONS,
)
const checker = program.getTypeChecker()

/** Each export with its declaration; what was taken from a dependency says from where. */
function reportOf({ name, file }) {
  const module = checker.getSymbolAtLocation(program.getSourceFile(file))
  const parts = checker.getExportsOfModule(module).map((symbol) => {
    const meant = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    const declarations = (meant.declarations ?? []).map((declaration) => {
      const shown = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration
      return shown.getSourceFile().fileName.includes('/node_modules/') && !file.includes('/node_modules/')
        ? `// of ${shown.getSourceFile().fileName.split('/node_modules/').at(-1)}`
        : shown.getText()
    })
    return { symbol: symbol.getName(), text: declarations.join('\n') }
  })
  const sorted = parts.sort((one, other) => (one.symbol < other.symbol ? -1 : 1))
  const body = sorted.map(({ symbol, text }) => `## ${symbol}\n\n\`\`\`ts\n${text}\n\`\`\`\n`).join('\n')
  return { count: parts.length, text: `# ${name}\n\n${body}` }
}

rmSync(target, { recursive: true, force: true })
mkdirSync(target, { recursive: true })
for (const entry of entries) {
  const { count, text } = reportOf(entry)
  writeFileSync(
    join(target, `${entry.name.replace('@craftgate-commerce/', '').replaceAll('/', '.')}.api.md`),
    text,
  )
  console.log(`${entry.name}: ${count} exports`)
}
