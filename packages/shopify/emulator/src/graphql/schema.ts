import { buildSchema, GraphQLError, type GraphQLSchema, isScalarType } from 'graphql'
import { sdl } from './sdl'

/** Shopify's published schema, with scalars that check what they are given. Unions go by `__typename`. */
export function paymentsAppsSchema(): GraphQLSchema {
  const schema = buildSchema(sdl)
  checkScalar(schema, 'DateTime', (text) => !Number.isNaN(Date.parse(text)))
  checkScalar(schema, 'URL', (text) => URL.canParse(text))
  return schema
}

function checkScalar(schema: GraphQLSchema, name: string, isGood: (text: string) => boolean): void {
  const type = schema.getType(name)
  if (!isScalarType(type)) throw new Error(`The schema has no scalar ${name}`)
  type.parseValue = (value) => {
    if (typeof value !== 'string' || !isGood(value)) throw new GraphQLError(`Invalid ${name}`)
    return value
  }
  type.parseLiteral = (node) => type.parseValue('value' in node ? node.value : undefined)
}
