import { type ParameterSchema, typeOf } from './description'

const NUMBER = /^[+-]?\d+(\.\d+)?$/
const BOOLEANS: Readonly<Record<string, boolean>> = { true: true, false: false, 1: true, 0: false }

/**
 * What a URL carries as text, by the type that the description gives it. The clients differ: the Node client writes ''
 * for what is absent, PHP writes booleans as 0 and 1, Python as True and False, Python joins a list with commas and Node
 * repeats its name.
 * Text that is not of the type stays text, for the validator to refuse.
 */
export function readParameter(schema: ParameterSchema, value: unknown): unknown {
  if (value === '' || value === null || value === undefined) return undefined
  const type = typeOf(schema)
  if (type === 'array') return readList(schema, value)
  return typeof value === 'string' ? readText(type, value) : value
}

function readList(schema: ParameterSchema & { readonly items?: ParameterSchema }, value: unknown): unknown {
  const parts: readonly unknown[] = Array.isArray(value) ? value : String(value).split(',')
  return parts.map((part) => (schema.items ? readParameter(schema.items, part) : part))
}

function readText(type: ReturnType<typeof typeOf>, text: string): unknown {
  if (type === 'integer' || type === 'number') return NUMBER.test(text) ? Number(text) : text
  if (type === 'boolean') return BOOLEANS[text.toLowerCase()] ?? text
  return text
}
