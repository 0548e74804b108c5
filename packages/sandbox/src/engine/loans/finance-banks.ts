import type { LoanAction } from './loan'

export interface FinanceBank {
  readonly code: string
  readonly name: string
  readonly grants: Extract<LoanAction, 'NONE' | 'APPROVAL_REQUIRED'>
  /** It also knows customers beforehand, where their data came with the question. */
  readonly preApproves?: true
  /** It shows its plans on its own page only. */
  readonly keepsPlans?: boolean
}

/**
 * FinGate's banks. "İş Bankası, Akbank and TEB approve by themselves; with Fibabank and Denizbank the merchant approves"
 * (developer.craftgate.io/bnpl-payments/fingate). 012 is the code of the portal's example, 034 that of the official
 * sample; the others are the banks' EFT codes.
 */
const FINANCE_BANKS: readonly FinanceBank[] = [
  { code: '064', name: 'İş Bankası', grants: 'NONE', preApproves: true },
  { code: '046', name: 'Akbank', grants: 'NONE' },
  { code: '032', name: 'TEB', grants: 'NONE', keepsPlans: true },
  { code: '103', name: 'Fibabank', grants: 'APPROVAL_REQUIRED' },
  { code: '134', name: 'Denizbank', grants: 'APPROVAL_REQUIRED', preApproves: true },
  { code: '012', name: 'Halkbank', grants: 'NONE', preApproves: true },
  { code: '034', name: 'Deneme Bankası', grants: 'NONE' },
]

export const financeBanks = (): readonly FinanceBank[] => FINANCE_BANKS

export const financeBank = (bankCode: string): FinanceBank | undefined =>
  FINANCE_BANKS.find(({ code }) => code === bankCode)
