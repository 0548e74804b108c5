import { CheckField, Field } from '../parts/field'
import { useShop } from '../shop/shop-context'
import { type FieldsProps, PlaceFields, useBinding } from './checkout-fields'

/** Who the invoice is made out to: a person, by T.C. kimlik numarası if he likes, or a company, by its vergi kimlik numarası. */
export function InvoiceFields(props: FieldsProps) {
  const { say } = useShop()
  const { form, onInput } = props
  return (
    <>
      <div class="choices" role="radiogroup" aria-label={say('invoice')}>
        {(['person', 'company'] as const).map((kind) => (
          <label key={kind} class="choice" data-testid={`invoice-${kind}`}>
            <input
              type="radio"
              name="invoiceTo"
              value={kind}
              checked={form.invoiceTo === kind}
              onChange={() => onInput({ invoiceTo: kind })}
            />
            <span class="choice__text">
              <strong>{say(kind === 'person' ? 'invoiceOfPerson' : 'invoiceOfCompany')}</strong>
            </span>
          </label>
        ))}
      </div>
      {form.invoiceTo === 'person' ? <PersonFields {...props} /> : <CompanyFields {...props} />}
      <CheckField
        name="isSameAddress"
        label={say('isSameAddress')}
        checked={form.isSameAddress}
        onInput={({ currentTarget }) => onInput({ isSameAddress: currentTarget.checked })}
      />
      {!form.isSameAddress && <PlaceFields {...props} names={INVOICE} section="billing" />}
    </>
  )
}

function PersonFields(props: FieldsProps) {
  const { say } = useShop()
  const bind = useBinding(props)
  return (
    <div class="fields">
      <Field
        {...bind('identityNumber')}
        inputMode="numeric"
        maxLength={11}
        autocomplete="off"
        hint={say('identityNumberHint')}
      />
    </div>
  )
}

function CompanyFields(props: FieldsProps) {
  const bind = useBinding(props)
  return (
    <div class="fields">
      <div class="fields__full">
        <Field {...bind('companyName')} autocomplete="organization" />
      </div>
      <Field {...bind('taxOffice')} autocomplete="off" />
      <Field {...bind('taxNumber')} inputMode="numeric" maxLength={10} autocomplete="off" />
    </div>
  )
}

const INVOICE = {
  street: 'invoiceStreet',
  district: 'invoiceDistrict',
  province: 'invoiceProvince',
  postalCode: 'invoicePostalCode',
} as const
