// The web components of @craftgate-commerce/storefront in this storefront.
import '@craftgate-commerce/storefront/define'
import {
  type CraftgateAttributes,
  type CraftgateElementName,
  configureCraftgate,
} from '@craftgate-commerce/storefront'
import type { JSX as Attributes } from 'preact'
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

type Elements = {
  [Name in CraftgateElementName]: Attributes.HTMLAttributes<HTMLElementTagNameMap[Name]> &
    CraftgateAttributes<Name>
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Elements {}
  }
}
