import type { CraftgateClient } from '../client/craftgate-client'
import type { CurrencyCode } from '../money'
import type { MerchantOptions, ParsedOptions } from '../options/options'
import type { ConnectionFacts } from './connection'
import type { Found } from './finding'
import type { MerchantPos } from './merchant-pos'

/** What the checks of one inspection work with. */
export interface SetupContext {
  /** Its calls end with the inspection. */
  readonly client: CraftgateClient
  readonly options: Pick<ParsedOptions, 'publicUrl' | 'basePath' | 'checkout'>
  readonly merchant: MerchantOptions
  /** That the shop sells in. */
  readonly currencies: readonly CurrencyCode[]
  /** Of what the shop runs on, by name. */
  readonly versions: Readonly<Record<string, string>>
  /** What earlier calls and webhooks told. */
  readonly connection: ConnectionFacts
  /** All of them; read once for all checks. */
  readonly poses: () => Promise<readonly MerchantPos[]>
  /** Plain HTTP, to the shop's own addresses and to Craftgate's clock. */
  readonly request: typeof fetch
  readonly signal: AbortSignal
  readonly clock: () => Date
}

/** Throws CraftgateError where Craftgate cannot be asked. */
export type SetupCheck = (context: SetupContext) => Promise<readonly Found[]>
