import type { Schema } from '@craftgate-commerce/openapi'

/** A name that init's `enabledPaymentMethods` takes: a tab of the hosted page. */
export type PageMethodName = Schema<'PaymentMethod'>
/** Every name of a way to pay, those that only the API starts included. */
export type MethodName = PageMethodName | Schema<'ApmType'>

export type MethodGroup =
  | 'card'
  | 'wallet'
  | 'meal-card'
  | 'bank-app'
  | 'transfer'
  | 'shopping-loan'
  | 'carrier-billing'
  | 'cash'

/** What init must have brought, else the page has no such tab. */
export type Need = 'masterpassGsmNumber' | 'apmUserIdentity' | 'additionalParams.klarna'

/** What the tab asks of the shopper before it leads on. */
export type Question = 'phone' | 'card-number' | 'phone-and-code'

/**
 * The page that the tab leads to: log in and approve, a one-time code, a QR code to scan, the bank's transfer page, a
 * lender's offers, an app to open. `none` ends on the tab itself, `card-form` is the page's own form.
 */
export type PageKind = 'card-form' | 'login' | 'code' | 'qr' | 'transfer' | 'loan' | 'app' | 'none'

/**
 * What may go back: any part of it, by transaction too; the whole payment only; or the whole while the merchant has not
 * approved it and parts once he has.
 */
export type RefundRule = 'any-part' | 'whole' | 'parts-once-approved'

/** The shopper's word for a way to pay; most are names, which need no Spanish. */
export interface MethodLabel {
  readonly tr: string
  readonly en: string
  readonly es?: string
}

/** A way to pay, as one row of the table. */
export interface Method {
  readonly group: MethodGroup
  readonly label: MethodLabel
  /** `pos`: whatever a POS of the merchant takes. */
  readonly currencies: readonly string[] | 'pos'
  readonly needs: readonly Need[]
  readonly asks?: Question
  readonly page: PageKind
  /** Whether the money may come after the shopper has left; the payment is WAITING until then. */
  readonly mayWait: boolean
  readonly preAuth: boolean
  readonly refunds: RefundRule
  readonly paymentType: Schema<'PaymentType'>
  /** Absent where no official client and no page of the portal has a name for it. */
  readonly paymentProvider?: Schema<'PaymentProvider'>
  /** The family of the card that is charged behind the method, through a POS. */
  readonly cardBrand?: string
}
