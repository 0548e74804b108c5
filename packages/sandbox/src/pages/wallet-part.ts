import { html } from 'hono/html'
import { checkoutPath, withOptions } from './page-options'
import { priceText } from './price-text'
import type { HostedState } from './read-pay-form'
import type { Html } from './shell'
import { textsOf } from './texts'

/** The button that pays from the shopper's wallet, where it holds enough. */
export function walletForm({ view, options }: HostedState): Html {
  if (!view.wallet?.paysWhole) return html``
  const price = priceText(view.wallet.usable, view.currency, options.lang)
  return html`<form id="wallet-form" method="post" action="${withOptions(`${checkoutPath(view.token)}/wallet`, options)}">
    <button class="secondary" type="submit">${textsOf(options.lang).walletPay(price)}</button>
  </form>`
}

/** The switch that takes what the wallet holds, and the rest from the card. */
export function walletSwitch({ view, typed, options }: HostedState): Html {
  if (view.wallet === undefined || view.wallet.paysWhole) return html``
  const price = priceText(view.wallet.usable, view.currency, options.lang)
  return html`<label class="switch" id="use-wallet"><input type="checkbox" name="useWallet" value="true" ${typed?.useWallet ? 'checked' : ''}> <span>${textsOf(options.lang).walletUse(price)}</span></label>`
}
