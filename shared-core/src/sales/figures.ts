import type { CurrencyCode } from '../money'
import type { SalesEntryKind } from '../platform'

/** Entries of one kind, day and currency. Amounts are minor units of the currency. */
export interface DayFigure {
  /** 0 is the oldest day that was asked for. */
  readonly day: number
  readonly kind: SalesEntryKind
  readonly currency: CurrencyCode
  readonly count: number
  /** The order's money. */
  readonly amount: number
  /** What cards were charged: above `amount` by the interest of instalments, below it by campaigns of the merchant. */
  readonly paid: number
}

/** Payments that were alike, approved or declined, of all days together. */
export interface PaymentFigure {
  readonly isApproved: boolean
  readonly currency: CurrencyCode
  readonly method?: string
  readonly installment: number
  readonly bank?: string
  readonly pos?: string
  readonly errorGroup?: string
  readonly count: number
  /** The order's money, minor units. */
  readonly amount: number
}

/** Never of several currencies added together. */
export interface SalesFigures {
  readonly days: readonly DayFigure[]
  readonly payments: readonly PaymentFigure[]
  /** Purchases that were attempted and not paid, each once, on the day of its last attempt. */
  readonly unpaid: readonly {
    readonly day: number
    readonly currency: CurrencyCode
    readonly count: number
  }[]
  /** The period has more entries than are counted: its oldest are left out. */
  readonly isCut: boolean
}
