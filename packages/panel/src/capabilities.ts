import { attentionRoutes } from './attention/routes'
import { auditRoutes } from './audit/routes'
import { fraudRoutes } from './fraud/routes'
import type { Routes } from './http/routes'
import { linkRoutes } from './links/routes'
import { loanRoutes } from './loans/routes'
import { memberRoutes } from './members/routes'
import { moneyRoutes } from './money/routes'
import { paymentRoutes } from './payments/routes'
import { sellerRoutes } from './sellers/routes'
import { settlementRoutes } from './settlement/routes'
import { setupRoutes } from './setup/routes'
import { todayRoutes } from './today/routes'
import { transferRoutes } from './transfers/routes'

/** What the panel can do, in the order in which it is entered. */
export const CAPABILITIES: readonly ((routes: Routes) => void)[] = [
  // One line for each.
  todayRoutes,
  paymentRoutes,
  moneyRoutes,
  attentionRoutes,
  linkRoutes,
  loanRoutes,
  fraudRoutes,
  settlementRoutes,
  transferRoutes,
  sellerRoutes,
  memberRoutes,
  setupRoutes,
  auditRoutes,
]
