import type { OrderLine } from '../backend'
import { useShop } from '../shop/shop-context'

/** What was bought, to look at; the cart has its own list with buttons. */
export function OrderLines({ lines }: { lines: readonly OrderLine[] }) {
  const { money } = useShop()
  return (
    <ul class="order-lines" data-testid="order-lines">
      {lines.map((line) => (
        <li key={line.id}>
          <span class="thumb">
            {line.picture && <img src={line.picture} alt="" width="64" height="64" />}
            <span class="thumb__count">{line.quantity}</span>
          </span>
          <span class="order-lines__name">{line.name}</span>
          <span>{money(line.total)}</span>
        </li>
      ))}
    </ul>
  )
}
