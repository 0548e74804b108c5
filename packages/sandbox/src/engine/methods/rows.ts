import type { Method } from './method'

type Provider = NonNullable<Method['paymentProvider']>
type Change = Partial<Omit<Method, 'label' | 'paymentProvider'>>

export const LIRA = ['TRY']
export const EURO = ['EUR']

/**
 * Rows by group; a row says only where it differs. The portal names neither the currencies of most methods nor limits of
 * their refunds: we assume the provider's own country, and that any part may go back, but for carrier billing, whose
 * operators take a whole purchase off the bill.
 */
const row =
  (usual: Omit<Method, 'label' | 'paymentProvider'>) =>
  (label: string | Method['label'], paymentProvider: Provider | undefined, change: Change = {}): Method => ({
    ...usual,
    ...change,
    label: typeof label === 'string' ? { tr: label, en: label } : label,
    paymentProvider,
  })

const APM = {
  currencies: LIRA,
  needs: [],
  mayWait: false,
  preAuth: false,
  refunds: 'any-part',
  paymentType: 'APM',
} as const

export const wallet = row({ ...APM, group: 'wallet', page: 'login' })
export const mealCard = row({ ...APM, group: 'meal-card', page: 'code', asks: 'card-number' })
export const transfer = row({ ...APM, group: 'transfer', page: 'transfer', mayWait: true })
export const shoppingLoan = row({ ...APM, group: 'shopping-loan', page: 'loan', mayWait: true })
export const cash = row({ ...APM, group: 'cash', page: 'none' })
export const carrierBilling = row({
  ...APM,
  group: 'carrier-billing',
  page: 'code',
  asks: 'phone',
  refunds: 'whole',
})

/** A card is charged behind these, through a POS: their requests know `paymentPhase`, their answers the card. */
const CARD = { ...APM, currencies: 'pos', preAuth: true, paymentType: 'CARD_PAYMENT' } as const

export const card = row({ ...CARD, group: 'card', page: 'card-form' })
export const bankApp = row({ ...CARD, group: 'bank-app', page: 'app', currencies: LIRA })
