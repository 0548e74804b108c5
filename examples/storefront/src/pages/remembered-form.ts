import { useEffect, useState } from 'preact/hooks'
import type { PaymentChoice } from '../backend'
import { type CheckoutForm, EMPTY_FORM } from './checkout-form'

const KEY = 'zerdali.checkout'
/** Agreed to anew for each order, and nobody's number stays in a browser that others may use. */
const NOT_KEPT = { hasAgreed: false, identityNumber: '' } as const

/**
 * What the shopper typed so far: kept while he types, and the same in all tabs of this browser, so that neither a declined card
 * nor a second tab costs the address.
 */
export function useRememberedForm(): [CheckoutForm, (form: CheckoutForm) => void] {
  const [form, setForm] = useState(load)
  useEffect(() => {
    const changedElsewhere = ({ key }: StorageEvent) => {
      if (key === KEY) setForm(({ hasAgreed, identityNumber }) => ({ ...load(), hasAgreed, identityNumber }))
    }
    window.addEventListener('storage', changedElsewhere)
    return () => window.removeEventListener('storage', changedElsewhere)
  }, [])
  const change = (next: CheckoutForm) => {
    setForm(next)
    localStorage.setItem(KEY, JSON.stringify({ ...next, ...NOT_KEPT }))
  }
  return [form, change]
}

function load(): CheckoutForm {
  try {
    return { ...EMPTY_FORM, ...JSON.parse(localStorage.getItem(KEY) ?? '{}') }
  } catch {
    return EMPTY_FORM
  }
}

const CHOICE_KEY = 'zerdali.payment-choice'

/** How the shopper chose to pay, so that another try is the same kind of payment. */
export function rememberedChoice(): PaymentChoice | undefined {
  try {
    return JSON.parse(localStorage.getItem(CHOICE_KEY) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}

export function rememberChoice({ id, entry, method, isPaidLater }: PaymentChoice): void {
  localStorage.setItem(CHOICE_KEY, JSON.stringify({ id, entry, method, isPaidLater }))
}
