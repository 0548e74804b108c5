// Short names for the generated types.
import type { components, operations } from './generated/api'

type Ids = keyof operations

/** A schema of the description: `Schema<'PaymentResponse'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

type JsonOf<Described> = Described extends { content: { 'application/json': infer Json } } ? Json : never

/** The JSON body of a call, or never. */
export type RequestBody<Id extends Ids> = JsonOf<NonNullable<operations[Id]['requestBody']>>

export type PathParameters<Id extends Ids> = NonNullable<operations[Id]['parameters']['path']>

export type QueryParameters<Id extends Ids> = NonNullable<operations[Id]['parameters']['query']>

/** What a success holds under `data`; unknown where a success may come without a body or is a file. */
export type Answer<Id extends Ids> = operations[Id] extends {
  responses: { 200: { content: { 'application/json': { data: infer Data } } } }
}
  ? Data
  : unknown
