import { Container } from '@medusajs/ui'
import type { Payment } from '../api-types'
import { CallHistory } from './call-history'
import { CardFacts } from './card-facts'
import { FraudAlert } from './fraud-alert'
import { MoneyFacts } from './money-facts'
import { PaymentFooter } from './payment-footer'
import { PaymentHeader } from './payment-header'
import { PaymentTimeline } from './payment-timeline'
import { ProcessingFacts } from './processing-facts'
import { TransactionTable } from './transaction-table'
import { UnavailableAlert } from './unavailable-alert'

/** One payment: what Craftgate says of it now, then what our own records say. */
export function PaymentSection({ payment }: { readonly payment: Payment }) {
  const { checkout, calls, timeline } = payment
  return (
    <Container className="divide-y divide-dashed p-0" data-testid="craftgate-payment">
      <PaymentHeader payment={payment} />
      {'unavailable' in payment ? (
        <UnavailableAlert reason={payment.unavailable} />
      ) : (
        <>
          {payment.fraud && <FraudAlert fraud={payment.fraud} />}
          <CardFacts facts={payment} />
          <MoneyFacts facts={payment} />
          <ProcessingFacts facts={payment} />
          <TransactionTable transactions={payment.transactions} currency={payment.currency_code} />
        </>
      )}
      {calls.length > 0 && <CallHistory calls={calls} currency={checkout.currency_code} />}
      {timeline.length > 0 && <PaymentTimeline moments={timeline} />}
      <PaymentFooter reference={checkout.reference} panelUrl={payment.panel_url} />
    </Container>
  )
}
