import type { Cart } from '../backend'
import { CheckField } from '../parts/field'
import { useShop } from '../shop/shop-context'
import type { FieldsProps } from './checkout-fields'

/** What Turkish law wants agreed before an order is paid: both texts stand here, about this very order. */
export function Consent({ cart, form, errors, onInput }: FieldsProps & { readonly cart: Cart }) {
  const { say, money } = useShop()
  const buyer = `${form.firstName} ${form.lastName}`.trim() || '…'
  const address = [form.street, form.district, form.province].filter(Boolean).join(', ') || '…'
  const facts = {
    buyer,
    address,
    goods: cart.lines.map(({ name, quantity }) => `${quantity} × ${name}`).join(', '),
    price: money(cart.total),
    shipping: money(cart.shipping),
  }
  return (
    <div class="consent">
      <details data-testid="preliminary-information">
        <summary>{say('preliminaryInformation')}</summary>
        <p class="small">{say('preliminaryInformationText', facts)}</p>
      </details>
      <details data-testid="distance-sales-contract">
        <summary>{say('distanceSalesContract')}</summary>
        <p class="small">{say('distanceSalesContractText', facts)}</p>
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
