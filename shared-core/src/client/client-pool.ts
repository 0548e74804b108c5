import { CraftgateError } from '../errors'
import { CLIENT_ERRORS, withNames } from '../messages/client-errors'
import type { MerchantOptions } from '../options'
import { type ClientOptions, createClient } from './create-client'
import type { CraftgateClient } from './operations'

export interface ClientPool {
  /** The client of a merchant of the options. Throws CraftgateError `configuration` for a name that is not there. */
  of(merchant: string): CraftgateClient
  close(): Promise<void>
}

function unknownMerchant(names: readonly string[]): CraftgateError {
  const message = withNames(CLIENT_ERRORS['unknown-merchant'], names)
  return new CraftgateError({
    kind: 'configuration',
    code: 'unknown-merchant',
    message: message.en,
    retry: 'no',
    merchantMessage: message,
  })
}

/** One client for each merchant, made when it is first asked for. */
export function clientPool(
  merchants: Readonly<Record<string, MerchantOptions>>,
  options: ClientOptions = {},
): ClientPool {
  const made = new Map<string, CraftgateClient>()
  const make = (name: string): CraftgateClient => {
    const merchant = Object.hasOwn(merchants, name) ? merchants[name] : undefined
    if (merchant === undefined) throw unknownMerchant(Object.keys(merchants))
    const client = createClient(merchant, options)
    made.set(name, client)
    return client
  }
  return {
    of: (name) => made.get(name) ?? make(name),
    close: async () => {
      await Promise.all([...made.values()].map((client) => client.close()))
    },
  }
}
