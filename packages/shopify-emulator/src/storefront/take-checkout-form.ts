import { setQuantity, useCoupon } from '../checkouts/change-checkout'
import type { Address, Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { currenciesOf } from '../options/shop-seed'

/** What the page has to say about a form. */
export type FormNotice = 'bad-coupon' | 'changed'

export const ADDRESS_FIELDS = [
  'given_name',
  'family_name',
  'line1',
  'line2',
  'city',
  'postal_code',
  'country_code',
] as const

/** Takes over whatever the buyer filled in; fields that are not in the form stay as they are. */
export function takeCheckoutForm(
  ctx: EmulatorContext,
  checkout: Checkout,
  form: URLSearchParams,
): FormNotice | undefined {
  for (const { id: lineId } of [...checkout.lines]) {
    const quantity = Number.parseInt(form.get(`quantity-${lineId}`) ?? '', 10)
    if (quantity >= 0 && quantity <= 999) setQuantity(ctx, checkout, { lineId, quantity })
  }
  takeCurrency(ctx, checkout, form.get('currency'))
  checkout.shipping = form.get('shipping') ?? checkout.shipping
  takeCustomer(checkout, form)
  ctx.changed()
  const coupon = form.get('coupon')
  return coupon === null || useCoupon(ctx, checkout, coupon) ? undefined : 'bad-coupon'
}

function takeCurrency(ctx: EmulatorContext, checkout: Checkout, currency: string | null): void {
  const known = currenciesOf(knownSeed(ctx, checkout.shop)).find((one) => one === currency)
  checkout.currency = known ?? checkout.currency
}

function takeCustomer(checkout: Checkout, form: URLSearchParams): void {
  const { customer } = checkout
  const address: Record<string, string> = {}
  for (const field of ADDRESS_FIELDS) {
    const typed = form.get(field)
    if (typed !== null) address[field] = typed.trim()
  }
  const phone = form.get('phone')?.trim() ?? customer.phone
  const merged: Address = { ...customer.address, ...address, ...(phone ? { phone_number: phone } : {}) }
  checkout.customer = { email: form.get('email')?.trim() ?? customer.email, phone, address: merged }
}
