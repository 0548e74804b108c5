import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Cart, CartChange, Language, ShopBackend } from '../backend'
import type { Say } from '../i18n'
import type { Price } from '../money/price'

/** What every page needs. */
export interface Shop {
  readonly backend: ShopBackend
  readonly language: Language
  readonly say: Say
  /** A price as text of this language. */
  readonly money: (price: Price) => string
  readonly cart: Cart | undefined
  /** Runs a change of the cart, shows the new cart, and says why when it was refused. Returns whether it went well. */
  readonly change: (work: Promise<CartChange>) => Promise<boolean>
  readonly reloadCart: () => Promise<void>
  readonly switchLanguage: () => void
  /** A short sentence that appears and is read aloud. */
  readonly tell: (message: Message) => void
}

export interface Message {
  readonly text: string
  readonly tone: 'good' | 'bad'
  readonly link?: { readonly href: string; readonly text: string }
}

export const ShopContext = createContext<Shop | undefined>(undefined)

export function useShop(): Shop {
  const shop = useContext(ShopContext)
  if (!shop) throw new Error('useShop needs a ShopProvider around it')
  return shop
}
