import type { NodeEnv } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { decimalText, priceText } from '../money/amount-text'
import { currenciesOf, type ProductSeed } from '../options/shop-seed'
import { langOf } from '../pages/lang'
import { answerThemePage, svgAddress } from '../pages/shell'
import { storefrontHeader } from './layout'
import { storefrontTexts } from './texts'
import { sectionBlocks } from './theme-extension'

/** GET /<shop>/products/<sku>?currency=&lang=: the product, with the blocks of the app's theme extension. */
export async function productPage(c: Context<NodeEnv>, ctx: EmulatorContext): Promise<Response> {
  const shop = c.req.param('shop') ?? ''
  const seed = knownSeed(ctx, shop)
  const lang = langOf(c)
  const currency = currenciesOf(seed).find((one) => one === c.req.query('currency')) ?? seed.currency
  const product = seed.products.find(({ sku }) => sku === c.req.param('sku'))
  const price = product?.price[currency]
  if (product === undefined || price === undefined) return c.text('Not sold here in this currency.\n', 404)
  const blocks = await sectionBlocks(ctx, {
    shop: { permanent_domain: shop },
    product: liquidProduct(product, hundredths(price, currency)),
    cart: { currency: { iso_code: currency } },
    request: { locale: { iso_code: lang } },
  })
  const t = storefrontTexts[lang]
  const body = html`${storefrontHeader(c, ctx, lang)}
  <main>
    <h1>${product.title}</h1>
    ${product.image === undefined ? '' : html`<img src="${svgAddress(product.image)}" alt="" width="240">`}
    <p class="price number">${priceText(price, currency, lang)}</p>
    ${raw(blocks)}
    <form method="post" action="/${shop}/cart">
      <input type="hidden" name="sku" value="${product.sku}">
      <input type="hidden" name="currency" value="${currency}">
      <button class="primary" type="submit">${t.add}</button>
    </form>
  </main>`
  return answerThemePage(c, { title: product.title, lang, body })
}

/** Liquid's prices are hundredths, whatever digits the currency has. */
const hundredths = (price: number, currency: string): number =>
  Math.round(Number(decimalText(price, currency)) * 100)

/** As Liquid knows it. The emulator's products have one variant each. */
function liquidProduct({ sku, title }: ProductSeed, price: number) {
  const variant = { id: sku, price }
  return { title, price, variants: [variant], selected_or_first_available_variant: variant }
}
