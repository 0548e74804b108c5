import { useEffect, useRef, useState } from 'preact/hooks'
import type { Cart, Country, PaymentChoice, ShippingOption } from '../backend'
import { isZero } from '../money/price'
import { ChoiceList } from '../parts/choice-list'
import { Loading } from '../parts/loading'
import { OrderLines } from '../parts/order-lines'
import { PaymentLink } from '../parts/payment-link'
import { PaymentMethods } from '../parts/payment-methods'
import { Totals } from '../parts/totals'
import { go } from '../router'
import { useShop } from '../shop/shop-context'
import { useBusy } from '../shop/use-busy'
import { useLoaded } from '../shop/use-loaded'
import { AddressFields, ContactFields } from './checkout-fields'
import { type CheckoutErrors, contactOf, errorsOf, invoiceOf } from './checkout-form'
import { Consent, consentTo } from './consent'
import { InvoiceFields } from './invoice-fields'
import { rememberChoice, useRememberedForm } from './remembered-form'

interface Offer {
  readonly countries: readonly Country[]
  readonly shipping: readonly ShippingOption[]
}

export function CheckoutPage() {
  const { say, cart, backend } = useShop()
  const offer = useLoaded<Offer>(async () => {
    const [countries, shipping] = await Promise.all([backend.countries(), backend.shippingOptions()])
    return { countries, shipping }
  }, [backend])
  const empty = cart !== undefined && cart.lines.length === 0
  useEffect(() => {
    if (empty) go('/sepet', { replace: true })
  }, [empty])
  return (
    <div class="wrap section">
      <h1>{say('checkout')}</h1>
      <Loading what={offer}>{(ready) => (cart ? <Checkout cart={cart} offer={ready} /> : null)}</Loading>
    </div>
  )
}

function Checkout({ cart, offer }: { cart: Cart; offer: Offer }) {
  const { say, money, backend, change, tell } = useShop()
  const [form, setForm] = useRememberedForm()
  const [errors, setErrors] = useState<CheckoutErrors>({})
  const [choice, setChoice] = useState<PaymentChoice>()
  const [payLink, setPayLink] = useState<string>()
  const [busy, setBusy] = useBusy()
  const isPaidLater = choice?.isPaidLater ?? false
  const element = useRef<HTMLFormElement>(null)
  const chosenShipping = cart.shippingOptionId
  const [cheapest] = offer.shipping

  useEffect(() => {
    const offered = offer.shipping.some(({ id }) => id === chosenShipping)
    if (!offered && cheapest && !busy) void change(backend.chooseShipping(cheapest.id))
  }, [chosenShipping, cheapest?.id, busy])

  const pay = async (event: Event) => {
    event.preventDefault()
    const found = errorsOf(form)
    setErrors(found)
    const [first] = Object.keys(found)
    if (first) {
      tell({ text: say('fixFields'), tone: 'bad' })
      element.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus()
      return
    }
    setBusy(true)
    setPayLink(undefined)
    if (choice) rememberChoice(choice)
    try {
      await backend.setRecipient({
        contact: contactOf(form),
        address: form,
        invoice: invoiceOf(form),
        consent: consentTo(cart, form, { say, money }),
      })
      const begun = await backend.beginPayment(choice)
      if (begun.ok && begun.payLink === undefined) return go(`/odeme/${encodeURIComponent(begun.reference)}`)
      if (begun.ok) return setPayLink(begun.payLink)
      tell({ text: begun.message || say('refused'), tone: 'bad' })
    } catch {
      tell({ text: say('failed'), tone: 'bad' })
    }
    setBusy(false)
  }

  const input = (part: Partial<typeof form>) => {
    setForm({ ...form, ...part })
    const corrected = Object.keys(part)
    setErrors(Object.fromEntries(Object.entries(errors).filter(([name]) => !corrected.includes(name))))
  }
  const fields = { form, errors, onInput: input }
  return (
    <form class="columns" onSubmit={pay} noValidate ref={element}>
      <div class="steps">
        <fieldset class="panel step">
          <legend>{say('contact')}</legend>
          <ContactFields {...fields} />
        </fieldset>
        <fieldset class="panel step">
          <legend>{say('address')}</legend>
          <AddressFields {...fields} countries={offer.countries} />
        </fieldset>
        <fieldset class="panel step">
          <legend>{say('invoice')}</legend>
          <InvoiceFields {...fields} />
        </fieldset>
        <fieldset class="panel step" disabled={busy}>
          <legend>{say('delivery')}</legend>
          <ChoiceList
            name="shipping"
            chosen={chosenShipping}
            onChoose={(id) => void change(backend.chooseShipping(id))}
            choices={offer.shipping.map(({ id, name, description, price }) => ({
              id,
              title: name,
              text: withoutTags(description),
              aside: isZero(price) ? say('free') : money(price),
            }))}
          />
        </fieldset>
        <section class="panel step" aria-labelledby="payment-title">
          <h2 id="payment-title">{say('payment')}</h2>
          <PaymentMethods cart={cart} disabled={busy} onChoose={setChoice} />
        </section>
      </div>
      <aside class="panel summary" aria-label={say('summary')}>
        <h2>{say('summary')}</h2>
        <OrderLines lines={cart.lines} />
        <Totals of={cart} shippingKnown={chosenShipping !== undefined} />
        <Consent {...fields} cart={cart} />
        {payLink && <PaymentLink payLink={payLink} choice={choice} />}
        <button
          type="submit"
          class="button button--wide"
          disabled={busy || !choice || chosenShipping === undefined}
          data-testid="pay"
        >
          {busy ? say('wait') : say(isPaidLater ? 'placeOrder' : 'pay', { price: money(cart.total) })}
        </button>
        {!isPaidLater && <p class="quiet small">{say('paySafe')}</p>}
      </aside>
    </form>
  )
}

/** Shop admins edit descriptions as rich text. */
const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '')
