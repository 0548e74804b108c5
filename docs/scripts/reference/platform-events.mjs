import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { cell, code } from './table.mjs'
import { docOf, propertiesOf } from './zod-schema.mjs'

const MEDUSA = 'packages/medusa/src'
const VENDURE = 'packages/vendure/src'

const sourcesIn = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => [name, readFileSync(join(folder, name), 'utf8')])

/** By the name that Medusa's event bus is given; its own workflows' events mean what Medusa says of them. */
const MEDUSA_EVENTS = new Map([
  [
    `\`craftgate.alert.\${alert.state}\``,
    ['raised', 'cleared', 'test'].map((state) => ({
      event: `craftgate.alert.${state}`,
      doc: {
        raised: 'Something needs attention, or more of it than was told before.',
        cleared: 'Nothing of this kind waits any more.',
        test: 'Somebody pressed the button of the panel’s set-up page.',
      }[state],
    })),
  ],
  [
    'OrderWorkflowEvents.PLACED',
    [{ event: 'order.placed', doc: 'Medusa’s own, of an order that came to be by its payment.' }],
  ],
  [
    'PaymentEvents.REFUNDED',
    [{ event: 'payment.refunded', doc: 'Medusa’s own, of a refund that Craftgate reported.' }],
  ],
])

/** Throws for an event that no meaning is written of. */
export function emittedIn(text) {
  const names = [...text.matchAll(/\.emit\(\{ name: ([^,]+),/g)].map(([, name]) => name)
  return names.flatMap((name) => {
    const known = MEDUSA_EVENTS.get(name)
    if (known === undefined) throw new Error(`No meaning is written of Medusa's event ${name}`)
    return known
  })
}

/** Classes that extend VendureEvent and are the package's own export, each with its docstring. */
export function eventClassesIn(name, text) {
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  return source.statements
    .filter(
      (each) =>
        ts.isClassDeclaration(each) &&
        each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
        each.heritageClauses?.some(({ types }) =>
          types.some(({ expression }) => /Event$/.test(expression.getText())),
        ),
    )
    .map((each) => {
      const doc = docOf(each)
      if (doc === '') throw new Error(`${name}: ${each.name.text} has no docstring`)
      return { event: each.name.text, doc }
    })
}

export const platformEvents = () => [
  ...sourcesIn(VENDURE)
    .flatMap(([name, text]) => eventClassesIn(name, text))
    .map((each) => ({ shop: 'Vendure', ...each })),
  ...sourcesIn(MEDUSA)
    .flatMap(([, text]) => emittedIn(text))
    .map((each) => ({ shop: 'Medusa', ...each })),
]

export const alertFields = () =>
  [...propertiesOf('shared-core/src/alerts/alert.ts', 'Alert')].map(([name, { doc, optional }]) => [
    code(name),
    cell(`${doc}${optional ? ' May be absent.' : ''}`),
  ])
