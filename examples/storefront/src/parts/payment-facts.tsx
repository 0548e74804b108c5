import type { OrderPayment } from '../backend'
import { useShop } from '../shop/shop-context'
import { Row } from './totals'

/** Card, instalments and what the card is really charged. */
export function PaymentFacts({ payment }: { payment: OrderPayment }) {
  const { say, money } = useShop()
  const { installment, paidPrice, interest, refunded, lastFour } = payment
  const family = payment.cardFamily ?? payment.cardAssociation
  const card = [family, lastFour && `•••• ${lastFour}`].filter(Boolean).join(' ')
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
