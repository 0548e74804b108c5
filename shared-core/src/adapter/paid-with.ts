import { amountIn } from '../messages/amounts'
import type { Localized } from '../messages/localized'
import { paymentMethod } from '../methods'
import type { CardFacts, PaymentFacts } from '../payment/outcome'

/** As the schemes write themselves. */
const BRANDS: ReadonlyMap<string, string> = new Map([
  ['AMEX', 'American Express'],
  ['DINERS_CLUB', 'Diners Club'],
  ['DISCOVER', 'Discover'],
  ['JCB', 'JCB'],
  ['MAESTRO', 'Maestro'],
  ['MASTER_CARD', 'Mastercard'],
  ['TROY', 'Troy'],
  ['UNION_PAY', 'UnionPay'],
  ['VISA', 'Visa'],
])

type Paid = Pick<PaymentFacts, 'method' | 'provider' | 'card' | 'pointsUsed' | 'walletShare'>

/** How it was paid, for people: "Papara", "Bonus Visa •••• 0002", "Masterpass, Axess •••• 0004, 12.50 TRY in points". */
export function paidWith(facts: Paid): Localized {
  return { tr: textIn(facts, 'tr'), en: textIn(facts, 'en') }
}

function textIn({ method, provider, card, pointsUsed, walletShare }: Paid, language: 'tr' | 'en'): string {
  const cardText = card && textOfCard(card)
  const label = paymentMethod(method)?.label[language] ?? provider ?? 'Craftgate'
  const parts = [
    method === 'CARD' && cardText ? cardText : label,
    method === 'CARD' ? undefined : cardText,
    pointsUsed && `${amountIn(pointsUsed)[language]} ${language === 'tr' ? 'puan' : 'in points'}`,
    walletShare && method !== 'CG_WALLET'
      ? `${amountIn(walletShare)[language]} ${language === 'tr' ? 'cüzdandan' : 'from the wallet'}`
      : undefined,
  ]
  return parts.filter(Boolean).join(', ')
}

function textOfCard({ family, association, lastFour }: CardFacts): string {
  const brand = association && (BRANDS.get(association) ?? association)
  return [family, brand, lastFour && `•••• ${lastFour}`].filter(Boolean).join(' ')
}
