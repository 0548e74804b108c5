import type { MethodName } from '../methods/method'
import { METHODS } from '../methods/methods'
import { financeBank } from './finance-banks'
import type { Loan, LoanAction } from './loan'

/** How a lender lends (developer.craftgate.io/bnpl-payments/*). */
interface Lender {
  /** Whether it can be asked for its plans before an application. */
  readonly offers: boolean
  /** What a granted loan usually comes to. */
  readonly grants: Extract<LoanAction, 'NONE' | 'APPROVAL_REQUIRED'>
  /** What its page of the portal lists besides NONE. */
  readonly mayBe: readonly LoanAction[]
}

const ALL: readonly LoanAction[] = ['APPROVAL_REQUIRED', 'WAIT_FOR_WEBHOOK', 'VERIFY_REQUIRED']

/**
 * Haso, Tom Finance and Alfabank wait for the merchant ("after APPROVAL_REQUIRED came the merchant calls approve"), Zip
 * and Paycell end by themselves, FinGate (MASLAK) as the chosen bank does.
 */
const DOCUMENTED: Partial<Record<MethodName, Lender>> = {
  MASLAK: { offers: true, grants: 'NONE', mayBe: ALL },
  HASO: { offers: false, grants: 'APPROVAL_REQUIRED', mayBe: ['APPROVAL_REQUIRED', 'VERIFY_REQUIRED'] },
  ZIP: { offers: true, grants: 'NONE', mayBe: ['VERIFY_REQUIRED'] },
  ALFABANK: { offers: false, grants: 'APPROVAL_REQUIRED', mayBe: ['APPROVAL_REQUIRED', 'VERIFY_REQUIRED'] },
  TOM_FINANCE: {
    offers: false,
    grants: 'APPROVAL_REQUIRED',
    mayBe: ['APPROVAL_REQUIRED', 'VERIFY_REQUIRED'],
  },
  PAYCELL: { offers: true, grants: 'NONE', mayBe: ['APPROVAL_REQUIRED'] },
}

/** Albaraka, DKB, Karaca Finans and Hepsipay have no page: in our reading they end by themselves, and in any way. */
const UNDOCUMENTED: Lender = { offers: false, grants: 'NONE', mayBe: ALL }

export const lenderOf = (method: MethodName): Lender => DOCUMENTED[method] ?? UNDOCUMENTED

/** Whose loans `bnpl-payments/init` starts; World Pay's is a payment through Yapı Kredi's POS. */
export const isLender = (method: MethodName): boolean =>
  METHODS[method].group === 'shopping-loan' && method !== 'YKB_WORLD_PAY_SHOPPING_LOAN'

/** What a granted loan comes to when nobody asked for another end. */
export const usualEnd = (method: MethodName, { bankCode }: Loan): LoanAction =>
  (bankCode !== undefined && financeBank(bankCode)?.grants) || lenderOf(method).grants
