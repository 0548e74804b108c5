import { CraftgateError } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { memberWords } from './words'

/** What Craftgate answered, or why it did not. Throws what is no CraftgateError. */
export async function asked<T>(question: Promise<T>): Promise<T | CraftgateError> {
  try {
    return await question
  } catch (error) {
    if (CraftgateError.is(error)) return error
    throw error
  }
}

/** An account without members or wallets is explained; one that cannot be asked now is said to be so. */
export function whyNot({ lang }: UserRequest, error: CraftgateError): Html {
  const words = memberWords[lang]
  if (error.kind !== 'invalid-request' && error.kind !== 'unauthorized')
    return notice(error.merchantMessage[lang], 'bad')
  return html`<div class="card"><p>${words.unavailable}</p><p class="help">${words.unavailableHelp}</p>
    <p class="detail">${words.craftgateSays}: ${error.merchantMessage[lang]}</p></div>`
}
