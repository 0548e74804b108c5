import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { buildSchema, GraphQLError, type GraphQLSchema, isScalarType } from 'graphql'

/** Versions of the API that are served; all of them with the schema of 2026-10. */
export const VERSIONS: readonly string[] = ['2025-10', '2026-01', '2026-04', '2026-07', '2026-10']

/** Shopify's published schema, with scalars that check what they are given. Unions go by `__typename`. */
export function paymentsAppsSchema(): GraphQLSchema {
  const schema = buildSchema(readFileSync(schemaFile(), 'utf8'))
  checkScalar(schema, 'DateTime', (text) => !Number.isNaN(Date.parse(text)))
  checkScalar(schema, 'URL', (text) => URL.canParse(text))
  return schema
}

/** By the package's own exports: the same file from src and from dist. */
const schemaFile = (): string =>
  createRequire(import.meta.url).resolve('@craftgate-commerce/shopify-emulator/schema.graphql')

function checkScalar(schema: GraphQLSchema, name: string, isGood: (text: string) => boolean): void {
  const type = schema.getType(name)
  if (!isScalarType(type)) throw new Error(`The schema has no scalar ${name}`)
  type.parseValue = (value) => {
    if (typeof value !== 'string' || !isGood(value)) throw new GraphQLError(`Invalid ${name}`)
    return value
  }
  type.parseLiteral = (node) => type.parseValue('value' in node ? node.value : undefined)
}
