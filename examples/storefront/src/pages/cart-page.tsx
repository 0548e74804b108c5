import { useState } from 'preact/hooks'
import type { Cart, OrderLine } from '../backend'
import { Installments } from '../parts/installments'
import { Link } from '../parts/link'
import { Quantity } from '../parts/quantity'
import { Totals } from '../parts/totals'
import { useShop } from '../shop/shop-context'

export function CartPage() {
  const { say, cart } = useShop()
  return (
    <div class="wrap section">
      <h1>{say('cart')}</h1>
      {cart && cart.lines.length > 0 ? <FullCart cart={cart} /> : <EmptyCart />}
    </div>
  )
}

function EmptyCart() {
  const { say } = useShop()
  return (
    <div class="notice" data-testid="empty-cart">
      <h2>{say('emptyCart')}</h2>
      <p class="quiet">{say('emptyCartText')}</p>
      <Link href="/koleksiyon/kahve" class="button">
        {say('continueShopping')}
      </Link>
    </div>
  )
}

function FullCart({ cart }: { cart: Cart }) {
  const { say } = useShop()
  return (
    <div class="columns">
      <ul class="cart-lines" data-testid="cart-lines">
        {cart.lines.map((line) => (
          <CartLine key={line.id} line={line} />
        ))}
      </ul>
      <aside class="panel" aria-label={say('summary')}>
        <h2>{say('summary')}</h2>
        <CouponForm cart={cart} />
        <Totals of={cart} shippingKnown={cart.shippingOptionId !== undefined} />
        <Link href="/odeme" class="button button--wide" data-testid="to-checkout">
          {say('toCheckout')}
        </Link>
        <p class="quiet small">{say('paySafe')}</p>
        <Installments cart={cart} />
      </aside>
    </div>
  )
}

function CartLine({ line }: { line: OrderLine }) {
  const { say, money, backend, change } = useShop()
  const [busy, setBusy] = useState(false)
  const set = async (quantity: number) => {
    setBusy(true)
    await change(backend.setQuantity(line.id, quantity))
    setBusy(false)
  }
  return (
    <li class="cart-line">
      <Link href={`/urun/${line.productSlug}`} class="cart-line__picture" tabIndex={-1} aria-hidden="true">
        {line.picture && <img src={line.picture} alt="" width="112" height="112" />}
      </Link>
      <div class="cart-line__text">
        <Link href={`/urun/${line.productSlug}`} class="cart-line__name">
          {line.name}
        </Link>
        <span class="quiet">{money(line.unitPrice)}</span>
        <button
          type="button"
          class="text-button"
          disabled={busy}
          onClick={() => set(0)}
          aria-label={say('removeLine', { name: line.name })}
          data-testid="remove-line"
        >
          {say('remove')}
        </button>
      </div>
      <Quantity value={line.quantity} onChange={set} label={`${say('quantity')}: ${line.name}`} busy={busy} />
      <strong class="cart-line__total">{money(line.total)}</strong>
    </li>
  )
}

function CouponForm({ cart }: { cart: Cart }) {
  const { say, backend, change, tell } = useShop()
  const [code, setCode] = useState('')
  const apply = async (event: Event) => {
    event.preventDefault()
    const wanted = code.trim().toUpperCase()
    if (!wanted || !(await change(backend.applyCoupon(wanted)))) return
    tell({ text: say('couponApplied', { code: wanted }), tone: 'good' })
    setCode('')
  }
  return (
    <form class="coupon" onSubmit={apply}>
      <label for="coupon">{say('coupon')}</label>
      <div class="coupon__row">
        <input
          id="coupon"
          value={code}
          onInput={(event) => setCode(event.currentTarget.value)}
          autocomplete="off"
          autocapitalize="characters"
          placeholder="HOSGELDIN10"
          data-testid="coupon"
        />
        <button type="submit" class="button button--ghost" data-testid="apply-coupon">
          {say('applyCoupon')}
        </button>
      </div>
      {cart.coupons.map((each) => (
        <span key={each} class="tag" data-testid={`coupon-${each}`}>
          {each}
          <button
            type="button"
            onClick={() => change(backend.removeCoupon(each))}
            aria-label={say('removeCoupon', { code: each })}
          >
            ×
          </button>
        </span>
      ))}
    </form>
  )
}
