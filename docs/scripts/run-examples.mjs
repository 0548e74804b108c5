import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import ts from 'typescript'

const LINE = /^(.+?) \/\/ → (.+)$/

/** The example as a module that compares each marked line with what stands beside it. */
function moduleOf({ code }) {
  const lines = code.split('\n').map((line) => {
    const [, expression, expected] = LINE.exec(line) ?? []
    if (expression === undefined) return line
    return `compare(${expression}, ${expected}, ${JSON.stringify(expression)})`
  })
  const compare = `import { isDeepStrictEqual } from 'node:util'
export const faults = []
let count = 0
const compare = (is, expected, text) => {
  count += 1
  if (!isDeepStrictEqual(is, expected)) faults.push(\`\${text} is \${JSON.stringify(is)}, not \${JSON.stringify(expected)}\`)
}
`
  const source = `${compare}${lines.join('\n')}\nexport const compared = count\n`
  return ts.transpile(source, { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 })
}

/** Runs the blocks that a comment says are run. One without a line to compare proves nothing, and is a fault. */
export async function runExamples(root, blocks) {
  const folder = join(root, 'docs/.vitepress/cache/examples')
  mkdirSync(folder, { recursive: true })
  const faults = []
  for (const [index, block] of blocks.filter(({ note }) => note === 'run').entries()) {
    const path = join(folder, `${process.pid}-${index}.mjs`)
    writeFileSync(path, moduleOf(block))
    const place = `${block.file}:${block.line}`
    try {
      const { faults: found, compared } = await import(pathToFileURL(path))
      faults.push(...found.map((fault) => `${place}: ${fault}`))
      if (compared === 0) faults.push(`${place}: nothing is compared`)
    } catch (error) {
      faults.push(`${place}: ${error.message}`)
    } finally {
      rmSync(path)
    }
  }
  return faults
}
