import { CraftgateError, createGateway, type MerchantOptions } from '@craftgate-commerce/core'

/** A merchant waits for it in front of a form. */
const READ_MS = 8_000
const DEADLINES = { readMs: READ_MS, startMs: READ_MS, moneyMs: READ_MS }

/** Any price will do: the answer is not looked at. */
const PRICE = 100

type Search = Parameters<ReturnType<ReturnType<typeof createGateway>['installment']>['searchInstallments']>[0]

/** Asks Craftgate something that costs nothing with these keys. Undefined when it answers; else why it does not. */
export async function checkKeys(keys: MerchantOptions): Promise<CraftgateError | undefined> {
  const gateway = createGateway(keys, { deadlines: DEADLINES })
  try {
    const question: Search = { price: PRICE, currency: 'TRY' as Search['currency'] }
    await gateway.installment().searchInstallments(question)
    return undefined
  } catch (error) {
    if (CraftgateError.is(error)) return error
    throw error
  } finally {
    await gateway.close()
  }
}
