// What the routes of the JSON for storefronts answer, with every field that there may be: type-checked against the contract,
// printed in the documentation (docs/scripts/reference/storefront-json.mjs), and compared with what the three shops answer.
import type {
  StorefrontCards,
  StorefrontInstallments,
  StorefrontLoanOffers,
  StorefrontMethods,
  StorefrontPayment,
  StorefrontProblem,
  StorefrontTopUp,
  StorefrontWallets,
} from '@craftgate-commerce/core/storefront'

/** Of the instalments of a product by card family, and of those of one card by its first digits. */
const installments: readonly StorefrontInstallments[] = [
  {
    version: 1,
    price: { amount: '1249.90', currency: 'TRY' },
    exact: true,
    tables: [
      {
        cardFamily: 'Bonus',
        commercial: false,
        forceThreeDS: false,
        options: [
          { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' },
          { count: 3, each: '433.30', total: '1299.90', interest: '50.00', fundedBy: 'shopper' },
        ],
      },
    ],
  },
  {
    version: 1,
    price: { amount: '1249.90', currency: 'TRY' },
    exact: true,
    tables: [
      {
        cardFamily: 'World',
        bank: 'Yapı Kredi',
        cardAssociation: 'MASTER_CARD',
        cardType: 'CREDIT_CARD',
        commercial: false,
        forceThreeDS: true,
        options: [
          { count: 1, each: '1249.90', total: '1249.90', interest: '0.00', fundedBy: 'nobody' },
          { count: 2, each: '624.95', total: '1249.90', interest: '0.00', fundedBy: 'merchant' },
        ],
      },
    ],
  },
]

const loanOffers: readonly StorefrontLoanOffers[] = [
  {
    version: 1,
    price: { amount: '1249.90', currency: 'TRY' },
    exact: true,
    lenders: [
      {
        method: 'ZIP',
        name: 'Zip',
        banks: [{ name: 'Zip', plans: [{ months: 3, each: '437.47', total: '1312.41', interest: '62.51' }] }],
      },
    ],
  },
]

const methods: readonly StorefrontMethods[] = [
  {
    version: 1,
    methods: [
      {
        id: 'craftgate-wallets/PAPARA',
        entry: 'craftgate-wallets',
        method: 'PAPARA',
        group: 'wallet',
        name: 'Papara',
        explanation: 'Cüzdan uygulamanızda onaylarsınız.',
        isHeld: false,
        isPaidLater: false,
      },
    ],
  },
]

/** Paid, with a part refunded; declined; to be paid by bank transfer. */
const payments: readonly StorefrontPayment[] = [
  {
    version: 1,
    reference: '7HqkT0vXw3rB9dYp',
    state: 'paid',
    price: { amount: '1249.90', currency: 'TRY' },
    paid: {
      amount: '1299.90',
      interest: '50.00',
      installment: 3,
      method: 'CARD',
      paidWith: 'Bonus Visa •••• 0008',
      pointsUsed: '10.00',
      walletShare: '25.00',
      cardFamily: 'Bonus',
      cardAssociation: 'VISA',
      lastFour: '0008',
    },
    refunded: { amount: '433.30', currency: 'TRY' },
    order: { id: 'order_01', number: '1042' },
  },
  {
    version: 1,
    reference: '7HqkT0vXw3rB9dYp',
    state: 'declined',
    price: { amount: '1249.90', currency: 'TRY' },
    declined: 'Kartınızın bakiyesi ya da limiti yetersiz.',
  },
  {
    version: 1,
    reference: '7HqkT0vXw3rB9dYp',
    state: 'awaiting-funds',
    price: { amount: '1249.90', currency: 'TRY' },
    instructions: 'TR33 0006 1005 1978 6457 8413 26 hesabına, sipariş numaranızla gönderin.',
  },
]

const cards: readonly StorefrontCards[] = [
  {
    version: 1,
    cards: [
      {
        id: 'K3v9Qe',
        name: 'Maaş kartım',
        lastFour: '0008',
        cardFamily: 'Bonus',
        cardAssociation: 'VISA',
        bank: 'Garanti BBVA',
        expiry: '12/2030',
        expired: false,
      },
    ],
  },
]

const wallets: readonly StorefrontWallets[] = [
  {
    version: 1,
    timeZone: 'Europe/Istanbul',
    wallets: [
      {
        balance: { amount: '50.00', currency: 'TRY' },
        moves: [
          {
            at: '2026-11-24T09:30:00.000Z',
            name: 'Cüzdana yükleme',
            type: 'DEPOSIT_FROM_CARD',
            amount: '50.00',
          },
        ],
        moveCount: 1,
      },
    ],
  },
]

const topUp: readonly StorefrontTopUp[] = [{ version: 1, url: 'https://checkout.craftgate.io/…' }]

const problem: readonly StorefrontProblem[] = [
  { version: 1, error: 'bad-bin', message: 'bin, kartın ilk 6 ile 8 hanesi olmalıdır' },
]

/** By the name of what is answered. */
export const STOREFRONT_SAMPLES = {
  StorefrontInstallments: installments,
  StorefrontLoanOffers: loanOffers,
  StorefrontMethods: methods,
  StorefrontPayment: payments,
  StorefrontCards: cards,
  StorefrontWallets: wallets,
  StorefrontTopUp: topUp,
  StorefrontProblem: problem,
} satisfies Readonly<Record<string, readonly object[]>>

type Answer = keyof typeof STOREFRONT_SAMPLES

const ANSWERS: Readonly<Record<string, Answer>> = {
  installments: 'StorefrontInstallments',
  'loan-offers': 'StorefrontLoanOffers',
  methods: 'StorefrontMethods',
  payments: 'StorefrontPayment',
  cards: 'StorefrontCards',
  wallets: 'StorefrontWallets',
}

function answerOf(path: string, answer: unknown): Answer | undefined {
  if (isObject(answer) && 'error' in answer) return 'StorefrontProblem'
  return path === '/wallets/top-up' ? 'StorefrontTopUp' : ANSWERS[path.split('/')[1] ?? '']
}

/**
 * What a shop answered at this path below `…/v1` and no sample has, by name: a field that the documentation does not know, or
 * one of another type. What a sample has may be absent in an answer, as the contract's optional fields are.
 */
export function undocumented(path: string, answer: unknown): readonly string[] {
  const name = answerOf(path, answer)
  return name === undefined ? [path] : unlike(answer, STOREFRONT_SAMPLES[name], name)
}

function unlike(answer: unknown, samples: readonly unknown[], at: string): readonly string[] {
  if (Array.isArray(answer))
    return answer.flatMap((each) => unlike(each, samples.filter(Array.isArray).flat(), `${at}[]`))
  if (isObject(answer))
    return Object.entries(answer).flatMap(([name, value]) =>
      unlike(
        value,
        samples.flatMap((sample) => (isObject(sample) && name in sample ? [sample[name]] : [])),
        `${at}.${name}`,
      ),
    )
  return samples.some((sample) => typeof sample === typeof answer && !isObject(sample)) ? [] : [at]
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
