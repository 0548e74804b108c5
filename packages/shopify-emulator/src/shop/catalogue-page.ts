import type { Context } from 'hono'
import { html } from 'hono/html'
import type { NodeEnv } from '../http/cut'
import { priceText } from '../money/price-text'
import type { ProductSeed } from '../options/shop-seed'
import { type Lang, langOf } from '../pages/lang'
import { answerPage, type Html, svgAddress } from '../pages/shell'
import { knownSeed, type World } from '../world'
import { cartOf } from './cart'
import { currenciesOf } from './currencies'
import { shopTop } from './shop-top'
import { shopTexts } from './texts'

interface Shown {
  readonly shop: string
  readonly currency: string
  readonly lang: Lang
}

/** GET /<shop>/?currency=&lang= */
export function cataloguePage(c: Context<NodeEnv>, world: World) {
  const shop = c.req.param('shop') ?? ''
  const seed = knownSeed(world, shop)
  const lang = langOf(c)
  const currencies = currenciesOf(seed)
  const cart = cartOf(c, world)
  const asked = (cart?.lines.length ? cart.currency : undefined) ?? c.req.query('currency')
  const shown = { shop, lang, currency: currencies.find((one) => one === asked) ?? seed.currency }
  const body = html`${shopTop(c, world, lang)}
  <main>
    <div class="row"><h1>${seed.name}</h1>${cart?.lines.length ? '' : currencyLinks(currencies, shown)}</div>
    <ul class="products">
      ${seed.products.filter(({ price }) => price[shown.currency] !== undefined).map((one) => card(one, shown))}
    </ul>
    ${cart?.lines.length ? toCheckout(shop, cart.id, lang) : html`<p class="soft">${shopTexts[lang].empty}</p>`}
  </main>`
  return answerPage(c, { title: seed.name, lang, body, look: 'shop' })
}

const currencyLinks = (currencies: readonly string[], { currency, lang }: Shown): Html =>
  html`<nav class="row" aria-label="${shopTexts[lang].currency}">
    ${currencies.map((one) =>
      one === currency
        ? html`<strong aria-current="true">${one}</strong>`
        : html`<a href="?currency=${one}">${one}</a>`,
    )}
  </nav>`

const toCheckout = (shop: string, id: string, lang: Lang): Html =>
  html`<p><a class="button primary" href="/${shop}/checkout/${id}">${shopTexts[lang].toCheckout}</a></p>`

const card = (product: ProductSeed, { shop, currency, lang }: Shown): Html =>
  html`<li class="card">
    ${product.image === undefined ? html`<div class="blank"></div>` : html`<img src="${svgAddress(product.image)}" alt="">`}
    <div class="body">
      <h2>${product.title}</h2>
      <p class="price number">${priceText(product.price[currency] ?? 0, currency, lang)}</p>
      <form method="post" action="/${shop}/cart">
        <input type="hidden" name="sku" value="${product.sku}">
        <input type="hidden" name="currency" value="${currency}">
        <button type="submit" aria-label="${shopTexts[lang].add}: ${product.title}">${shopTexts[lang].add}</button>
      </form>
    </div>
  </li>`
