// The merchant's pages: setting up, keys, payments, privacy. Server-rendered, without a script.
import type { Hono } from 'hono'
import { merchantApp } from './merchant-app'
import type { MerchantParts } from './merchant-parts'
import { databaseReads } from './payments/merchant-reads'

export type { MerchantParts } from './merchant-parts'

/** Mount it at the root of the app. */
export const merchantRoutes = (parts: MerchantParts): Hono =>
  merchantApp(parts, databaseReads(parts.house.database))
