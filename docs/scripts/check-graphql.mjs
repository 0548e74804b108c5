import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildASTSchema, extendSchema, Kind, parse, validate } from 'graphql'

const API = 'packages/vendure/src/api'

/** What Vendure itself has of what the plugin's schemas speak of; enough for the plugin's own queries. */
const VENDURE = `
  scalar JSON
  scalar Money
  scalar DateTime
  enum CurrencyCode { TRY USD EUR }
  enum LanguageCode { tr en }
  enum SortOrder { ASC DESC }
  enum ErrorCode { UNKNOWN_ERROR }
  input DateOperators { eq: DateTime before: DateTime after: DateTime }
  input StringOperators { eq: String in: [String!] contains: String }
  input NumberOperators { eq: Float }
  interface ErrorResult { errorCode: ErrorCode! message: String! }
  interface Node { id: ID! }
  interface PaginatedList { items: [Node!]! totalItems: Int! }
  type Success { success: Boolean! }
  type Order { id: ID! code: String! }
  type Payment { id: ID! state: String! amount: Money! }
  type SettlePaymentError implements ErrorResult { errorCode: ErrorCode! message: String! paymentErrorMessage: String! }
  union SettlePaymentResult = Payment | SettlePaymentError
  type NoActiveOrderError implements ErrorResult { errorCode: ErrorCode! message: String! }
  type OrderStateTransitionError implements ErrorResult { errorCode: ErrorCode! message: String! transitionError: String! }
  type IneligiblePaymentMethodError implements ErrorResult { errorCode: ErrorCode! message: String! eligibilityCheckerMessage: String }
`

/** Vendure makes a list's options of its fields when the server starts. */
const LIST = `
  extend input CraftgateCheckoutListOptions { skip: Int take: Int filter: CraftgateCheckoutFilter }
  input CraftgateCheckoutFilter { reference: StringOperators order: StringOperators state: StringOperators changedAt: DateOperators }
`

function schemaOf(name) {
  const source = readFileSync(name, 'utf8')
  const [, sdl = ''] = /\/\* GraphQL \*\/ `([^`]*)`/.exec(source) ?? []
  const base = buildASTSchema(parse(`type Query { _: Boolean } type Mutation { _: Boolean } ${VENDURE}`))
  return extendSchema(base, parse(sdl + (sdl.includes('CheckoutListOptions') ? LIST : '')), {
    assumeValidSDL: true,
  })
}

/** Each operation fits the Shop API or the Admin API of the plugin; a block may show several. */
export function checkGraphql(root, blocks) {
  const schemas = ['shop-schema.ts', 'admin-schema.ts'].map((name) => schemaOf(join(root, API, name)))
  return blocks.flatMap(({ file, line, code }) =>
    parse(code).definitions.flatMap((definition) => {
      const document = { kind: Kind.DOCUMENT, definitions: [definition] }
      const [least] = schemas
        .map((schema) => validate(schema, document))
        .sort((one, other) => one.length - other.length)
      return least.map(({ message }) => `${file}:${line}: ${message}`)
    }),
  )
}
