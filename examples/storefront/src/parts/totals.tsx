import type { ComponentChildren } from 'preact'
import type { Totals as TotalLines } from '../backend'
import { isZero } from '../money/price'
import { useShop } from '../shop/shop-context'

interface TotalsProps {
  readonly of: TotalLines
  /** False while the shopper has not chosen a delivery yet. */
  readonly shippingKnown: boolean
  /** More lines below the total. */
  readonly children?: ComponentChildren
}

export function Totals({ of, shippingKnown, children }: TotalsProps) {
  const { say, money } = useShop()
  const shipping = isZero(of.shipping) ? say('free') : money(of.shipping)
  return (
    <dl class="totals">
      <Row label={say('subtotal')} value={money(of.subtotal)} testid="subtotal" />
      {of.discounts.map((discount) => (
        <Row
          key={discount.name}
          label={discount.name}
          value={money(discount.amount)}
          testid="discount"
          tone="good"
        />
      ))}
      <Row
        label={say('shipping')}
        value={shippingKnown ? shipping : say('shippingLater')}
        testid="shipping"
      />
      <Row
        label={say('total')}
        value={money(of.total)}
        testid="total"
        tone="strong"
        note={say('vatIncluded')}
      />
      {children}
    </dl>
  )
}

interface RowProps {
  readonly label: string
  readonly value: string
  readonly testid: string
  readonly tone?: 'good' | 'strong'
  readonly note?: string
}

export function Row({ label, value, testid, tone, note }: RowProps) {
  return (
    <div class={`totals__row ${tone ? `totals__row--${tone}` : ''}`}>
      <dt>
        {label} {note && <small class="quiet">{note}</small>}
      </dt>
      <dd data-testid={testid}>{value}</dd>
    </div>
  )
}
