/** A card as a shopper types it. Expiry and CVC are free in the sandbox; these are far enough in the future. */
export interface TestCard {
  readonly cardHolderName: string
  readonly cardNumber: string
  /** "01" to "12". */
  readonly expireMonth: string
  /** Four digits. */
  readonly expireYear: string
  readonly cvc: string
}

const card = (cardNumber: string, cvc = '000'): TestCard => ({
  cardHolderName: 'Ayşe Yılmaz',
  cardNumber,
  expireMonth: '11',
  expireYear: '2044',
  cvc,
})

/**
 * Handy cards out of Craftgate's documented list (developer.craftgate.io/test-cards): the name says what happens.
 * The one-time code of every bank page is 283126.
 */
export const testCards = {
  /** Garanti Bonus, credit, Mastercard: every step succeeds. */
  success: card('5209220000000002'),
  /** Akbank Axess, credit, Troy. */
  axess: card('9792060000000007'),
  /** İş Bankası Maximum, credit, Mastercard. */
  maximum: card('5406670000000009'),
  /** Yapı Kredi World, credit, Mastercard. */
  world: card('5258640000000001'),
  /** Garanti Bonus, credit, American Express: 15 digits, four-digit CVC. */
  amex: card('375623000000006', '0000'),
  /** Akbank Neo, debit, Visa: no instalments. */
  debit: card('4796810000000002'),
  /** Halkbank Paraf, commercial credit, Mastercard. */
  commercial: card('5528790000000008'),
  /** Papara, prepaid, Visa: no instalments. */
  prepaid: card('4609570000000009'),
  /** Garanti Bonus with 12.35 lira of points, and 5.20 more that hold at the shop only. */
  points: card('4043080000000003'),
  /** Garanti Bonus whose bank gives extra instalments. */
  extraInstallments: card('5209222154820003'),
  /** A foreign Visa: foreign currencies, no instalments. */
  foreign: card('4111111111111111'),
  /** Declined at payment and at the 3D Secure completion: not sufficient funds. */
  notSufficientFunds: card('5100050000006661'),
  /** Declined at payment and at the 3D Secure completion: do not honour. */
  doNotHonour: card('5100560000006669'),
  invalidTransaction: card('5101380000006661'),
  notPermittedToCardholder: card('5101510000006663'),
  stolenCard: card('5101520000006662'),
  declined: card('5102210000006669'),
  lostCard: card('5136620000006669'),
  expiredCard: card('5163080000006662'),
  fraudSuspect: card('5192610000006661'),
  invalidCvc: card('5164580000006660'),
  /** Refused without 3D Secure, paid with it. */
  requires3ds: card('5209320000006668'),
  debitRequires3ds: card('5342530000006660'),
  /** The bank page fails: mdStatus 0. */
  threeDSMdStatus0: card('5115830000006669'),
  /** The bank page answers mdStatus 4: enough for a HALF_THREEDS merchant only. */
  threeDSMdStatus4: card('5117280000006665'),
  /** 3D Secure can't even be started. */
  threeDSInitError: card('5117580000006668'),
  /** Pre-authorization is declined. */
  preAuthDeclined: card('9792120000006667'),
  /** Pre-authorization succeeds, its capture is declined. */
  postAuthDeclined: card('4043150000006662'),
  /** Pays, but its refund is refused: not refundable. */
  refundNotPossible: card('5288250000006661'),
  /** Pays, but its refund is refused: POS balance not sufficient. */
  refundBalanceNotSufficient: card('4355080000006663'),
} as const satisfies Record<string, TestCard>

export type TestCardName = keyof typeof testCards

/** The one-time code that every bank page of the sandbox accepts. */
export const testOtp = '283126'

/** The code of Pluxee's app that the portal prints for the sandbox. */
export const testAppCode = '843195'
