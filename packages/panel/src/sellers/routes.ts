import type { Routes } from '../http/routes'
import {
  addPayoutAccount,
  changePayoutAccount,
  payoutAccountPage,
  payoutAccountsPage,
  removePayoutAccount,
} from './payout-accounts'
import { payoutsPage } from './payouts-page'
import { sellersPage } from './sellers-page'
import { correctShare, decideShares, settleIntoWallets } from './share-actions'
import { sharesPage } from './shares-page'
import { statementCsv } from './statement-csv'

export function sellerRoutes({ page, action }: Routes): void {
  page('/sellers', sellersPage)
  page('/sellers/payouts', payoutsPage)
  page('/sellers/statement.csv', statementCsv)
  action('/sellers/settle', settleIntoWallets)
  page('/sellers/accounts', payoutAccountsPage)
  action('/sellers/accounts/:account', addPayoutAccount)
  page('/sellers/accounts/:account/:id', payoutAccountPage)
  action('/sellers/accounts/:account/:id', changePayoutAccount)
  action('/sellers/accounts/:account/:id/remove', removePayoutAccount)
  page('/sellers/shares/:reference', sharesPage)
  action('/sellers/shares/:reference/approve', (request) => decideShares(request, 'approve'))
  action('/sellers/shares/:reference/disapprove', (request) => decideShares(request, 'disapprove'))
  action('/sellers/shares/:reference/correct', correctShare)
}
