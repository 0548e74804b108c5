// The web components of @craftgate-commerce/storefront in this storefront.
import '@craftgate-commerce/storefront/define'
import type { StorefrontMethod, StorefrontPayment } from '@craftgate-commerce/core/storefront'
import { configureCraftgate } from '@craftgate-commerce/storefront'
import type { ComponentSettings } from '../backend'
import { useShop } from '../shop/shop-context'
import { useLoaded } from '../shop/use-loaded'

/** How the components ask the shop of this page; undefined until that is known. */
export function useComponents(): ComponentSettings | undefined {
  const { backend } = useShop()
  const settings = useLoaded(async () => {
    const found = await backend.components()
    configureCraftgate(found)
    return found
  }, [backend])
  return settings.state === 'ready' ? settings.value : undefined
}

interface PriceSubject {
  readonly variant?: string
  readonly region?: string
  readonly cart?: string
  readonly revision?: string
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'craftgate-installments': JSX.HTMLAttributes<HTMLElement> & PriceSubject
      'craftgate-loan-offers': JSX.HTMLAttributes<HTMLElement> & PriceSubject
      'craftgate-methods': JSX.HTMLAttributes<HTMLElement> & {
        readonly cart?: string
        readonly value?: string
        readonly disabled?: boolean
        readonly 'oncraftgate-method'?: (event: CustomEvent<StorefrontMethod>) => void
      }
      'craftgate-saved-cards': JSX.HTMLAttributes<HTMLElement>
      'craftgate-wallet': JSX.HTMLAttributes<HTMLElement> & { readonly 'top-up'?: boolean }
      'craftgate-payment-status': JSX.HTMLAttributes<HTMLElement> & {
        readonly reference?: string
        readonly cart?: string
        readonly busy?: boolean
        readonly data?: StorefrontPayment
        readonly 'order-url'?: string
        readonly 'oncraftgate-payment'?: (event: CustomEvent<StorefrontPayment>) => void
        readonly 'oncraftgate-pay-again'?: () => void
      }
    }
  }
}
