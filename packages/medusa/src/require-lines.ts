import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { appContainer } from './app-container'
import { CRAFTGATE_MODULE } from './craftgate'

const PLUGIN_LINE =
  "Craftgate needs two lines in medusa-config: its payment provider is there, but the plugin is not. Add to `plugins`: { resolve: '@craftgate-commerce/medusa', options: {...} }"

const PROVIDER_LINE =
  "Craftgate needs two lines in medusa-config: the plugin is there, but its payment provider is not. Add to `modules`: { resolve: '@medusajs/medusa/payment', options: { providers: [{ resolve: '@craftgate-commerce/medusa/providers/craftgate', id: 'craftgate' }] } }"

type Modular = Readonly<
  Record<string, { readonly options?: { readonly providers?: readonly Listed[] } } | boolean>
>

interface Listed {
  readonly resolve?: unknown
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
