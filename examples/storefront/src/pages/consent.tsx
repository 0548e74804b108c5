import type { Consent as Agreed, Cart } from '../backend'
import { CheckField } from '../parts/field'
import { type Shop, useShop } from '../shop/shop-context'
import type { FieldsProps } from './checkout-fields'
import type { CheckoutForm } from './checkout-form'

/** Of both texts below: raised with each change of their words. */
const VERSION = '2026-11'

type Speech = Pick<Shop, 'say' | 'money'>

/** The two texts about this very order, and what is kept of them with it. */
function textsOf(
  cart: Cart,
  form: CheckoutForm,
  { say, money }: Speech,
): { preliminary: string; contract: string } {
  const facts = {
    buyer: `${form.firstName} ${form.lastName}`.trim() || '…',
    address: [form.street, form.district, form.province].filter(Boolean).join(', ') || '…',
    goods: cart.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(', '),
    price: money(cart.total),
    shipping: money(cart.shipping),
  }
  return {
    preliminary: say('preliminaryInformationText', facts),
    contract: say('distanceSalesContractText', facts),
  }
}

/** What was agreed to, now. */
export function consentTo(cart: Cart, form: CheckoutForm, speech: Speech): Agreed {
  const { preliminary, contract } = textsOf(cart, form, speech)
  return { version: VERSION, at: new Date(), text: `${preliminary}\n\n${contract}` }
}

/** What Turkish law wants agreed before an order is paid: both texts stand here, about this very order. */
export function Consent({ cart, form, errors, onInput }: FieldsProps & { readonly cart: Cart }) {
  const { say, money } = useShop()
  const { preliminary, contract } = textsOf(cart, form, { say, money })
  return (
    <div class="consent">
      <details data-testid="preliminary-information">
        <summary>{say('preliminaryInformation')}</summary>
        <p class="small">{preliminary}</p>
      </details>
      <details data-testid="distance-sales-contract">
        <summary>{say('distanceSalesContract')}</summary>
        <p class="small">{contract}</p>
      </details>
      <CheckField
        name="hasAgreed"
        label={say('hasAgreed')}
        checked={form.hasAgreed}
        error={errors.hasAgreed && say(errors.hasAgreed)}
        onInput={({ currentTarget }) => onInput({ hasAgreed: currentTarget.checked })}
      />
    </div>
  )
}
