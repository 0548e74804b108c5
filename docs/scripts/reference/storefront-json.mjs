// The page of the JSON that storefronts ask for: its types with their docstrings, its errors, and the samples that tests compare
// with what the shops answer.
import { readFileSync } from 'node:fs'
import ts from 'typescript'
import { cell, code, table } from './table.mjs'
import { docOf, fileAt } from './zod-schema.mjs'

export const STOREFRONT_JSON = 'docs/guides/storefront-json.md'

const CONTRACT = 'shared-core/src/storefront/contract.ts'
const PROBLEMS = 'shared-core/src/storefront/problems.ts'
const SAMPLES = 'test/contract/storefront-samples.ts'

/** What every question may be answered. */
const ALWAYS = ['not-found', 'too-many-questions', 'unavailable', 'refused']
const PRICED = ['bad-subject', 'bad-amount', 'not-sold', 'nothing-to-pay']

const SUBJECT = [
  ['variant', 'one piece of a variant of the shop’s; at Medusa with `region`'],
  ['cart', 'Medusa’s id of a cart; anything, e.g. `active`, at Vendure, whose session knows it'],
  [
    'amount, currency',
    'decimal text and ISO 4217 (`TRY` at Shopify, else the channel’s): all that Shopify’s app knows; rounded to three digits. Not at Medusa',
  ],
]

const ROUTES = [
  {
    route: 'GET /installments',
    about:
      'What a price costs in instalments. Exactly one of `variant`, `cart` and `amount`. An answer about a variant or an amount may be cached for five minutes.',
    query: [...SUBJECT, ['bin', 'the first 6 to 8 digits of a card: that card’s only']],
    answer: 'StorefrontInstallments',
    errors: [...PRICED, 'bad-bin'],
  },
  {
    route: 'GET /loan-offers',
    about: 'What a price costs with the shopping loans that the checkout offers. Nobody applies by asking.',
    query: SUBJECT,
    answer: 'StorefrontLoanOffers',
    errors: PRICED,
  },
  {
    route: 'GET /methods',
    about: 'The ways to pay that a shopper may choose from.',
    query: [
      ['cart or region', 'Medusa; Vendure knows its session'],
      ['currency', 'Shopify: of the theme; `TRY` when none is named'],
    ],
    answer: 'StorefrontMethods',
    errors: ['bad-amount'],
  },
  {
    route: 'GET /payments/:reference',
    about:
      'How an attempt to pay stands. While nobody has paid, Craftgate is asked, once in two seconds however often this is.',
    query: [
      ['cart or order', 'Medusa: who knows one is told the order. Vendure knows the session'],
      ['sig', 'Shopify: of the return address; without it there is no answer'],
    ],
    answer: 'StorefrontPayment',
    errors: ['no-payment'],
  },
  {
    route: 'GET /cards',
    about: 'The cards that the logged-in customer let Craftgate store. Not at Shopify.',
    answer: 'StorefrontCards',
    errors: ['log-in'],
  },
  {
    route: 'POST /cards/:id',
    about: 'Names a card anew: `{ "name": "…" }`, 1 to 50 letters. Answers all cards.',
    answer: 'StorefrontCards',
    errors: ['log-in', 'no-card', 'bad-name', 'bad-body', 'card-not-renamed'],
  },
  {
    route: 'DELETE /cards/:id',
    about: 'Makes Craftgate forget a card. Answers those that are left.',
    answer: 'StorefrontCards',
    errors: ['log-in', 'no-card'],
  },
  {
    route: 'GET /wallets',
    about: 'The wallets of the logged-in customer. Not at Shopify.',
    query: [['page', 'of the moves, from 0']],
    answer: 'StorefrontWallets',
    errors: ['log-in'],
  },
  {
    route: 'POST /wallets/top-up',
    about: 'The page on which the customer fills his wallet: `{ "amount": "250.00", "currency": "TRY" }`.',
    answer: 'StorefrontTopUp',
    errors: ['log-in', 'no-wallets', 'bad-amount', 'bad-body', 'incomplete-account'],
  },
]

/** Interfaces and unions of the contract, by name. */
function contractTypes() {
  const { statements } = fileAt(CONTRACT).source
  return new Map(
    statements
      .filter((each) => ts.isInterfaceDeclaration(each) || ts.isTypeAliasDeclaration(each))
      .map((each) => [each.name.text, each]),
  )
}

/** `readonly StorefrontMoney[]` as a list of a link; a literal as it is. */
function typeText(node, types) {
  const text = node.getText().replace(/^readonly /, '')
  const list = text.endsWith('[]')
  const name = list ? text.slice(0, -2) : text
  if (types.has(name)) return `${list ? 'list of ' : ''}[${name}](#${name.toLowerCase()})`
  if (name === 'typeof STOREFRONT_VERSION') return code('1')
  return code(text.replaceAll("'", '"'))
}

/** Throws for a field of which nothing is said, neither by a docstring nor by the type that it is of. */
function fieldsOf({ name, members }, types) {
  return members.map((member) => {
    const field = member.name.getText()
    const type = typeText(member.type, types)
    const doc = docOf(member) || (field === 'version' ? 'Of this contract.' : '')
    if (doc === '' && !type.includes('](#'))
      throw new Error(`${CONTRACT}: ${name.text}.${field} says nothing`)
    return [code(field + (member.questionToken ? '?' : '')), type, cell(doc)]
  })
}

const isInterface = (node) => ts.isInterfaceDeclaration(node)

function typeSection(node, types) {
  const about = docOf(node)
  const states = isInterface(node)
    ? table(['field', 'type', 'meaning'], fieldsOf(node, types))
    : valuesOf(node)
  return `### ${node.name.text}\n\n${isInterface(node) ? cell(about) : cell(about.split(' - `')[0])}\n\n${states}\n`
}

/** Of a union, each value in its line with what its docstring says of it. */
function valuesOf(node) {
  if (!ts.isUnionTypeNode(node.type)) return ''
  const meanings = new Map()
  for (const line of docOf(node)
    .split(/ - (?=`)/)
    .slice(1)) {
    const [, names, meaning] = /^((?:`[^`]+`(?:, )?)+): (.*)$/.exec(line) ?? []
    for (const [, name] of names?.matchAll(/`([^`]+)`/g) ?? []) meanings.set(name, meaning)
  }
  const values = node.type.types.map((each) => each.getText().slice(1, -1))
  if (meanings.size === 0) return values.map(code).join(', ')
  return table(
    ['value', 'meaning'],
    values.map((value) => [code(value), cell(meanings.get(value) ?? '')]),
  )
}

/** Name, status and English sentence of each error. */
function problems() {
  const source = fileAt(PROBLEMS).source
  const rows = new Map()
  const visit = (node) => {
    if (ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.initializer)) {
      const fields = new Map(
        node.initializer.properties.map((each) => [
          each.name.getText(),
          each.initializer.text ?? each.initializer.getText(),
        ]),
      )
      if (fields.has('status'))
        rows.set(node.name.text, { status: fields.get('status'), sentence: fields.get('en') })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return rows
}

/** The samples of the tests, which are data alone. */
async function samples() {
  const { outputText } = ts.transpileModule(readFileSync(SAMPLES, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  const { STOREFRONT_SAMPLES } = await import(
    `data:text/javascript;base64,${Buffer.from(outputText).toString('base64')}`
  )
  return STOREFRONT_SAMPLES
}

/** Throws when an answer of the contract is no route's, or an error of the contract can come of no question. */
function checkComplete(types, told) {
  const answers = [...types]
    .filter(([, node]) => isInterface(node) && node.members.some((each) => each.name.getText() === 'version'))
    .map(([name]) => name)
  const known = new Set([...ROUTES.map(({ answer }) => answer), 'StorefrontProblem'])
  const missing = answers.filter((name) => !known.has(name))
  if (missing.length > 0)
    throw new Error(`No route of the JSON for storefronts answers ${missing.join(', ')}`)
  const errors = new Set([...ALWAYS, ...ROUTES.flatMap(({ errors }) => errors)])
  const silent = [...told.keys()].filter((name) => !errors.has(name))
  if (silent.length > 0) throw new Error(`No route of the JSON for storefronts lists ${silent.join(', ')}`)
  const unknown = [...errors].filter((name) => !told.has(name))
  if (unknown.length > 0) throw new Error(`The contract has no error ${unknown.join(', ')}`)
}

const json = (answer) => `\`\`\`json\n${JSON.stringify(answer, undefined, 2)}\n\`\`\``

function routeSection({ route, about, query, answer, errors }, told, printed) {
  const parameters = query
    ? `\n\n${table(
        ['parameter', 'meaning'],
        query.map(([name, text]) => [code(name), text]),
      )}`
    : ''
  const codes = errors.map((name) => `\`${name}\` (${told.get(name).status})`).join(', ')
  const example = printed ? `\n\n${printed.map(json).join('\n\n')}` : ''
  return `### ${route}\n\n${about}${parameters}\n\nAnswers [${answer}](#${answer.toLowerCase()}). Errors: ${codes}.${example}\n`
}

export async function storefrontJsonPage() {
  const types = contractTypes()
  const told = problems()
  checkComplete(types, told)
  const printed = await samples()
  const first = new Set()
  const routes = ROUTES.map((each) => {
    const isFirst = !first.has(each.answer)
    first.add(each.answer)
    return routeSection(each, told, isFirst ? printed[each.answer] : undefined)
  })
  const errors = [...told].map(([name, { status, sentence }]) => [code(name), status, cell(sentence)])
  return `---
pageClass: reference
aside: false
---

# JSON for storefronts, version 1

What a page of a shop asks its server for, the same from Medusa, Vendure and Shopify: the [components](../../packages/storefront/README.md) are
drawn from it, and so may be pages of your own. Made from the contract of core; its types are exported by
\`@craftgate-commerce/storefront\`.

**Version.** It is in the address and in every answer. Within a version fields are added, and none is taken away or means something
else: a page passes over what it does not know. A change that breaks that gets a new address beside the old one.

**Where.** Below this address, which the components call \`endpoint\`:

| shop | address | the request needs |
| --- | --- | --- |
| Medusa | \`https://…/store/craftgate/v1\` | \`x-publishable-api-key\`; the customer’s login for cards and wallets |
| Vendure | \`https://…/craftgate/v1\` | the session and the channel as at the Shop API |
| Shopify | \`https://…/craftgate/:handle/:mode/v1\` | nothing; \`sig\` for a payment. No cards and wallets: an app knows no customer |

**Money** is decimal text in the currency’s own digits. **Language**: \`?lang=tr\` or \`en\`, else the browser’s. What is somebody’s own is
answered with \`cache-control: no-store\`. No answer holds a card number, a name, an address or a key.

## Routes

${routes.join('\n')}
## Errors

Every error is a [StorefrontProblem](#storefrontproblem) with its status; 429 and 503 say when to ask again (\`retry-after\`). Besides those of
a route, ${ALWAYS.map(code).join(', ')} may come of any.

${json(printed.StorefrontProblem[0])}

${table(['error', 'status', 'message'], errors)}

## Types

${[...types.values()].map((node) => typeSection(node, types).trimEnd()).join('\n\n')}
`
}
