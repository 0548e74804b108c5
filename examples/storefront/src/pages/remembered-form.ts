import { type CheckoutForm, EMPTY_FORM } from './checkout-form'

const KEY = 'zerdali.checkout'

/** What the shopper typed, kept in this tab only, so that a declined card does not cost the address. */
export function loadForm(): CheckoutForm {
  try {
    return { ...EMPTY_FORM, ...JSON.parse(sessionStorage.getItem(KEY) ?? '{}') }
  } catch {
    return EMPTY_FORM
  }
}

export function saveForm(form: CheckoutForm): void {
  sessionStorage.setItem(KEY, JSON.stringify(form))
}

const METHOD_KEY = 'zerdali.payment-method'

/** How the shopper chose to pay, so that another try is the same kind of payment. */
export function rememberedMethod(): string | undefined {
  return sessionStorage.getItem(METHOD_KEY) ?? undefined
}

export function rememberMethod(code: string): void {
  sessionStorage.setItem(METHOD_KEY, code)
}
