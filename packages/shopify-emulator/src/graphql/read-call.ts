import { type DocumentNode, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { z } from 'zod'

const body = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
})

export interface GraphQLCall extends z.output<typeof body> {
  /** First field, and its `id` argument, for faults and the log. */
  readonly operation?: string
  readonly id?: string
}

/** Undefined when the body is no GraphQL request at all. A document that does not parse is left to graphql-js. */
export function readCall(text: string): GraphQLCall | undefined {
  const parsed = body.safeParse(jsonOf(text))
  if (!parsed.success) return undefined
  const call = parsed.data
  const field = firstField(documentOf(call.query), call.operationName)
  const value = field?.arguments?.find(({ name }) => name.value === 'id')?.value
  const id = value?.kind === Kind.VARIABLE ? call.variables?.[value.name.value] : undefined
  const literal = value?.kind === Kind.STRING ? value.value : undefined
  return { ...call, operation: field?.name.value, id: typeof id === 'string' ? id : literal }
}

function firstField(document: DocumentNode | undefined, operationName: string | null | undefined) {
  const operation = document?.definitions.find(
    (node): node is OperationDefinitionNode =>
      node.kind === Kind.OPERATION_DEFINITION && (!operationName || node.name?.value === operationName),
  )
  const [first] = operation?.selectionSet.selections ?? []
  return first?.kind === Kind.FIELD ? first : undefined
}

function documentOf(query: string): DocumentNode | undefined {
  try {
    return parse(query)
  } catch {
    return undefined
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
