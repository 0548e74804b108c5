// Does a request, or an answer, keep to the description? Errors name the field and never quote its value, which may be
// a card number.
import type { ErrorObject, ValidateFunction } from 'ajv'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { DESCRIPTION, described, type Parameter } from './description'
import { OPERATIONS, type OperationId } from './operations'
import { readParameter } from './read-parameter'

export interface FieldError {
  /** The way to the field: `card.expireYear`, `items[0].price`; empty for the whole. */
  readonly field: string
  /** What is wrong with it, in English. */
  readonly message: string
}

export interface Request {
  readonly path?: Readonly<Record<string, unknown>>
  /** Values as text, as a URL carries them, or already read; a list for a repeated name. */
  readonly query?: Readonly<Record<string, unknown>>
  /** Parsed JSON. */
  readonly body?: unknown
}

const NAME = 'craftgate'

let compiler: Ajv2020 | undefined
const validators = new Map<string, ValidateFunction>()

/** Made at the first use: reading the description takes a moment, and a client that validates nothing should not wait. */
function ajv(): Ajv2020 {
  if (compiler) return compiler
  compiler = new Ajv2020({ allErrors: true, strict: false })
  addFormats(compiler)
  compiler.addSchema(DESCRIPTION, NAME)
  return compiler
}

function validatorOf(key: string, schema: () => object): ValidateFunction {
  const known = validators.get(key)
  if (known) return known
  const made = ajv().compile(schema())
  validators.set(key, made)
  return made
}

/** Everything that is wrong with a request; an empty list for a request as described. */
export function validateRequest(id: OperationId, { path, query, body }: Request): readonly FieldError[] {
  return [
    ...validateParameters(id, 'path', path ?? {}),
    ...validateParameters(id, 'query', query ?? {}),
    ...validateBody(id, body),
  ]
}

function validateParameters(
  id: OperationId,
  place: 'path' | 'query',
  values: Readonly<Record<string, unknown>>,
): readonly FieldError[] {
  const { operation, pointer } = described(id)
  const parameters = (operation.parameters ?? []).flatMap((parameter, at) =>
    'in' in parameter && parameter.in === place ? [{ ...parameter, at }] : [],
  )
  const validate = validatorOf(`${place} ${id}`, () => ({
    type: 'object',
    required: parameters.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      parameters.map(({ name, at }) => [name, { $ref: `${NAME}#${pointer}/parameters/${at}/schema` }]),
    ),
  }))
  return check(validate, readParameters(parameters, values))
}

function readParameters(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): object {
  const read = parameters.map(({ name, schema }) => [name, readParameter(schema, values[name])])
  return Object.fromEntries(read.filter(([, value]) => value !== undefined))
}

function validateBody(id: OperationId, body: unknown): readonly FieldError[] {
  const { operation, pointer } = described(id)
  const { requestBody } = operation
  if (!requestBody || (body === undefined && !requestBody.required)) return []
  const validate = validatorOf(`body ${id}`, () => ({
    $ref: `${NAME}#${pointer}/requestBody/content/application~1json/schema`,
  }))
  return check(validate, withoutNulls(body ?? {}))
}

/**
 * Everything that is wrong with an answer: the whole envelope, `{ data }` or `{ errors }`, or undefined where the answer
 * had no body.
 */
export function validateAnswer(id: OperationId, body: unknown): readonly FieldError[] {
  const { answerless, binary } = OPERATIONS[id]
  if (binary && !isRefusal(body)) return []
  if (body === undefined) return answerless ? [] : [{ field: '', message: 'must have a body' }]
  const key = isRefusal(body) ? 'errors' : `answer ${id}`
  const validate = validatorOf(key, () => ({
    $ref: isRefusal(body) ? `${NAME}#/components/schemas/ErrorEnvelope` : `${NAME}#${answerPointer(id)}`,
  }))
  return check(validate, withoutNulls(body))
}

const isRefusal = (body: unknown): boolean => typeof body === 'object' && body !== null && 'errors' in body

function answerPointer(id: OperationId): string {
  const { operation, pointer } = described(id)
  const answer = operation.responses[200]
  const start = '$ref' in answer ? answer.$ref.slice(1) : `${pointer}/responses/200`
  return `${start}/content/application~1json/schema`
}

/** Craftgate's servers and several clients write null for what is absent. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls)
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, member]) => member !== null && member !== undefined)
  return Object.fromEntries(kept.map(([name, member]) => [name, withoutNulls(member)]))
}

/** Keywords that only say that a part failed; the part's own errors say what. */
const COMPOSITE = new Set(['if', 'anyOf', 'oneOf', 'not'])

function check(validate: ValidateFunction, value: unknown): readonly FieldError[] {
  if (validate(value)) return []
  const errors = validate.errors ?? []
  const plain = errors.filter(({ keyword }) => !COMPOSITE.has(keyword))
  return (plain.length > 0 ? plain : errors).map((error) => ({
    field: fieldOf(error),
    message: messageOf(error),
  }))
}

function fieldOf({ instancePath, params }: ErrorObject): string {
  const missing: unknown = params.missingProperty
  const steps = instancePath.split('/').slice(1).map(unescaped)
  return [...steps, ...(typeof missing === 'string' ? [missing] : [])].reduce(dotted, '')
}

const unescaped = (step: string): string => step.replace(/~1/g, '/').replace(/~0/g, '~')

const dotted = (field: string, step: string): string => {
  if (/^\d+$/.test(step)) return `${field}[${step}]`
  return field === '' ? step : `${field}.${step}`
}

function messageOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'required') return 'is required'
  const allowed: unknown = params.allowedValues
  if (Array.isArray(allowed)) return `must be one of ${allowed.join(', ')}`
  return message ?? 'is not valid'
}
