import { type ExecutionResult, graphql } from 'graphql'
import type { EmulatorContext } from '../context/emulator-context'
import { costOf } from './cost'
import { otherFields } from './other-fields'
import { paymentMutations } from './payment-mutations'
import type { GraphQLCall } from './read-call'
import { paymentsAppsSchema } from './schema'
import { transactionMutations } from './transaction-mutations'

const schema = paymentsAppsSchema()
const rootValue = { ...paymentMutations, ...transactionMutations, ...otherFields }

/** Validates and runs a document; what it did stays done when the answer gets lost. */
export async function execute(
  ctx: EmulatorContext,
  shop: string,
  call: GraphQLCall,
): Promise<ExecutionResult> {
  const result = await graphql({
    ...{ schema, rootValue, contextValue: { ctx, shop }, source: call.query },
    variableValues: call.variables,
    operationName: call.operationName,
  })
  return result.data ? { ...result, extensions: costOf(10) } : result
}

/** "ok", "user-errors" or "errors", for the log. */
export function outcomeOf({ data, errors }: ExecutionResult): string {
  if (errors !== undefined || !data) return 'errors'
  const refused = Object.values(data).some(
    (field) =>
      typeof field === 'object' &&
      field !== null &&
      'userErrors' in field &&
      Array.isArray(field.userErrors) &&
      field.userErrors.length > 0,
  )
  return refused ? 'user-errors' : 'ok'
}
