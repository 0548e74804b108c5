import { useState } from 'preact/hooks'
import type { Cart, PaymentChoice } from '../backend'
import { rememberedChoice } from '../pages/remembered-form'
import { useShop } from '../shop/shop-context'
import { useComponents } from './components'

interface PaymentMethodsProps {
  readonly cart: Cart
  readonly disabled: boolean
  readonly onChoose: (choice: PaymentChoice) => void
}

/** The ways to pay of this shop, the last one chosen first. */
export function PaymentMethods({ cart, disabled, onChoose }: PaymentMethodsProps) {
  const { language } = useShop()
  const settings = useComponents()
  const [chosen, setChosen] = useState(() => rememberedChoice()?.id)
  if (settings === undefined) return null
  const choose = (choice: PaymentChoice) => {
    setChosen(choice.id)
    onChoose(choice)
  }
  return (
    <craftgate-methods
      key={language}
      lang={language}
      cart={cart.code}
      value={chosen}
      disabled={disabled}
      oncraftgate-method={({ detail }) => choose(detail)}
    />
  )
}
