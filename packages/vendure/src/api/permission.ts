import { RwPermissionDefinition } from '@vendure/core'

/** ReadCraftgate: see payments and attempts. WriteCraftgate: ask Craftgate again, reconcile. */
export const craftgatePermission = new RwPermissionDefinition('Craftgate')
