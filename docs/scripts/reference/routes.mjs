import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'graphql'
import { medusaRoutes, medusaRoutesOfEveryShop } from './medusa-routes.mjs'
import { shopifyRoutes } from './shopify-routes.mjs'
import { cell, code, table } from './table.mjs'

const VENDURE = 'packages/vendure/src/api'

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

/** Below the base path, with what each is for. */
const EVERY_SHOP = new Map([
  [
    '/pay/:reference',
    'The pay link: starts the payment of the order as it is now, and leads on to where it is paid. `GET` shows a button to what only looks ahead; `POST` is that button.',
  ],
  ['/callback', 'Where the shopper’s browser comes back from Craftgate. Only a hint to ask Craftgate.'],
  [
    '/callback/:attempt',
    'The same, of a way to pay that is started for one attempt: a bank’s page, a wallet.',
  ],
  [
    '/webhook',
    'Signed [events](./events) of Craftgate’s. 401 for a wrong signature, 503 when it could not act, so that Craftgate delivers again.',
  ],
])

/** Throws when a shop mounts another one. */
function everyShop() {
  const unknown = medusaRoutesOfEveryShop().filter((path) => !EVERY_SHOP.has(path))
  if (unknown.length > 0) throw new Error(`No meaning is written of ${unknown.join(', ')} in every shop`)
  return [...EVERY_SHOP].map(([path, meaning]) => [code(`GET, POST ${path}`), meaning])
}

const rowsOf = (routes) =>
  table(
    ['route', 'meaning'],
    routes.map(({ route, doc }) => [code(route), cell(doc)]),
  )

export const routesPage = () => `# Routes and queries

Made from the routes and schemas of the packages, and from their docstrings.

## In every shop

Below \`publicUrl\` and \`basePath\` (\`/craftgate\`); the Shopify app has them below \`/craftgate/:handle/:mode\` for each shop.

${table(['route', 'meaning'], everyShop())}

What a storefront asks, as the same JSON in every shop: [JSON for storefronts](../guides/storefront-json).

## Medusa

Routes below \`/store\` need the publishable key; those below \`/admin\` a user of the admin.

${rowsOf(medusaRoutes())}

## Vendure: REST

The [JSON for storefronts](../guides/storefront-json) below \`/craftgate/v1\`, to the session and the channel that the Shop API would find in the request.
The merchant’s panel is below \`/craftgate/panel\`, entered by \`craftgatePanelLink\` of the Admin API.

${vendureApi('Shop API', 'shop-schema.ts')}

${vendureApi('Admin API', 'admin-schema.ts')}

## Shopify app

Below \`publicUrl\`. \`:handle\` is the shop’s name before \`.myshopify.com\`, \`:mode\` is \`test\` or \`live\`.

${rowsOf(shopifyRoutes())}
`
