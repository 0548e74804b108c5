// developer.craftgate.io/fraud-management/rules: the variables of the Fraud DSL, in its own names.

/** How far back a rule looks. */
export const WINDOWS = ['In30Minutes', 'Hourly', 'Daily'] as const
export type Window = (typeof WINDOWS)[number]
/** A card is known for two hours at most. */
const CARD_WINDOWS = ['In30Minutes', 'Hourly'] as const

/** What two payments may have in common. */
const MARKS = [
  ...(['ClientIp', 'BuyerId', 'BuyerExternalId', 'BuyerPhoneNumber', 'BuyerEmail'] as const),
  'CustomFraudVariable',
] as const

export type HistoryVariable =
  | `hasSuccessPayment${Window}`
  | `same${(typeof MARKS)[number]}${'' | 'TotalPaidPrice'}${Window}`
  | `sameCardNumber${'' | 'TotalPaidPrice' | 'HasFraudSuspect'}${(typeof CARD_WINDOWS)[number]}`
  | `sameClientIpDistinctCard${(typeof CARD_WINDOWS)[number]}`

type Kind = 'text' | 'number' | 'boolean'

/** What a payment itself says. */
const OWN = {
  ...{ cardNumber: 'text', cardHolderName: 'text', cardBrand: 'text', binNumber: 'text' },
  ...{ isForeignCard: 'boolean', isThreeDS: 'boolean' },
  ...{ clientIp: 'text', buyerId: 'number', paidPrice: 'number', currency: 'text', paymentType: 'text' },
  ...{ buyerExternalId: 'text', buyerPhoneNumber: 'text', buyerEmail: 'text', customFraudVariable: 'text' },
} as const satisfies Record<string, Kind>

export type OwnVariable = keyof typeof OWN
export type Variable = OwnVariable | HistoryVariable
/** What is known of one; undefined where nobody knows. */
export type Fact = string | number | boolean | undefined

const HISTORY: readonly (readonly [HistoryVariable, Kind])[] = [
  ...WINDOWS.map((window) => [`hasSuccessPayment${window}`, 'boolean'] as const),
  ...WINDOWS.flatMap((window) =>
    MARKS.flatMap((mark) => [
      [`same${mark}${window}`, 'number'] as const,
      [`same${mark}TotalPaidPrice${window}`, 'number'] as const,
    ]),
  ),
  ...CARD_WINDOWS.flatMap((window) => [
    [`sameCardNumber${window}`, 'number'] as const,
    [`sameCardNumberTotalPaidPrice${window}`, 'number'] as const,
    [`sameCardNumberHasFraudSuspect${window}`, 'boolean'] as const,
    [`sameClientIpDistinctCard${window}`, 'number'] as const,
  ]),
]

const KINDS = new Map<string, Kind>([...Object.entries(OWN), ...HISTORY])

export const isVariable = (name: string): name is Variable => KINDS.has(name)
export const kindOf = (variable: Variable): Kind | undefined => KINDS.get(variable)
export const isOwn = (variable: Variable): variable is OwnVariable => Object.hasOwn(OWN, variable)
