// Code of the repository's Markdown: TypeScript is type-checked against the built packages in one run, shell commands exist,
// pages of docs/start are followed, GraphQL fits the schemas, elements have their attributes, worked examples come to what is
// written beside them, the log messages that a runbook names are those of the code, and the merchant's guide has every section
// of the panel. A block that nobody checks is a fault, unless a comment says why.
import { join } from 'node:path'
import { checkElements } from './check-elements.mjs'
import { checkGraphql } from './check-graphql.mjs'
import { checkLogMessages } from './check-log-messages.mjs'
import { checkPanelGuide } from './check-panel-guide.mjs'
import { checkShell } from './check-shell.mjs'
import { checkStart } from './check-start.mjs'
import { checkTypes } from './check-types.mjs'
import { codeBlocks } from './code-blocks.mjs'
import { runExamples } from './run-examples.mjs'

const root = join(import.meta.dirname, '../..')
const blocks = codeBlocks(root)
const left = blocks.filter(({ note }) => note === 'not checked')
const checked = blocks.filter(({ note }) => note !== 'not checked')
/** Those of a first order need a shop around them, and are run in one. */
const unfollowed = checked.filter(({ note }) => note !== 'first order')

/** Who checks a language. */
const CHECKS = {
  ts: checkTypes,
  sh: checkShell,
  graphql: checkGraphql,
  json: checkJson,
  html: checkElements,
  // Compiled by a unit test of the components: packages/storefront/src/frameworks/readme.test.ts.
  tsx: () => [],
  vue: () => [],
  // Drawn while the site is built: a fault ends the build.
  mermaid: () => [],
}

function checkJson(_root, documents) {
  return documents.flatMap(({ file, line, code }) => {
    try {
      JSON.parse(code)
      return []
    } catch (error) {
      return [`${file}:${line}: ${error.message}`]
    }
  })
}

const faults = []
for (const [language, check] of Object.entries(CHECKS))
  faults.push(
    ...(await check(
      root,
      unfollowed.filter((block) => block.language === language),
    )),
  )
for (const { file, line, language } of unfollowed.filter((block) => !(block.language in CHECKS)))
  faults.push(`${file}:${line}: nobody checks ${language}; say why above it: <!-- not checked: … -->`)
faults.push(
  ...checkStart(root, blocks),
  ...(await runExamples(root, checked)),
  ...checkLogMessages(root, 'docs/guides/operations.md'),
  ...checkPanelGuide(root),
)
for (const fault of faults) console.error(fault)
for (const { file, line, language, words } of left)
  console.log(`${file}:${line}: ${language} is left alone: ${words}`)
console.log(
  `${checked.length} blocks of code checked, ${left.length} left alone with a reason, ${faults.length} faults`,
)
process.exitCode = faults.length > 0 ? 1 : 0
