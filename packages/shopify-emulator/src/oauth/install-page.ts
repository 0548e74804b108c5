import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { langOf } from '../pages/lang'
import { answerPage } from '../pages/shell'

const texts = {
  tr: {
    title: (app: string) => `${app} uygulamasını yükle`,
    text: (shop: string) => `Bu uygulama ${shop} mağazasında şunları yapabilecek:`,
    can: ['Ödeme oturumlarını sonuçlandırmak', 'Ödeme sağlayıcısı ayarlarını bildirmek'],
    asked: 'İstenen kapsam',
    granted: 'eklentiyle kendiliğinden verilir',
    button: 'Yükle',
    error: 'Uygulama yüklenemedi',
  },
  en: {
    title: (app: string) => `Install ${app}`,
    text: (shop: string) => `On ${shop} this app will be able to:`,
    can: ['Finish payment sessions', 'Tell the state of its payment provider'],
    asked: 'Scopes asked for',
    granted: 'granted by the extension itself',
    button: 'Install',
    error: 'The app cannot be installed',
  },
}

interface Installing {
  readonly ctx: EmulatorContext
  readonly shop: string
  readonly action: string
  readonly scope: string
}

/** The merchant's consent: one button, which posts to the same address. */
export function installPage(c: Context, { ctx, shop, action, scope }: Installing) {
  const lang = langOf(c)
  const t = texts[lang]
  const title = t.title(ctx.app.name ?? 'Craftgate')
  const { pathname, search } = new URL(action)
  const body = html`<main class="thanks"><div class="card">
    <h1>${title}</h1>
    <p>${t.text(knownSeed(ctx, shop).name)}</p>
    <ul>${t.can.map((line) => html`<li>✓ ${line}</li>`)}</ul>
    <p class="soft">${t.asked}: <code>${scope === '' ? t.granted : scope}</code></p>
    <form method="post" action="${pathname + search}" id="install-form">
      <button class="primary" type="submit">${t.button}</button>
    </form>
  </div></main>`
  return answerPage(c, { title, lang, body, look: 'admin' })
}

export function oauthErrorPage(c: Context, sentence: string) {
  const lang = langOf(c)
  const body = html`<main class="thanks"><div class="alert" role="alert">
    <strong>${texts[lang].error}</strong> ${sentence}
  </div></main>`
  return answerPage(c, { title: texts[lang].error, lang, body, look: 'admin', status: 400 })
}
