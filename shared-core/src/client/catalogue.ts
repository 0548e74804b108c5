// The official SDK's adapters, made ours: each object below inherits every method of one of them and has a wire of
// its own in the protected `_client` field that BaseAdapter keeps for its heirs. Inheriting from instances reaches all
// of the adapters; as classes the package exports only seven.
import Craftgate from '@craftgate/craftgate'
import type { CallLimits, WholeGateway } from './gateway'
import type { Wire } from './wire'

// Never sends anything and knows no key.
const stock = new Craftgate.Client({ apiKey: '', secretKey: '', baseUrl: 'http://craftgate.invalid' })

/** The adapter with another wire. */
const over = <Adapter extends object>(adapter: Adapter, wire: Wire): Adapter =>
  Object.create(adapter, { _client: { value: wire } })

type Catalogue = Omit<WholeGateway, keyof Lifecycle>
interface Lifecycle {
  within(limits: CallLimits): WholeGateway
  close(): Promise<void>
}

/** All adapters over one wire, each made when it is first asked for. */
export function catalogueOver(wire: Wire): Catalogue {
  const once = <Adapter extends object>(adapter: Adapter) => {
    let mine: Adapter | undefined
    return (): Adapter => {
      mine ??= over(adapter, wire)
      return mine
    }
  }
  return {
    bankAccountTracking: once(stock.bankAccountTracking()),
    bkmExpress: once(stock.bkmExpress()),
    fileReporting: once(stock.fileReporting()),
    fraud: once(stock.fraud()),
    installment: once(stock.installment()),
    juzdan: once(stock.juzdan()),
    masterpass: once(stock.masterpass()),
    merchant: once(stock.merchant()),
    merchantApm: once(stock.merchantApm()),
    onboarding: once(stock.onboarding()),
    payByLink: once(stock.payByLink()),
    payment: once(stock.payment()),
    paymentReporting: once(stock.paymentReporting()),
    settlement: once(stock.settlement()),
    settlementReporting: once(stock.settlementReporting()),
    wallet: once(stock.wallet()),
  }
}
