import { container } from '@medusajs/framework'
import { asValue } from '@medusajs/framework/awilix'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import provider from '../../../packages/medusa/src/providers/craftgate'

/** What a merchant writes into medusa-config for the payment module. */
export const providers = {
  providers: [
    { resolve: provider, id: 'craftgate' },
    { resolve: provider, id: 'on-provizyon', options: { paymentPhase: 'PRE_AUTH' } },
    { resolve: provider, id: 'europe', options: { merchant: 'europe' } },
  ],
}

/** One provider with these options. */
export const providerWith = (options: object) => ({
  providers: [{ resolve: provider, id: 'craftgate', options }],
})

/** The modules of medusa-config; the plugin's own is among them when the merchant wrote its line. */
export function configure(modules: Readonly<Record<string, object>>): void {
  container.register({ [ContainerRegistrationKeys.CONFIG_MODULE]: asValue({ modules }) })
}
