// Code of the pages and of the packages' READMEs: TypeScript is type-checked against the built packages in one run, shell
// commands exist, GraphQL fits the schemas, worked examples come to what is written beside them, the log messages that a
// runbook names are those of the code, and the merchant's guide has every section of the panel.
import { join } from 'node:path'
import { checkGraphql } from './check-graphql.mjs'
import { checkLogMessages } from './check-log-messages.mjs'
import { checkPanelGuide } from './check-panel-guide.mjs'
import { checkShell } from './check-shell.mjs'
import { checkTypes } from './check-types.mjs'
import { codeBlocks } from './code-blocks.mjs'
import { runExamples } from './run-examples.mjs'

const root = join(import.meta.dirname, '../..')
const blocks = codeBlocks(root)
const left = blocks.filter(({ note }) => note === 'not checked')
const checked = blocks.filter(({ note }) => note !== 'not checked')
const of = (...languages) => checked.filter(({ language }) => languages.includes(language))
/** Those of a first order need a shop around them, and are run in one. */
const unfollowed = (...languages) => of(...languages).filter(({ note }) => note !== 'first order')

const faults = [
  ...checkTypes(root, of('ts', 'tsx')),
  ...checkShell(root, unfollowed('sh', 'bash')),
  ...checkGraphql(root, unfollowed('graphql')),
  ...(await runExamples(root, checked)),
  ...checkLogMessages(root, 'docs/guides/operations.md'),
  ...checkPanelGuide(root),
]
for (const fault of faults) console.error(fault)
console.log(
  `${checked.length} blocks of code checked, ${left.length} left alone with a reason, ${faults.length} faults`,
)
process.exitCode = faults.length > 0 ? 1 : 0
