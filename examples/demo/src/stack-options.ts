import type { SandboxOptions } from '@craftgate-commerce/sandbox'
import type { ShopifyEmulatorOptions } from '@craftgate-commerce/shopify-emulator'

export type StoreName = 'vendure' | 'medusa' | 'shopify'

export interface StackOptions<S extends StoreName = 'vendure'> {
  /** Which shops run. Default Vendure alone. */
  readonly stores?: readonly S[]
  /** Where database, pictures and logs live; see `stateDirectory`. One running stack for each. */
  readonly stateDir: string
  /** A PostgreSQL that runs already; without it the embedded one is started. */
  readonly databaseUrl?: string
  /** Name of the shop's database, default the store's; of several stores each adds its own name to it. */
  readonly database?: string
  /** Begin with a new copy of the seeded shop instead of what is there; also makes the database faster and less safe. */
  readonly fresh?: boolean
  /**
   * Passed to the emulator. The webhooks of each store's merchant go to its first instance unless the seed says
   * otherwise; `webhookUrl` is the first store's. A seed has a merchant for each store, in their order.
   */
  readonly sandbox?: SandboxOptions
  /** Wanted ports; the next free one when somebody has it. Absent: any free one. */
  readonly ports?: WantedPorts
  readonly vendure?: StoreOptions & {
    /** Default true. */
    readonly worker?: boolean
  }
  readonly medusa?: StoreOptions & {
    /** Events, workflows, locks and cache of all instances on one Redis. Needs `redis-server`. Default false. */
    readonly redis?: boolean
  }
  readonly shopify?: StoreOptions & {
    /** Passed to the emulator of Shopify. */
    readonly emulator?: Pick<
      ShopifyEmulatorOptions,
      'clock' | 'accessTokenSeconds' | 'stateFile' | 'sessionRequests'
    >
  }
  /** One for each store that has one. Default true. */
  readonly storefront?: boolean
  /** Told before each phase begins. */
  readonly onPhase?: (phase: Phase) => void
}

export interface StoreOptions {
  /** Servers on one database. Default 1. */
  readonly instances?: number
  /** More environment of the store, e.g. RECONCILE_AFTER_SECONDS. */
  readonly env?: Readonly<Record<string, string>>
}

export interface WantedPorts {
  /** Of the first storefront; each other takes the next. */
  readonly storefront?: number
  readonly vendure?: number
  readonly medusa?: number
  readonly shopify?: number
  /** Where Shopify itself is played. */
  readonly shopifyEmulator?: number
  readonly sandbox?: number
}

export type Phase = 'database' | 'emulator' | 'seed' | 'vendure' | 'medusa' | 'shopify' | 'storefront'
