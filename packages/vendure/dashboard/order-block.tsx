import { type PageContext, Skeleton } from '@vendure/dashboard'
import { craftgatePayments, isDeclined, type OrderPayment } from './order-payments'
import { PaymentActions } from './payment-actions'
import { PaymentFacts } from './payment-facts'
import { PaymentTimeline } from './payment-timeline'
import { Unavailable } from './unavailable'
import { useOperations, usePayment } from './use-payment'
import { useWords } from './words'

/** Craftgate's payments on the page of an order. */
export function OrderBlock({ context: { entity } }: { readonly context: PageContext }) {
  const payments = craftgatePayments(entity)
  const declined = payments.filter(isDeclined)
  const [first, ...later] = payments.filter((payment) => !isDeclined(payment))
  if (first === undefined) return <PaymentTimeline declined={declined} operations={[]} />
  return (
    <div className="divide-y" data-testid="craftgate-payment">
      <PaymentPart payment={first} declined={declined} />
      {later.map((payment) => (
        <PaymentPart key={payment.id} payment={payment} declined={[]} />
      ))}
    </div>
  )
}

interface PaymentPartProps {
  readonly payment: OrderPayment
  /** Tries before it. */
  readonly declined: readonly OrderPayment[]
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
