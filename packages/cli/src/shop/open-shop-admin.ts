import type { Environment } from '../environment'
import { findProject, type PlatformName } from '../project/project'
import { UsageError } from '../terminal'
import { openMedusaAdmin } from './medusa-admin'
import type { AdminLogin, ShopAdmin } from './shop-admin'
import { openVendureAdmin } from './vendure-admin'

const OPEN = { medusa: openMedusaAdmin, vendure: openVendureAdmin }
const PATHS: Readonly<Record<PlatformName, string>> = { medusa: '', vendure: '/admin-api' }

/**
 * Logs in to the shop of this folder. `url`: of the administration, when it is not where a new project has it. Throws UsageError for
 * what is missing or refused.
 */
export function openShopAdmin(
  {
    folder,
    env,
    signal,
  }: { readonly folder: string; readonly env: Environment; readonly signal: AbortSignal },
  url?: string,
): Promise<ShopAdmin> {
  const { platform } = findProject(folder)
  const login = { url: url ?? addressOf(platform, env), ...personOf(env), signal }
  return OPEN[platform](login)
}

function addressOf(platform: PlatformName, { CRAFTGATE_PUBLIC_URL: publicUrl }: Environment): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '') + PATHS[platform]
  throw new UsageError(
    'The address of the shop is not known',
    'Say where it answers: --admin-api URL, or CRAFTGATE_PUBLIC_URL',
  )
}

/** A project of @vendure/create names its first administrator in .env. */
function personOf(env: Environment): Pick<AdminLogin, 'user' | 'password'> {
  const user = env.CRAFTGATE_ADMIN_USER ?? env.SUPERADMIN_USERNAME
  const password = env.CRAFTGATE_ADMIN_PASSWORD ?? env.SUPERADMIN_PASSWORD
  if (user && password) return { user, password }
  throw new UsageError(
    'CRAFTGATE_ADMIN_USER and CRAFTGATE_ADMIN_PASSWORD are missing',
    'Put an administrator of the shop there, in the environment or in .env',
  )
}
