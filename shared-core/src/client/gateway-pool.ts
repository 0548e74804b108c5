import { CraftgateError } from '../errors'
import type { MerchantOptions } from '../options'
import { createGateway, type GatewayOptions } from './create-gateway'
import type { WholeGateway } from './gateway'

export interface GatewayPool {
  /** The gateway of a merchant of the options. Throws CraftgateError `configuration` for a name that is not there. */
  of(merchant: string): WholeGateway
  close(): Promise<void>
}

const unknownMerchant = (names: readonly string[]): CraftgateError =>
  new CraftgateError({
    kind: 'configuration',
    code: 'unknown-merchant',
    message: `No such merchant in the options; known are: ${names.join(', ')}`,
    retry: 'no',
    merchantMessage: {
      tr: `Ayarlarda böyle bir merchant yok; tanımlı olanlar: ${names.join(', ')}`,
      en: `No such merchant in the settings; known are: ${names.join(', ')}`,
    },
  })

/** One gateway for each merchant, made when it is first asked for. */
export function gatewayPool(
  merchants: Readonly<Record<string, MerchantOptions>>,
  options: GatewayOptions,
): GatewayPool {
  const made = new Map<string, WholeGateway>()
  const make = (name: string): WholeGateway => {
    const merchant = Object.hasOwn(merchants, name) ? merchants[name] : undefined
    if (merchant === undefined) throw unknownMerchant(Object.keys(merchants))
    const gateway = createGateway(merchant, options)
    made.set(name, gateway)
    return gateway
  }
  return {
    of: (name) => made.get(name) ?? make(name),
    close: async () => {
      await Promise.all([...made.values()].map((gateway) => gateway.close()))
    },
  }
}
