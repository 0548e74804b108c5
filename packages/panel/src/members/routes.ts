import type { Routes } from '../http/routes'
import { changeMember, createMember, editMemberPage, newMemberPage } from './member-form-page'
import { memberPage, openWallet } from './member-page'
import { membersPage } from './members-page'
import { resetPage, resetWallet } from './merchant-wallet'
import { askToMove, moveNow } from './move-money'
import { refundMove, refundMovePage } from './refund-move'
import { changeLimit } from './wallet-limit'
import { cancelWithdraw, cancelWithdrawPage } from './withdraws'

export function memberRoutes({ page, action }: Routes): void {
  page('/members', membersPage)
  page('/members/new', newMemberPage)
  action('/members/:merchant', createMember)
  page('/members/:merchant/wallet/reset', resetPage)
  action('/members/:merchant/wallet/reset', resetWallet)
  page('/members/:merchant/:id', memberPage)
  action('/members/:merchant/:id', changeMember)
  page('/members/:merchant/:id/edit', editMemberPage)
  action('/members/:merchant/:id/wallet', openWallet)
  action('/members/:merchant/:id/limit', changeLimit)
  action('/members/:merchant/:id/money', askToMove)
  action('/members/:merchant/:id/money/:what', moveNow)
  page('/members/:merchant/:id/moves/:move', refundMovePage)
  action('/members/:merchant/:id/moves/:move', refundMove)
  page('/members/:merchant/:id/withdraws/:withdraw', cancelWithdrawPage)
  action('/members/:merchant/:id/withdraws/:withdraw', cancelWithdraw)
}
