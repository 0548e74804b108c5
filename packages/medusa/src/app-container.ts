import { container } from '@medusajs/framework'
import type { MedusaContainer } from '@medusajs/framework/types'
import { CRAFTGATE_MODULE, type Craftgate } from './craftgate'

/**
 * Medusa's own container. Payment providers and modules are given a container of their module only, without carts,
 * orders, queries and workflows; Medusa has one application in a process, and this is its container.
 */
export const appContainer: MedusaContainer = container

/** The plugin's module, from any of Medusa's containers. */
export const craftgateIn = (from: MedusaContainer): Craftgate => from.resolve<Craftgate>(CRAFTGATE_MODULE)
