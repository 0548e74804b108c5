import { useEffect } from 'preact/hooks'
import type { Order, OrderPayment } from '../backend'
import type { Word } from '../i18n'
import { Link } from '../parts/link'
import { Loading } from '../parts/loading'
import { OrderLines } from '../parts/order-lines'
import { PaymentFacts } from '../parts/payment-facts'
import { Totals } from '../parts/totals'
import { momentText } from '../shop/clock'
import { useShop } from '../shop/shop-context'
import { useLoaded } from '../shop/use-loaded'

export function OrderPage({ code, fresh }: { code: string; fresh: boolean }) {
  const { backend, reloadCart } = useShop()
  const order = useLoaded(() => backend.order(code), [backend, code])
  useEffect(() => {
    if (fresh) void reloadCart()
  }, [fresh])
  return (
    <div class="wrap section">
      <Loading what={order}>
        {(found) => (found ? <OrderView order={found} fresh={fresh} /> : <NoOrder />)}
      </Loading>
    </div>
  )
}

function NoOrder() {
  const { say } = useShop()
  return (
    <div class="notice">
      <h1>{say('orderNotFound')}</h1>
      <p class="quiet">{say('orderNotFoundText')}</p>
      <Link href="/" class="button">
        {say('continueShopping')}
      </Link>
    </div>
  )
}

function OrderView({ order, fresh }: { order: Order; fresh: boolean }) {
  const { say, language } = useShop()
  const shown = order.payments.filter(({ state }) => state !== 'declined')
  return (
    <>
      <OrderHead order={order} fresh={fresh} payment={shown[0]} />
      <div class="columns">
        <div class="steps">
          <section class="panel">
            <h2>{say('items')}</h2>
            <OrderLines lines={order.lines} />
          </section>
          {order.address && (
            <section class="panel">
              <h2>{say('deliverTo')}</h2>
              <p>
                <strong>{order.recipient}</strong>
                <br />
                {order.address}
              </p>
              <p class="quiet">{order.shippingName}</p>
            </section>
          )}
          {order.consent && (
            <details class="panel" data-testid="consent">
              <summary>
                {say('agreedTo', {
                  version: order.consent.version,
                  at: momentText(order.consent.at, language, true),
                })}
              </summary>
              <p class="small consent__text">{order.consent.text}</p>
            </details>
          )}
        </div>
        <aside class="panel" aria-label={say('summary')}>
          <h2>{say('summary')}</h2>
          <Totals of={order} shippingKnown />
          {shown.map((payment) => (
            <PaymentFacts key={payment.id} payment={payment} />
          ))}
          <Link href="/" class="button button--ghost button--wide">
            {say('continueShopping')}
          </Link>
        </aside>
      </div>
    </>
  )
}

export const ORDER_STATES: Readonly<Record<Order['state'], Word>> = {
  open: 'stateOpen',
  authorized: 'stateAuthorized',
  paid: 'statePaid',
  shipped: 'stateShipped',
  delivered: 'stateDelivered',
  cancelled: 'stateCancelled',
}

interface OrderHeadProps {
  readonly order: Order
  readonly fresh: boolean
  readonly payment: OrderPayment | undefined
}

function OrderHead({ order, fresh, payment }: OrderHeadProps) {
  const { say, money, language } = useShop()
  const inReview = payment?.state === 'in-review'
  const thanks = inReview ? say('thanksReview') : say('thanksPaid')
  const placed = order.placedAt && momentText(order.placedAt, language, true)
  return (
    <div class="order-head">
      {fresh && (
        <span class="outcome__mark outcome__mark--good" aria-hidden="true">
          ✓
        </span>
      )}
      <div>
        <h1 data-testid="order-title">{fresh ? thanks : say('yourOrder')}</h1>
        <p class="quiet">
          {say('orderNumber')} <strong data-testid="order-code">{order.code}</strong>
          {placed && ` · ${placed}`}
        </p>
        <p>
          <span class={`badge badge--${order.state}`} data-testid="order-state" data-state={order.state}>
            {say(inReview ? 'stateReview' : ORDER_STATES[order.state])}
          </span>
        </p>
        {fresh && payment?.interest && payment.paidPrice && (
          <p data-testid="charged">
            {say(payment.state === 'paid' ? 'chargedText' : 'heldText', {
              price: money(payment.paidPrice),
              interest: money(payment.interest),
              count: payment.installment ?? 1,
            })}
          </p>
        )}
        {order.state === 'authorized' && (
          <p class="quiet">{say(inReview ? 'reviewText' : 'authorizedText')}</p>
        )}
      </div>
    </div>
  )
}
