// Fenced code of the pages and of the packages' READMEs, with what a comment above it says of its check:
//   <!-- not checked: why -->   says why a block is left alone
//   <!-- given: declarations --> what the block speaks of and somebody else declares
//   <!-- run -->                its lines with `// → value` are run
//   <!-- first order: how -->   `npm run newcomer` follows it in a new shop (test/newcomer/first-order.mjs says how)
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGES = 'packages'
const FENCE = /^( *)```(\w+)[^\n]*\n([\s\S]*?)\n\1```$/gm
const NOTE = /^<!-- (not checked|given|run|first order)(?:: ([\s\S]*?))? -->\s*$/

function markdownFiles(root) {
  const docs = readdirSync(join(root, 'docs'), { recursive: true })
    .filter((name) => name.endsWith('.md') && !/(?:^|\/)(?:node_modules|reference|\.vitepress)\//.test(name))
    .map((name) => `docs/${name}`)
  const packages = readdirSync(join(root, PACKAGES)).map((name) => `${PACKAGES}/${name}/README.md`)
  return ['README.md', 'CONTRIBUTING.md', 'examples/README.md', 'shared-core/README.md', ...packages, ...docs]
}

/** Every fenced block of this Markdown. */
export function blocksOf(file, text) {
  return [...text.matchAll(FENCE)].map(({ index, 1: indent, 2: language, 3: code }) => {
    const before = text.slice(0, index)
    const [, kind, words] = NOTE.exec(before.slice(Math.max(0, before.lastIndexOf('<!--')))) ?? []
    return {
      file,
      line: before.split('\n').length,
      language,
      code: code.replaceAll(new RegExp(`^${indent}`, 'gm'), ''),
      note: kind,
      words,
    }
  })
}

/** Every fenced block of the repository's Markdown. */
export const codeBlocks = (root) =>
  markdownFiles(root).flatMap((file) => blocksOf(file, readFileSync(join(root, file), 'utf8')))
