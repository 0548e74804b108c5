// What the checks of the documentation find: a page that is wrong must not pass.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkElements } from '../docs/scripts/check-elements.mjs'
import { checkGraphql } from '../docs/scripts/check-graphql.mjs'
import { checkLogMessages } from '../docs/scripts/check-log-messages.mjs'
import { checkShell } from '../docs/scripts/check-shell.mjs'
import { checkStart } from '../docs/scripts/check-start.mjs'
import { checkTypes } from '../docs/scripts/check-types.mjs'
import { codeBlocks } from '../docs/scripts/code-blocks.mjs'
import { optionsOf } from '../docs/scripts/reference/zod-schema.mjs'

const root = join(import.meta.dirname, '..')
const block = (code) => ({ file: 'page.md', line: 3, code })

test.each([
  ['a program that nobody has', 'craftgate-magic --help', 'page.md:3: craftgate-magic is no known command'],
  [
    'a package that is not published',
    'npx @craftgate-commerce/magic',
    'page.md:3: npx knows no @craftgate-commerce/magic',
  ],
  [
    'a package without a command',
    'npx @craftgate-commerce/core',
    'page.md:3: @craftgate-commerce/core has no command',
  ],
  ['a script that is not there', 'npm run magic', 'page.md:3: there is no script magic'],
  ['a file that is not there', 'node magic.mjs', 'page.md:3: magic.mjs is not there'],
])('%s is found in a block of shell', (_, code, fault) => {
  expect(checkShell(root, [block(code)])).toEqual([fault])
})

test('commands with variables, comments and pipes pass when each program is there', () => {
  const code = 'PORT=1 npx @craftgate-commerce/sandbox --port 0  # any\nnpm run demo -- --once | node'
  expect(checkShell(root, [block(code)])).toEqual([])
})

test('a query of a field that no schema has is found, and one of either API passes', () => {
  expect(checkGraphql(root, [block('{ craftgateMagic }')])).toEqual([
    expect.stringMatching(/^page\.md:3: Cannot query field "craftgateMagic" on type "Query"/),
  ])
  const shop = '{ craftgateStoredCards { id } }'
  const admin = 'mutation { craftgatePanelLink(path: "/") }'
  expect(checkGraphql(root, [block(shop), block(admin)])).toEqual([])
})

test('TypeScript that does not compile is found at its own line, and what somebody else declares may be given', () => {
  const wrong = { ...block("const word = 'a'\nconst count: number = word"), file: 'docs/page.md' }
  expect(checkTypes(root, [wrong])).toEqual([
    "docs/page.md:5: Type 'string' is not assignable to type 'number'.",
  ])
  const given = {
    ...block('const count: number = amount'),
    file: 'docs/page.md',
    note: 'given',
    words: 'declare const amount: number',
  }
  expect(checkTypes(root, [given])).toEqual([])
})

test('a log message that no code writes is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'docs-'))
  for (const source of [
    'shared-core',
    'packages/vendure',
    'packages/medusa',
    'packages/shopify',
    'packages/panel',
  ])
    mkdirSync(join(folder, source, 'src'), { recursive: true })
  writeFileSync(join(folder, 'shared-core/src/say.ts'), "log('The bank was away')")
  writeFileSync(join(folder, 'page.md'), '| `The bank was away` | wait |\n| `The bank was closed` | wait |')
  expect(checkLogMessages(folder, 'page.md')).toEqual([
    'page.md: no log has the message "The bank was closed"',
  ])
})

test('blocks are read with the comment that stands right above them, and no other', () => {
  const own = codeBlocks(root).filter(({ file }) => file === 'docs/concepts/money.md')
  expect(own.map(({ language, note }) => `${language} ${note}`)).toEqual(Array(4).fill('ts run'))
  const readme = codeBlocks(root).filter(({ file }) => file === 'packages/panel/README.md')
  expect(readme.map(({ note }) => note)).toEqual(['given', 'given'])
})

test('an option of the reference has the docstring, the default and the values of its schema', () => {
  process.chdir(root)
  const options = new Map(
    optionsOf('shared-core/src/options/options.ts', 'craftgateOptions').map((option) => [
      option.path,
      option,
    ]),
  )
  expect(options.get('unexpectedPayments')).toMatchObject({
    fallback: "'refund'",
    values: "'refund', 'keep'",
    doc: expect.stringContaining('Money that no order can take any more'),
  })
  // Made by a function of another file, with what it was called with.
  expect(options.get('retention.webhookDays')).toMatchObject({ fallback: '30' })
  expect(options.get('publicUrl')).toMatchObject({ optional: false, fallback: undefined })
})

test.each([
  ['<craftgate-magic></craftgate-magic>', 'there is no <craftgate-magic>'],
  [
    '<craftgate-methods colour="red" cart="1"></craftgate-methods>',
    '<craftgate-methods> has no attribute colour',
  ],
])('%s is found: no such element or attribute', async (code, fault) => {
  expect(await checkElements(root, [block(code)])).toEqual([`page.md:3: ${fault}`])
})

describe('a start page', () => {
  const page = 'docs/tr/start/vendure.md'
  const followed = { file: 'packages/vendure/README.md', line: 1, note: 'first order' }
  const sh = { ...followed, language: 'sh', code: 'npm install a\nnpm run dev' }
  const graphql = { ...followed, language: 'graphql', code: 'mutation { login { id } buy { id reason } }' }
  const faultsOf = (language, code) =>
    checkStart(root, [sh, graphql, { file: page, line: 3, language, code }])

  test('says what the newcomer does', () => {
    expect(faultsOf('sh', 'cd my-shop\nnpm run dev')).toEqual([])
    expect(faultsOf('graphql', 'mutation { buy { id reason } }')).toEqual([])
  })

  test.each([
    ['sh', 'npm run dev\nnpm run magic', `${page}:3: the newcomer does not run "npm run magic"`],
    [
      'graphql',
      'mutation { buy { id } }',
      `${page}:3: the newcomer does not ask "buy {" with this selection`,
    ],
    ['js', 'pay()', `${page}:3: js is followed by nobody`],
    [
      'ts',
      'const plugins = [CraftgatePlugin.init({})]',
      expect.stringMatching(/"plugins" is not what init writes: \[ Def/),
    ],
  ])('with %s that nobody followed is found', (language, code, fault) => {
    expect(faultsOf(language, code)).toEqual([fault])
  })
})
