import '@craftgate-commerce/storefront/define'
import { configureCraftgate } from '@craftgate-commerce/storefront'
import type { Cart, Variant } from '../backend'
import { useShop } from '../shop/shop-context'
import { useLoaded } from '../shop/use-loaded'

/** What a product or the cart costs in instalments. */
export function Installments({ variant, cart }: { variant?: Variant; cart?: Cart }) {
  const { backend, language } = useShop()
  const settings = useLoaded(async () => {
    const found = await backend.components()
    configureCraftgate(found)
    return found
  }, [backend])
  if (settings.state !== 'ready') return null
  return (
    <craftgate-installments
      key={language}
      lang={language}
      variant={variant?.id}
      region={settings.value.region}
      cart={cart?.code}
      revision={cart?.total.decimal}
    />
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'craftgate-installments': JSX.HTMLAttributes<HTMLElement> & {
        readonly variant?: string
        readonly region?: string
        readonly cart?: string
        readonly revision?: string
      }
    }
  }
}
