import { Link } from '@tanstack/react-router'
import { type PageContext, Skeleton } from '@vendure/dashboard'
import type { SellerPayment } from './admin-api'
import { useFormats } from './formats'
import { OpenPanel } from './open-panel'
import { type SellerOrder, sellerOrderOf } from './order-payments'
import { Fact } from './payment-facts'
import { Unavailable } from './unavailable'
import { useSellerPayments } from './use-payment'
import { useWords } from './words'

/** On the page of a seller's order: the payment is on the order that was split. */
export function SellerBlock({ context: { entity } }: { readonly context: PageContext }) {
  const order = sellerOrderOf(entity)
  return order ? <OfSeller order={order} /> : null
}

function OfSeller({ order }: { readonly order: SellerOrder }) {
  const { words } = useWords()
  const { data: payments = [], error, isPending, refetch } = useSellerPayments(order.id)
  const isElsewhere = payments.some(({ aggregateOrderId }) => aggregateOrderId === null)
  return (
    <div className="space-y-6" data-testid="craftgate-seller-payment">
      {isPending && <Skeleton className="h-24" aria-label={words.loading} />}
      {error && <Unavailable reason={error.message} again={refetch} />}
      {!isPending && !error && (
        <p className="text-muted-foreground text-sm">
          {payments.length === 0
            ? words.seller.none
            : isElsewhere
              ? words.seller.elsewhere
              : words.seller.text}
        </p>
      )}
      {payments.map((payment, index) => (
        <SellerPart key={index} payment={payment} />
      ))}
    </div>
  )
}

function SellerPart({ payment }: { readonly payment: SellerPayment }) {
  const { words } = useWords()
  const { money } = useFormats()
  const { currencyCode, aggregateOrderId, aggregateOrderCode, panelPath, refundPath } = payment
  const { seller } = words
  const price = (amount: SellerPayment['share']) => amount && money(amount, currencyCode)
  return (
    <>
      <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2 lg:grid-cols-3">
        <Fact name={seller.state} value={seller.states[payment.state]} />
        <Fact name={seller.price} value={price(payment.price)} />
        <Fact name={seller.share} value={price(payment.share)} />
        <Fact name={seller.refunded} value={price(payment.refunded)} />
        <Fact name={words.facts.refundable} value={price(payment.refundable)} />
      </dl>
      <div className="flex flex-wrap gap-2">
        {refundPath && (
          <OpenPanel path={refundPath} size="sm" variant="outline">
            {seller.refund}
          </OpenPanel>
        )}
        {panelPath && (
          <OpenPanel path={panelPath} size="sm" variant="outline">
            {words.openPanel}
          </OpenPanel>
        )}
        {aggregateOrderId && (
          <Link
            className="self-center text-sm underline underline-offset-4"
            to={`/orders/${aggregateOrderId}`}
          >
            {seller.openSplit(aggregateOrderCode ?? '')}
          </Link>
        )}
      </div>
    </>
  )
}
