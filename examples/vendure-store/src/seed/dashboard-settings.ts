import { SettingsStoreService } from '@vendure/core'
import type { Seeding } from './seeding'

/** The dashboard begins in English whatever the shop speaks; its first user gets it in Turkish. */
export async function seedDashboardSettings({ services, ctx }: Seeding): Promise<void> {
  const settings = { displayLanguage: 'tr', contentLanguage: 'tr', hasSeenOnboarding: true }
  await services.get(SettingsStoreService).set(ctx, 'vendure.dashboard.userSettings', settings)
}
