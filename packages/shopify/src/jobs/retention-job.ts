import { applyRetention, deleteOld } from '@craftgate-commerce/core/adapter'
import type { AppContext } from '../context/app-context'
import { OldRecords } from '../storage'

/**
 * Once a day: deletes what is older than the options keep it, of all shops. Sessions go last, because they stay as long as
 * core has records of them. Answers how many rows went.
 */
export async function runRetention({ options, database, logger, clock }: AppContext) {
  const { retention } = options
  const store = new OldRecords(database)
  const deps = { logger, clock }
  const deleted = {
    ...(await applyRetention({ ...deps, store, retention })),
    contacts: await deleteOld(deps, retention.contactDays, (before, limit) =>
      store.forgetShoppers(before, limit),
    ),
    sessions: await deleteOld(deps, retention.paidDays, (before, limit) =>
      store.deleteSessions(before, limit),
    ),
    privacyRequests: await deleteOld(deps, retention.paidDays, (before, limit) =>
      store.deletePrivacyRequests(before, limit),
    ),
    audit: await deleteOld(deps, retention.paidDays, (before, limit) => store.deleteAudit(before, limit)),
  }
  logger.info('Old records were deleted', deleted)
  return deleted
}
