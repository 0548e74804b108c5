import { RwPermissionDefinition } from '@vendure/core'

/** ReadCraftgate: see payments and attempts. WriteCraftgate: ask Craftgate again, reconcile, capture another amount. */
export const craftgatePermission = new RwPermissionDefinition('Craftgate')
