import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { errorCode } from '../context/logging'
import type { Environment } from '../options'

export interface CheckoutModule {
  readonly checkout?: unknown
  readonly problem?: string
}

const MISSING = new Set(['ERR_MODULE_NOT_FOUND', 'MODULE_NOT_FOUND', 'ENOENT'])

/**
 * The options of the payment page that the module of CHECKOUT_MODULE exports as its default: a function of the order has no
 * place in an environment. The path of an ES module, from the folder that the app is started in.
 */
export async function checkoutModule(env: Environment): Promise<CheckoutModule> {
  const file = env.CHECKOUT_MODULE?.trim()
  if (!file) return {}
  if (env.CHECKOUT?.trim()) return { problem: 'stands beside CHECKOUT; set one of them' }
  try {
    const { default: checkout } = await import(pathToFileURL(resolve(file)).href)
    return checkout === undefined ? { problem: 'its module has no default export' } : { checkout }
  } catch (error) {
    if (MISSING.has(errorCode(error))) return { problem: `there is no module ${file}` }
    return { problem: `its module fails: ${error instanceof Error ? error.message : String(error)}` }
  }
}
