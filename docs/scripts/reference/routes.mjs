import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parse } from 'graphql'
import ts from 'typescript'
import { cell, code, table } from './table.mjs'
import { docOf } from './zod-schema.mjs'

const MEDUSA = 'packages/medusa/src/api'
const VENDURE = 'packages/vendure/src/api'

/** Medusa mounts a route for each file `route.ts`, and a method for each function of it. */
function medusaRoutes() {
  const files = readdirSync(MEDUSA, { recursive: true }).filter((name) => name.endsWith('/route.ts'))
  return files.sort().flatMap((name) => {
    const path = `/${dirname(name).replace(/\[(\w+)\]/g, ':$1')}`
    const source = ts.createSourceFile(
      name,
      readFileSync(join(MEDUSA, name), 'utf8'),
      ts.ScriptTarget.Latest,
      true,
    )
    return source.statements
      .filter((each) => ts.isFunctionDeclaration(each) && /^[A-Z]+$/.test(each.name?.text ?? ''))
      .map((each) => {
        const doc = docOf(each)
        if (doc === '')
          throw new Error(`${relative('.', join(MEDUSA, name))}: ${each.name.text} has no docstring`)
        return [code(`${each.name.text} ${path}`), cell(doc)]
      })
  })
}

const print = (type) =>
  type.kind === 'NonNullType'
    ? `${print(type.type)}!`
    : type.kind === 'ListType'
      ? `[${print(type.type)}]`
      : type.name.value

const documentIn = (name) => {
  const source = readFileSync(join(VENDURE, name), 'utf8')
  const [, sdl] = /\/\* GraphQL \*\/ `([^`]*)`/.exec(source) ?? []
  if (sdl === undefined) throw new Error(`${name} holds no GraphQL`)
  return parse(sdl)
}

/** Fields of Query and Mutation, then the types that they speak of. */
function vendureApi(title, name) {
  const { definitions } = documentIn(name)
  const operations = definitions
    .filter(({ kind }) => kind === 'ObjectTypeExtension')
    .flatMap(({ name: on, fields }) =>
      fields.map(({ name: field, arguments: given, type, description }) => {
        const names = given.map((each) => `${each.name.value}: ${print(each.type)}`).join(', ')
        const call = `${field.value}${names ? `(${names})` : ''}: ${print(type)}`
        return [on.value.toLowerCase(), code(call), cell(description?.value)]
      }),
    )
  const types = definitions
    .filter(({ kind }) => /^(?:Object|Enum|InputObject)TypeDefinition$/.test(kind))
    .map(({ name: type, description, fields, values }) => {
      const rows = (fields ?? values).map(({ name: field, type: of, description: about }) => [
        code(of ? `${field.value}: ${print(of)}` : field.value),
        cell(about?.value),
      ])
      return `#### ${type.value}\n\n${cell(description?.value)}\n\n${table(['field', 'meaning'], rows)}\n`
    })
  return `## Vendure: ${title}\n\n${table(['kind', 'call', 'meaning'], operations)}\n\n### Types of the ${title}\n\n${types.join('\n')}`
}

export const routesPage = () => `# Routes and queries

Made from the routes and schemas of the packages, and from their docstrings.

## In every shop

Below \`publicUrl\` and \`basePath\` (\`/craftgate\`).

${table(
  ['route', 'meaning'],
  [
    [
      code('GET /pay/:reference'),
      'The pay link: starts the payment of the order as it is now, and leads on to where it is paid.',
    ],
    [
      code('POST /callback'),
      'Where the shopper’s browser comes back from Craftgate. Only a hint to ask Craftgate.',
    ],
    [
      code('POST /webhook'),
      'Signed [events](./events) of Craftgate’s. 401 for a wrong signature, 503 when it could not act, so that Craftgate delivers again.',
    ],
  ],
)}

The instalments of a price, as the same JSON in every shop: see [storefront components](../packages/storefront).

## Medusa

Routes below \`/store\` need the publishable key; those below \`/admin\` a user of the admin.

${table(['route', 'meaning'], medusaRoutes())}

${vendureApi('Shop API', 'shop-schema.ts')}

${vendureApi('Admin API', 'admin-schema.ts')}
`
