import { alerts } from './rows/alerts'
import { tabs } from './rows/concurrent-tabs'
import { directLoans } from './rows/direct-loans'
import { directWays } from './rows/direct-ways'
import { faults } from './rows/faults'
import { linkPayments } from './rows/link-payments'
import { membersInPanel } from './rows/members-in-panel'
import { money } from './rows/money'
import { moneyInPanel } from './rows/money-in-panel'
import { multiPayment } from './rows/multi-payment'
import { notifications } from './rows/notifications'
import { panel } from './rows/panel'
import { sale } from './rows/sale'
import { security } from './rows/security'
import { sellersInPanel } from './rows/sellers-in-panel'
import { setUp } from './rows/set-up'
import { settingsInPanel } from './rows/settings-in-panel'
import { splitSales } from './rows/split-sales'
import { standings } from './rows/standings'
import { storedCards } from './rows/stored-cards'
import { storefront } from './rows/storefront'
import { suspiciousPayments } from './rows/suspicious-payments'
import { unpaidOrders } from './rows/unpaid-orders'
import { wallets } from './rows/wallets'
import { waysToPay } from './rows/ways-to-pay'
import type { Row } from './scene'

/** The one table: every store plays every row, or its capabilities say which it cannot express. */
export const table: readonly (readonly [theme: string, rows: readonly Row[]])[] = [
  ['a sale', sale],
  ['ways to pay', waysToPay],
  ['ways to pay that the link names', [...directWays, ...directLoans]],
  ['orders that are placed unpaid', unpaidOrders],
  ['stored cards', storedCards],
  ['wallets of customers', wallets],
  ['several cards for one order', multiPayment],
  ['goods of several sellers', splitSales],
  ['notifications', notifications],
  [
    'the merchant’s panel',
    [...panel, ...linkPayments, ...membersInPanel, ...sellersInPanel, ...settingsInPanel],
  ],
  ['the set-up of the shop', setUp],
  ['alerts', alerts],
  ['what a storefront is told', storefront],
  ['security', security],
  ['tabs', tabs],
  ['money that moves', [...money, ...moneyInPanel, ...standings]],
  ['suspicious payments', suspiciousPayments],
  ['faults', faults],
]
