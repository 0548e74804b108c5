// A hosted page service without an engine, for the tests of pages, Shopper and console only.
import type {
  BinView,
  BrowserPost,
  CheckoutView,
  HostedPageService,
  LoyaltyStep,
  PayEntry,
  PayStep,
  ThreeDSStep,
  ThreeDSView,
} from '../hosted-page-service'
import { testCards, testOtp } from '../testing/shopper/test-cards'

export const openCheckout: CheckoutView = {
  token: 'tok-1',
  state: 'open',
  merchantName: 'Çarşı Pazar',
  price: '1249.90',
  currency: 'TRY',
  items: [
    { name: 'El dokuması kilim', price: '1199.90' },
    { name: 'Kargo', price: '50.00' },
  ],
  callbackUrl: 'http://shop.test/craftgate/callback',
  expiresAt: new Date('2030-01-01T12:00:00Z'),
  storedCards: [],
  forceThreeDS: false,
  mayStoreCard: true,
  preAuthorized: false,
  methods: [{ name: 'CARD', label: { tr: 'Kart', en: 'Card' }, group: 'card', page: 'card-form' }],
}

const bonus: BinView = {
  bin: '52092200',
  bankName: 'T. GARANTİ BANKASI A.Ş.',
  brand: 'Bonus',
  association: 'MASTER_CARD',
  type: 'CREDIT_CARD',
  commercial: false,
  force3ds: false,
  options: [
    {
      installment: 1,
      totalPrice: '1249.90',
      installmentPrice: '1249.90',
      interest: '0.00',
      merchantCommissionRate: '0',
    },
    {
      installment: 2,
      totalPrice: '1249.90',
      installmentPrice: '624.95',
      interest: '0.00',
      merchantCommissionRate: '0',
    },
    {
      installment: 3,
      totalPrice: '1287.40',
      installmentPrice: '429.13',
      interest: '37.50',
      merchantCommissionRate: '3',
    },
  ],
}

/** One checkout, one bank page; remembers what was paid with. */
export class FakeHostedPageService implements HostedPageService {
  view: CheckoutView
  bank: ThreeDSView | undefined
  lost = false
  readonly entries: PayEntry[] = []

  constructor(view: Partial<CheckoutView> = {}) {
    this.view = { ...openCheckout, ...view }
  }

  checkout(token: string): CheckoutView | undefined {
    return token === this.view.token ? this.view : undefined
  }

  bin(_token: string, digits: string): BinView | undefined {
    if (digits.startsWith('520922')) return bonus
    return digits.startsWith('520932') ? { ...bonus, force3ds: true } : undefined
  }

  deleteCard(_token: string, cardToken: string): void {
    const storedCards = this.view.storedCards.filter((card) => card.cardToken !== cardToken)
    this.view = { ...this.view, storedCards }
  }

  loyalties(_token: string, card: PayEntry['card']): LoyaltyStep {
    const number = 'cardNumber' in card ? card.cardNumber : ''
    if (number.startsWith('999'))
      return { kind: 'invalid', field: 'cardNumber', description: 'Kart tanınmıyor' }
    const points = { type: 'REWARD_MONEY', points: '17.55', usable: '17.55' }
    return { kind: 'loyalties', loyalties: number === testCards.success.cardNumber ? [points] : [] }
  }

  pay(_token: string, entry: PayEntry): PayStep {
    this.entries.push(entry)
    const number = 'cardNumber' in entry.card ? entry.card.cardNumber : ''
    if (number === testCards.notSufficientFunds.cardNumber) return this.decline()
    if (number.startsWith('888')) return { kind: 'declined', code: '10034', description: 'POS bulunamadı' }
    if (number.startsWith('999'))
      return { kind: 'invalid', field: 'cardNumber', description: 'Kart tanınmıyor' }
    if (entry.threeDS) return this.toBank()
    this.view = { ...this.view, state: 'paid' }
    return { kind: 'paid', callback: this.callback() }
  }

  payFromWallet(): PayStep {
    return { kind: 'declined', code: '4018', description: 'Cüzdan yok' }
  }

  startMethod(): PayStep {
    return { kind: 'invalid', field: 'method', description: 'Yok' }
  }

  provider(): undefined {}

  answerProvider(): undefined {}

  mealCard(): undefined {}

  answerMealCard(): undefined {}

  link(): undefined {}

  startLink(): undefined {}

  isLinkPaid(): boolean {
    return false
  }

  leave(token: string): BrowserPost | undefined {
    return token === this.view.token ? this.callback() : undefined
  }

  threeDS(id: string): ThreeDSView | undefined {
    return this.bank?.id === id ? this.bank : undefined
  }

  submitOtp(id: string, answer: { code: string } | { cancel: true }): ThreeDSStep | undefined {
    const bank = this.threeDS(id)
    if (bank === undefined) return undefined
    if ('code' in answer && answer.code === testOtp) {
      this.bank = { ...bank, answered: true }
      return { kind: 'callback', callback: this.callback() }
    }
    this.bank = { ...bank, wrongCodes: bank.wrongCodes + 1 }
    if ('code' in answer && this.bank.wrongCodes < 3) return { kind: 'wrong-code' }
    this.decline()
    this.bank = { ...this.bank, answered: true }
    return { kind: 'hosted', token: this.view.token }
  }

  private decline(): PayStep {
    const lastError = { code: '10051', description: 'Kart limiti yetersiz', group: 'NOT_SUFFICIENT_FUNDS' }
    this.view = { ...this.view, lastError }
    return { kind: 'declined', ...lastError }
  }

  private toBank(): PayStep {
    const { merchantName, price: paidPrice, currency } = this.view
    this.bank = {
      id: 'bank-1',
      bankName: 'Test Bankası',
      merchantName,
      paidPrice,
      currency,
      lastFour: '0002',
      wrongCodes: 0,
      answered: false,
      checkoutToken: this.view.token,
    }
    return { kind: 'threeDS', threeDSUrl: 'http://elsewhere.test:4000/3ds/bank-1' }
  }

  private callback(): BrowserPost {
    const post = { url: this.view.callbackUrl, fields: { token: this.view.token } }
    return this.lost ? { ...post, lost: true } : post
  }
}
