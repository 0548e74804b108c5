import { type PageContext, Skeleton } from '@vendure/dashboard'
import type { DeclinedPayment } from './admin-api'
import { craftgatePayments, isDeclined, type OrderPayment } from './order-payments'
import { PaymentActions } from './payment-actions'
import { PaymentFacts } from './payment-facts'
import { PaymentTimeline } from './payment-timeline'
import { Unavailable } from './unavailable'
import { useDeclinedPayments, useOperations, usePayment } from './use-payment'
import { useWords } from './words'

/** Craftgate's payments on the page of an order. */
export function OrderBlock({ context: { entity } }: { readonly context: PageContext }) {
  const payments = craftgatePayments(entity)
  const [any] = payments
  const [first, ...later] = payments.filter((payment) => !isDeclined(payment))
  if (first === undefined) return any ? <DeclinedPart payment={any} /> : null
  return (
    <div className="divide-y" data-testid="craftgate-payment">
      <FirstPart payment={first} />
      {later.map((payment) => (
        <PaymentPart key={payment.id} payment={payment} declined={[]} />
      ))}
    </div>
  )
}

interface PartProps {
  readonly payment: OrderPayment
}

/** An order that nobody paid. */
function DeclinedPart({ payment }: PartProps) {
  const { data: declined = [] } = useDeclinedPayments(payment.id)
  return <PaymentTimeline declined={declined} operations={[]} />
}

/** The payment that came first, with the tries before it. */
function FirstPart({ payment }: PartProps) {
  const { data: declined = [] } = useDeclinedPayments(payment.id)
  return <PaymentPart payment={payment} declined={declined} />
}

interface PaymentPartProps extends PartProps {
  /** Tries before it. */
  readonly declined: readonly DeclinedPayment[]
}

/** What Craftgate says of one payment now, then what the shop's own records say. */
function PaymentPart({ payment, declined }: PaymentPartProps) {
  const { words } = useWords()
  const { data: facts, error, isPending, refetch } = usePayment(payment.id)
  const { data: operations = [] } = useOperations(payment.id)
  return (
    <div className="space-y-6 py-6 first:pt-0 last:pb-0">
      {isPending && <Skeleton className="h-32" aria-label={words.loading} />}
      {error && <Unavailable reason={error.message} again={refetch} />}
      {facts && <PaymentFacts facts={facts} />}
      <PaymentTimeline
        declined={declined}
        payment={payment}
        startedAt={facts?.checkout?.startedAt}
        operations={operations}
        currency={facts?.currencyCode}
      />
      <PaymentActions payment={payment} facts={facts ?? undefined} />
    </div>
  )
}
