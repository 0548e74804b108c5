import type { OrderPayment } from '../backend'
import { useShop } from '../shop/shop-context'
import { Row } from './totals'

/** Card, instalments and what the card is really charged. */
export function PaymentFacts({ payment }: { payment: OrderPayment }) {
  const { say, money, language } = useShop()
  const { installment, paidPrice, interest, refunded, lastFour, paidWith } = payment
  const family = payment.cardFamily ?? payment.cardAssociation
  // A wallet, a transfer or a loan has no card.
  const otherwise = typeof paidWith === 'object' ? paidWith[language] : paidWith
  const card = [family, lastFour && `•••• ${lastFour}`].filter(Boolean).join(' ') || otherwise
  const instalments =
    installment && installment > 1 ? say('installmentsOf', { count: installment }) : say('singlePayment')
  return (
    <dl class="totals totals--payment" data-testid="payment-facts">
      {card && <Row label={say('card')} value={card} testid="card" />}
      {installment !== undefined && (
        <Row label={say('installments')} value={instalments} testid="installment" />
      )}
      {interest && <Row label={say('interest')} value={money(interest)} testid="interest" />}
      {paidPrice && (
        <Row
          label={say(payment.state === 'authorized' ? 'heldPrice' : 'paidPrice')}
          value={money(paidPrice)}
          testid="paid-price"
          tone="strong"
        />
      )}
      {refunded && <Row label={say('refunded')} value={money(refunded)} testid="refunded" tone="good" />}
    </dl>
  )
}
