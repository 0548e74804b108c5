// The bundled description, as far as the validators read it.
import document from './generated/openapi.json'
import { OPERATIONS, type OperationId } from './operations'

export interface ParameterSchema {
  readonly $ref?: string
  readonly type?: string | readonly string[]
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: ParameterSchema
}

interface Reference {
  readonly $ref: string
}
interface Content {
  readonly content?: { readonly 'application/json'?: { readonly schema: object } }
}
export interface DescribedOperation {
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Content & { readonly required: boolean }
  readonly responses: { readonly 200: Content | Reference }
}

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, ParameterSchema>> }
}

export const DESCRIPTION = document as unknown as Description

/** The call as described, and the JSON pointer that leads to it. */
export function described(id: OperationId): {
  readonly operation: DescribedOperation
  readonly pointer: string
} {
  const { method, path } = OPERATIONS[id]
  const operation = DESCRIPTION.paths[path]?.[method.toLowerCase()]
  if (!operation) throw new Error(`The description has no ${method} ${path}`)
  return { operation, pointer: `/paths/${escaped(path)}/${method.toLowerCase()}` }
}

const escaped = (path: string): string => encodeURIComponent(path.replace(/~/g, '~0').replace(/\//g, '~1'))

/** The type that a parameter's schema names, whether directly or by reference. */
export function typeOf({ $ref, type }: ParameterSchema): string | readonly string[] | undefined {
  if ($ref === undefined) return type
  return DESCRIPTION.components.schemas[$ref.replace('#/components/schemas/', '')]?.type
}
