import type { Cart, Variant } from '../backend'
import { useShop } from '../shop/shop-context'
import { useComponents } from './components'

/** What a product or the cart costs in instalments of a card, and with a shopping loan. */
export function Installments({ variant, cart }: { variant?: Variant; cart?: Cart }) {
  const { language } = useShop()
  const settings = useComponents()
  if (settings === undefined) return null
  const subject = {
    lang: language,
    variant: variant?.id,
    region: settings.region,
    cart: cart?.code,
    revision: cart?.total.decimal,
  }
  return (
    <>
      <craftgate-installments {...subject} />
      <craftgate-loan-offers {...subject} />
    </>
  )
}
