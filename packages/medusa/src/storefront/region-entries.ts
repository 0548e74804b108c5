import { StorefrontError } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { isOwnProvider } from '../craftgate'
import type { PluginOptions } from '../options'
import { parseProviderOptions } from '../providers/craftgate/provider-options'
import { paymentProvidersOfConfig } from '../require-lines'

interface Entry {
  readonly regionId: string
  /** The id of one of our entries at the checkout, where a region has several of different merchants. */
  readonly provider: unknown
}

interface Region {
  readonly currency_code: string
  readonly payment_providers?: readonly ({ readonly id: string } | null)[] | null
}

/**
 * The merchant whose instalments a region's checkout has: that of our entry which the region offers. Throws StorefrontError
 * `not-found` where it offers none.
 */
export async function merchantOfRegion(
  container: MedusaContainer,
  options: PluginOptions,
  { regionId, provider }: Entry,
): Promise<string> {
  const { providers } = await regionOf(container, regionId)
  const ours = providers
    .filter((id) => !isOffline(id))
    .filter((id) => provider === undefined || id === provider)
  const [entry] = ours.sort()
  const merchant = (entry && merchantNamedBy(entry)) ?? options.defaultMerchant
  if (entry !== undefined && merchant !== undefined) return merchant
  throw new StorefrontError('not-found')
}

/** Our entries that a region's checkout offers, in the order of medusa-config; none of a region that is not there. */
export async function regionOf(
  container: MedusaContainer,
  id: string,
): Promise<{ readonly currency: string; readonly providers: readonly string[] }> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const fields = ['currency_code', 'payment_providers.id']
  const { data } = await query.graph({ entity: 'region', fields, filters: { id } })
  const region = data[0] as unknown as Region | undefined
  const offered = (region?.payment_providers ?? []).flatMap((each) => (each ? [each.id] : []))
  const listed = paymentProvidersOfConfig().map(providerIdOf)
  const providers = offered
    .filter(isOwnProvider)
    .sort((one, other) => listed.indexOf(one) - listed.indexOf(other))
  return { currency: region?.currency_code ?? '', providers }
}

/** What the entry's own options in medusa-config name. */
const merchantNamedBy = (providerId: string): string | undefined => optionsOf(providerId).merchant

/** Paid past Craftgate, in one piece. */
const isOffline = (providerId: string): boolean => optionsOf(providerId).offline !== undefined

/** As Medusa makes it of what medusa-config lists. */
const providerIdOf = ({ id }: { readonly id?: string }): string => `pp_craftgate${id ? `_${id}` : ''}`

export function optionsOf(providerId: string) {
  const listed = paymentProvidersOfConfig().find((entry) => providerIdOf(entry) === providerId)
  return parseProviderOptions(listed?.options)
}
