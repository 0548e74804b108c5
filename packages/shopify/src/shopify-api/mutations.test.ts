import { readFileSync } from 'node:fs'
import path from 'node:path'
import { buildSchema, GraphQLEnumType, parse, validate } from 'graphql'
import {
  CAPTURE_REJECT_CODES,
  CONFIGURE,
  documentOf,
  type MutationName,
  PAYMENT_REJECT_CODES,
  PENDING_REASONS,
} from './mutations'

const SDL = path.join(__dirname, '../../../shopify-emulator/schema/payments-apps-2026-10.graphql')
const schema = buildSchema(readFileSync(SDL, 'utf8'))

const OPERATIONS: Readonly<Record<MutationName, true>> = {
  paymentSessionResolve: true,
  paymentSessionReject: true,
  paymentSessionPending: true,
  refundSessionResolve: true,
  refundSessionReject: true,
  captureSessionResolve: true,
  captureSessionReject: true,
  voidSessionResolve: true,
  voidSessionReject: true,
}

test.each(Object.keys(OPERATIONS) as MutationName[])(
  "%s is valid in Shopify's published schema",
  (mutation) => {
    expect(validate(schema, parse(documentOf(mutation)))).toEqual([])
  },
)

test("paymentsAppConfigure is valid in Shopify's published schema", () => {
  expect(validate(schema, parse(CONFIGURE))).toEqual([])
})

test.each([
  ['PaymentSessionStateRejectedReason', PAYMENT_REJECT_CODES],
  ['CaptureSessionStatusReasonRejectionCode', CAPTURE_REJECT_CODES],
  ['PaymentSessionStatePendingReason', PENDING_REASONS],
])('%s holds exactly the codes that we know, but for deprecated ones', (name, codes) => {
  const type = schema.getType(name)
  if (!(type instanceof GraphQLEnumType)) throw new Error(`${name} is no enum`)
  const current = type.getValues().filter(({ deprecationReason }) => !deprecationReason)
  expect(current.map((value) => value.name).sort()).toEqual([...codes].sort())
})
