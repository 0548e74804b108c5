import type { ComponentChildren } from 'preact'
import type { Country } from '../backend'
import { Field, SelectField } from '../parts/field'
import { useShop } from '../shop/shop-context'
import type { CheckoutErrors, CheckoutForm, TextField } from './checkout-form'
import { PROVINCES } from './provinces'

export interface FieldsProps {
  readonly form: CheckoutForm
  readonly errors: CheckoutErrors
  readonly onInput: (part: Partial<CheckoutForm>) => void
}

/** Value, error and handler of one field. */
export function useBinding({ form, errors, onInput }: FieldsProps) {
  const { say } = useShop()
  return (name: TextField) => {
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

interface PlaceProps extends FieldsProps {
  readonly names: Readonly<Record<'street' | 'district' | 'province' | 'postalCode', TextField>>
  /** Which of the shopper's addresses a browser fills in. */
  readonly section: 'shipping' | 'billing'
  /** More fields of the same place. */
  readonly children?: ComponentChildren
}

/** Where something goes; the provinces of Turkey are chosen from a list. */
export function PlaceFields({ names, section, children, ...props }: PlaceProps) {
  const { say } = useShop()
  const bind = useBinding(props)
  const province = { ...bind(names.province), autocomplete: `${section} address-level1` }
  return (
    <div class="fields">
      <div class="fields__full">
        <Field {...bind(names.street)} autocomplete={`${section} street-address`} />
      </div>
      <Field {...bind(names.district)} autocomplete={`${section} address-level2`} />
      {props.form.country === 'TR' ? (
        <SelectField {...province}>
          <option value="">{say('choose')}</option>
          {PROVINCES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </SelectField>
      ) : (
        <Field {...province} />
      )}
      <Field {...bind(names.postalCode)} inputMode="numeric" autocomplete={`${section} postal-code`} />
      {children}
    </div>
  )
}

const DELIVERY = {
  street: 'street',
  district: 'district',
  province: 'province',
  postalCode: 'postalCode',
} as const

export function AddressFields({
  countries,
  ...props
}: FieldsProps & { readonly countries: readonly Country[] }) {
  const bind = useBinding(props)
  return (
    <PlaceFields {...props} names={DELIVERY} section="shipping">
      <SelectField {...bind('country')} autocomplete="shipping country">
        {countries.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
    </PlaceFields>
  )
}
