import type { HTMLElement } from 'node-html-parser'
import type { HtmlForm } from './html-form'
import type { MethodChoice, MethodOutcome } from './shopper-result'
import { testAppCode, testOtp } from './test-cards'

const WRONG_CODE = '000000'

/** Types what a tab asks. */
export function fillMethodForm(form: HtmlForm, choice: MethodChoice): HtmlForm {
  const { outcome = 'paid', phone = '5321112233', cardNumber = '6375000000000001' } = choice
  if (form.has('phone')) form.set('phone', phone)
  if (form.has('cardNumber')) form.set('cardNumber', cardNumber)
  if (form.has('code')) form.set('code', outcome === 'paid' ? testAppCode : WRONG_CODE)
  if (form.has('bankCode')) form.set('bankCode', choice.bankCode ?? firstBank(form))
  return form
}

const firstBank = (form: HtmlForm): string => form.offers('bankCode').find((code) => code !== '') ?? ''

const ACTIONS: Record<Exclude<MethodOutcome, 'stay'>, string> = {
  paid: 'approve',
  declined: 'decline',
  cancelled: 'cancel',
  'wrong-code': 'code',
  waiting: 'wait',
  late: 'wait-late',
  never: 'wait-never',
  unclear: 'unclear',
}

/**
 * What is sent from a provider's page to come nearer to an outcome: the button, and what is typed. Throws when the page
 * has no way there.
 */
export function providerAnswer(
  form: HTMLElement,
  outcome: Exclude<MethodOutcome, 'stay'>,
): Readonly<Record<string, string>> {
  const buttons = form.querySelectorAll('button[name=action]').map((button) => button.getAttribute('value'))
  if (outcome === 'cancelled') return { action: 'cancel' }
  if (buttons.includes('log-in')) return { action: 'log-in', value: 'ayse@example.com' }
  if (buttons.includes('choose')) return { action: 'choose' }
  if (buttons.includes('code') && outcome === 'paid') return { action: 'code', value: testOtp }
  const action = ACTIONS[outcome]
  if (!buttons.includes(action))
    throw new Error(`The page has no way to "${outcome}", only ${buttons.join(', ')}`)
  return outcome === 'wrong-code' ? { action, value: WRONG_CODE } : { action }
}
