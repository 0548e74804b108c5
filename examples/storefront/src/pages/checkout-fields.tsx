import type { Country } from '../backend'
import { Field, SelectField } from '../parts/field'
import { useShop } from '../shop/shop-context'
import type { CheckoutErrors, CheckoutForm } from './checkout-form'
import { PROVINCES } from './provinces'

interface FieldsProps {
  readonly form: CheckoutForm
  readonly errors: CheckoutErrors
  readonly onInput: (part: Partial<CheckoutForm>) => void
}

/** Value, error and handler of one field. */
function useBinding({ form, errors, onInput }: FieldsProps) {
  const { say } = useShop()
  return (name: keyof CheckoutForm) => {
    const problem = errors[name]
    return {
      name,
      label: say(name),
      value: form[name],
      error: problem && say(problem),
      onInput: (event: { currentTarget: { value: string } }) =>
        onInput({ [name]: event.currentTarget.value }),
    }
  }
}

export function ContactFields(props: FieldsProps) {
  const { say } = useShop()
  const bind = useBinding(props)
  return (
    <div class="fields">
      <Field {...bind('firstName')} autocomplete="given-name" />
      <Field {...bind('lastName')} autocomplete="family-name" />
      <Field {...bind('email')} type="email" inputMode="email" autocomplete="email" />
      <Field {...bind('phone')} type="tel" inputMode="tel" autocomplete="tel" hint={say('phoneHint')} />
    </div>
  )
}

export function AddressFields({
  countries,
  ...props
}: FieldsProps & { readonly countries: readonly Country[] }) {
  const { say } = useShop()
  const bind = useBinding(props)
  return (
    <div class="fields">
      <div class="fields__full">
        <Field {...bind('street')} autocomplete="street-address" />
      </div>
      <Field {...bind('district')} autocomplete="address-level2" />
      {props.form.country === 'TR' ? (
        <SelectField {...bind('province')} autocomplete="address-level1">
          <option value="">{say('choose')}</option>
          {PROVINCES.map((province) => (
            <option key={province}>{province}</option>
          ))}
        </SelectField>
      ) : (
        <Field {...bind('province')} autocomplete="address-level1" />
      )}
      <Field {...bind('postalCode')} inputMode="numeric" autocomplete="postal-code" />
      <SelectField {...bind('country')} autocomplete="country">
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
