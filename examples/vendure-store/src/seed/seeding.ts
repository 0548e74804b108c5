import type { RequestContext } from '@vendure/core'

/** Vendure's services, by class. The Nest application is one. */
export interface Services {
  get<T>(service: abstract new (...args: never[]) => T): T
}

/** What every step of the seed gets: the services, and the transaction that all of them write in. */
export interface Seeding {
  readonly services: Services
  readonly ctx: RequestContext
}
