import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { shopStateOf } from '../context/shops'
import { langOf } from '../pages/lang'
import { adminPage } from './admin-page'
import { adminTexts } from './texts'

/** GET /<shop>/services/payments_partners/gateways/<api_key>/settings: where the app sends the merchant when it is ready. */
export function settingsPage(c: Context, ctx: EmulatorContext) {
  const lang = langOf(c)
  const t = adminTexts[lang]
  const { configuration, settings } = shopStateOf(ctx, c.req.param('shop') ?? '')
  const ready = configuration?.ready === true
  const check = (name: string, label: string, on: boolean) =>
    html`<label class="row"><input type="checkbox" name="${name}" value="yes" ${on ? 'checked' : ''}> ${label}</label>`
  const radio = (value: string, label: string) =>
    html`<label class="row"><input type="radio" name="capture" value="${value}" ${settings.capture === value ? 'checked' : ''}> ${label}</label>`
  const body = html`<section class="card">
    <h1>${ctx.app.name ?? 'Craftgate'}: ${t.settings}</h1>
    ${c.req.query('saved') === undefined ? '' : html`<p class="note" role="status">${t.saved}</p>`}
    <p id="readiness" data-ready="${ready}">${ready ? `✓ ${t.ready}` : t.notReady}</p>
    ${configuration?.externalHandle ? html`<p>${t.account}: <strong>${configuration.externalHandle}</strong></p>` : ''}
    <form method="post" class="actions" id="settings-form">
      ${check('active', t.active, settings.active)} ${check('testMode', t.testMode, settings.testMode)}
      <fieldset><legend>${t.capture}</legend>${radio('automatic', t.automatic)} ${radio('manual', t.manual)}</fieldset>
      <p><button class="primary" type="submit">${t.save}</button></p>
    </form>
  </section>`
  return adminPage(c, ctx, { title: t.settings, lang, body })
}
