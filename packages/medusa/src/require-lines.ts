import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { appContainer } from './app-container'
import { CRAFTGATE_MODULE } from './craftgate'
import { type CraftgatePluginOptions, type PluginOptions, parsePluginOptions } from './options'

const PLUGIN_LINE =
  "Craftgate needs two lines in medusa-config: its payment provider is there, but the plugin is not. Add to `plugins`: { resolve: '@craftgate-commerce/medusa', options: {...} }"

const PROVIDER_LINE =
  "Craftgate needs two lines in medusa-config: the plugin is there, but its payment provider is not. Add to `modules`: { resolve: '@medusajs/medusa/payment', options: { providers: [{ resolve: '@craftgate-commerce/medusa/providers/craftgate', id: 'craftgate' }] } }"

const POSTGRES_LOCKS =
  "Craftgate can not run with Medusa's locking-postgres: the lock of a server that dies is never free again, so that the cart of somebody who paid is never placed. Use '@medusajs/medusa/locking-redis' in medusa-config, or leave the line out when there is one server only"

type Modular = Readonly<
  Record<string, { readonly options?: { readonly providers?: readonly Listed[] } & object } | boolean>
>

interface Listed {
  readonly resolve?: unknown
  readonly id?: string
  readonly is_default?: boolean
  readonly options?: unknown
}

/** Throws when Medusa's locks are those of Postgres. */
export function refusePostgresLocks(): void {
  const locking = modulesOfConfig()?.[Modules.LOCKING]
  const providers = (typeof locking === 'object' ? locking.options?.providers : undefined) ?? []
  const inUse = providers.length === 1 ? providers : providers.filter(({ is_default }) => is_default)
  if (inUse.some(({ resolve }) => /locking-postgres/.test(String(resolve)))) throw new Error(POSTGRES_LOCKS)
}

/** The payment providers that medusa-config lists. */
export function paymentProvidersOfConfig(): readonly Listed[] {
  const payment = modulesOfConfig()?.[Modules.PAYMENT]
  return (typeof payment === 'object' ? payment.options?.providers : undefined) ?? []
}

/**
 * The options of the plugin, and those of its entries at the checkout, checked together: what is wrong is one list.
 * Throws a CraftgateError of kind `configuration`.
 */
export function parseOptionsOfConfig(plugin: CraftgatePluginOptions | undefined): PluginOptions {
  // Medusa adds its database to the options of every module.
  const { database: _database, ...given } = { database: undefined, ...plugin }
  const listed = paymentProvidersOfConfig().filter(({ resolve }) => /craftgate/.test(String(resolve)))
  const byId = Object.fromEntries(listed.map(({ id = 'craftgate', options = {} }) => [id, options]))
  return parsePluginOptions(given as CraftgatePluginOptions, byId)
}

/** The plugin's options as medusa-config has them; undefined where there are none. */
export function pluginOptionsOfConfig(): CraftgatePluginOptions | undefined {
  const plugin = modulesOfConfig()?.[CRAFTGATE_MODULE]
  return typeof plugin === 'object' ? (plugin.options as CraftgatePluginOptions | undefined) : undefined
}

/** Throws when the plugin runs without a payment provider of its own. */
export function requireProvider(): void {
  const payment = modulesOfConfig()?.[Modules.PAYMENT]
  const providers = typeof payment === 'object' ? payment.options?.providers : undefined
  if (payment !== undefined && !providers?.some(isOurs)) throw new Error(PROVIDER_LINE)
}

/** Throws when a payment provider of ours runs without the plugin. */
export function requirePlugin(): void {
  const modules = modulesOfConfig()
  if (modules && !Object.hasOwn(modules, CRAFTGATE_MODULE)) throw new Error(PLUGIN_LINE)
}

/** A provider may be given as a path or, in tests, as the module itself. */
const isOurs = ({ resolve }: Listed): boolean =>
  typeof resolve === 'string' ? /craftgate/.test(resolve) : typeof resolve === 'object'

function modulesOfConfig(): Modular | undefined {
  const config = appContainer.resolve(ContainerRegistrationKeys.CONFIG_MODULE, { allowUnregistered: true })
  return config?.modules as Modular | undefined
}
