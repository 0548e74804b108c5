import { dirname, join } from 'node:path'
import ts from 'typescript'

const OPTIONS = {
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  target: ts.ScriptTarget.ES2022,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  jsx: ts.JsxEmit.Preserve,
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  experimentalDecorators: true,
}

/**
 * One program of all blocks. Each is a module beside the page that it stands in, so that it finds the packages that this page's
 * own package finds; nothing is written to disk.
 */
export function checkTypes(root, blocks) {
  const sources = new Map(
    blocks.map((block) => {
      const given = block.note === 'given' ? block.words.replace(/\s*\n\s*/g, ' ') : ''
      // On one line before the block, so that the lines of a fault are those of the page.
      const text = `${given}; export {};\n${withTheReaders(block.code)}`
      return [join(root, placeOf(block.file), `block-${block.line}.ts`), { block, text }]
    }),
  )
  const host = ts.createCompilerHost(OPTIONS)
  const { fileExists, getSourceFile, readFile } = host
  host.fileExists = (path) => sources.has(path) || fileExists(path)
  host.readFile = (path) => sources.get(path)?.text ?? readFile(path)
  host.getSourceFile = (path, target) =>
    sources.has(path)
      ? ts.createSourceFile(path, sources.get(path).text, target, true)
      : getSourceFile.call(host, path, target)
  const program = ts.createProgram([...sources.keys()], OPTIONS, host)
  return [...sources].flatMap(([path, { block }]) => {
    const file = program.getSourceFile(path)
    const found = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)]
    return found.map(({ start = 0, messageText }) => {
      const { line } = file.getLineAndCharacterOfPosition(start)
      return `${block.file}:${block.line + line}: ${ts.flattenDiagnosticMessageText(messageText, '\n  ')}`
    })
  })
}

/** `// ...` at the beginning of an object or list is what the reader has there already. */
const withTheReaders = (code) =>
  code
    .replace(/(\{\s*)\/\/ (?:…|\.\.\.)(?=\n)/g, '$1...({} as any),')
    .replace(/(\[\s*)\/\/ (?:…|\.\.\.)(?=\n)/g, '$1...([] as any[]),')

/** Pages of the site stand for a shop of either platform: they see what the adapters see. */
const placeOf = (file) => {
  if (!/^(?:docs\/|README|CONTRIBUTING|examples)/.test(file)) return dirname(file)
  return file.includes('medusa') ? 'packages/medusa' : 'packages/vendure'
}
