import type { NodeEnv } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { priceText } from '../money/amount-text'
import { currenciesOf, type ProductSeed } from '../options/shop-seed'
import { type Lang, langOf } from '../pages/lang'
import { answerPage, type Html, svgAddress } from '../pages/shell'
import { cartOf } from './cart'
import { storefrontHeader } from './layout'
import { storefrontTexts } from './texts'

interface Selection {
  readonly shop: string
  readonly currency: string
  readonly lang: Lang
}

/** GET /<shop>/?currency=&lang= */
export function cataloguePage(c: Context<NodeEnv>, ctx: EmulatorContext) {
  const shop = c.req.param('shop') ?? ''
  const seed = knownSeed(ctx, shop)
  const lang = langOf(c)
  const currencies = currenciesOf(seed)
  const cart = cartOf(c, ctx)
  const asked = (cart?.lines.length ? cart.currency : undefined) ?? c.req.query('currency')
  const selection = { shop, lang, currency: currencies.find((one) => one === asked) ?? seed.currency }
  const body = html`${storefrontHeader(c, ctx, lang)}
  <main>
    <div class="row"><h1>${seed.name}</h1>${cart?.lines.length ? '' : currencyLinks(currencies, selection)}</div>
    <ul class="products">
      ${seed.products.filter(({ price }) => price[selection.currency] !== undefined).map((one) => card(one, selection))}
    </ul>
    ${cart?.lines.length ? toCheckout(shop, cart.id, lang) : html`<p class="soft">${storefrontTexts[lang].empty}</p>`}
  </main>`
  return answerPage(c, { title: seed.name, lang, body, look: 'shop' })
}

const currencyLinks = (currencies: readonly string[], { currency, lang }: Selection): Html =>
  html`<nav class="row" aria-label="${storefrontTexts[lang].currency}">
    ${currencies.map((one) =>
      one === currency
        ? html`<strong aria-current="true">${one}</strong>`
        : html`<a href="?currency=${one}">${one}</a>`,
    )}
  </nav>`

const toCheckout = (shop: string, id: string, lang: Lang): Html =>
  html`<p><a class="button primary" href="/${shop}/checkout/${id}">${storefrontTexts[lang].toCheckout}</a></p>`

const card = (product: ProductSeed, { shop, currency, lang }: Selection): Html =>
  html`<li class="card">
    ${product.image === undefined ? html`<div class="blank"></div>` : html`<img src="${svgAddress(product.image)}" alt="">`}
    <div class="body">
      <h2><a href="/${shop}/products/${product.sku}?currency=${currency}">${product.title}</a></h2>
      <p class="price number">${priceText(product.price[currency] ?? 0, currency, lang)}</p>
      <form method="post" action="/${shop}/cart">
        <input type="hidden" name="sku" value="${product.sku}">
        <input type="hidden" name="currency" value="${currency}">
        <button type="submit" aria-label="${storefrontTexts[lang].add}: ${product.title}">${storefrontTexts[lang].add}</button>
      </form>
    </div>
  </li>`
