import {
  readEnvironment as readSharedEnvironment,
  type StoreEnvironment,
} from '@craftgate-commerce/example-vendure-store/dist/zerdali/environment'

/** Everything this store needs to know comes from the environment; most of it is what every store needs. */
export interface MedusaStoreEnvironment extends StoreEnvironment {
  /** Events, workflows, locks, cache and sessions of all servers; absent: each server keeps its own in memory. */
  readonly redisUrl?: string
  /** False: another server runs the reconcile job. */
  readonly reconcileJob: boolean
  readonly adminDisabled: boolean
  /** True: Craftgate stores the card of every customer with an account. */
  readonly storeCards: boolean
  /** True: a loan that was granted waits for the merchant's approval. */
  readonly approveLoans: boolean
}

/**
 * Reads the environment of the process.
 * @throws Error with one line for each variable that is missing or wrong.
 */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): MedusaStoreEnvironment {
  return {
    ...readSharedEnvironment(env),
    redisUrl: env.REDIS_URL || undefined,
    reconcileJob: env.RECONCILE_JOB !== 'false',
    adminDisabled: env.ADMIN_DISABLED === 'true',
    storeCards: env.STORE_CARDS === 'true',
    approveLoans: env.LOAN_APPROVAL === 'manual',
  }
}
