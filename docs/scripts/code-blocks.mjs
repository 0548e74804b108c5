// Fenced code of the pages and of the packages' READMEs, with what a comment above it says of its check:
//   <!-- not checked: why -->   says why a block is left alone
//   <!-- given: declarations --> what the block speaks of and somebody else declares
//   <!-- run -->                its lines with `// → value` are run
//   <!-- first order: how -->   `npm run newcomer` follows it in a new shop (test/newcomer/first-order.mjs says how)
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FENCE = /^( *)```(\w+)[^\n]*\n([\s\S]*?)\n\1```$/gm
const NOTE = /^<!-- (not checked|given|run|first order)(?:: ([\s\S]*?))? -->\s*$/

/** Of the repository, without what is written by a program. */
const markdownFiles = (root) =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((name) => name !== '' && !name.endsWith('.api.md') && existsSync(join(root, name)))

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
