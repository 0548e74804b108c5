/** How a table is written whose rows carry a version. */
export interface VersionedWrites<Value> {
  insert(value: Value): Promise<unknown>
  /** True when the row had this version and was changed. */
  update(value: Value, version: number): Promise<boolean>
  /** True for the error of a database that has this unique key already. */
  isTaken(error: unknown): boolean
}

/**
 * Inserts (version 0) or updates the value unless somebody wrote it since this version was read. Answers what is stored
 * now, or 'conflict'; see CommercePlatform.saveCheckout.
 */
export async function saveWithOptimisticLock<Value extends { readonly version: number }>(
  value: Value,
  table: VersionedWrites<Value>,
): Promise<Value | 'conflict'> {
  const next = { ...value, version: value.version + 1 }
  try {
    if (value.version === 0) {
      await table.insert(next)
      return next
    }
    return (await table.update(next, value.version)) ? next : 'conflict'
  } catch (error) {
    if (table.isTaken(error)) return 'conflict'
    throw error
  }
}
