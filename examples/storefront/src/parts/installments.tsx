import type { Cart, Variant } from '../backend'
import { useShop } from '../shop/shop-context'
import { useComponents } from './components'

/** What a product or the cart costs in instalments of a card, and with a shopping loan. */
export function Installments({ variant, cart }: { variant?: Variant; cart?: Cart }) {
  const { language } = useShop()
  const settings = useComponents()
  // The room stands there before the answers do: what is below does not move.
  if (settings === undefined) return <div class="offers" />
  const subject = {
    lang: language,
    variant: variant?.id,
    region: settings.region,
    cart: cart?.code,
    revision: cart?.total.decimal,
  }
  return (
    <div class="offers">
      <craftgate-installments {...subject} />
      <craftgate-loan-offers {...subject} />
    </div>
  )
}
