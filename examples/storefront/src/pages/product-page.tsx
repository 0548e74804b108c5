import { useState } from 'preact/hooks'
import type { Product, Variant } from '../backend'
import { Installments } from '../parts/installments'
import { Link } from '../parts/link'
import { Loading } from '../parts/loading'
import { Perks } from '../parts/perks'
import { Quantity } from '../parts/quantity'
import { useShop } from '../shop/shop-context'
import { useLoaded } from '../shop/use-loaded'
import { MissingPage } from './missing-page'

export function ProductPage({ slug }: { slug: string }) {
  const { backend } = useShop()
  const product = useLoaded(() => backend.product(slug), [backend, slug])
  return (
    <Loading what={product}>{(found) => (found ? <ProductView product={found} /> : <MissingPage />)}</Loading>
  )
}

function ProductView({ product }: { product: Product }) {
  const { say } = useShop()
  return (
    <div class="wrap product">
      <div class="product__picture">
        {product.picture && <img src={product.picture} alt={product.name} width="1200" height="1200" />}
      </div>
      <div class="product__text">
        {product.collection && (
          <Link href={`/koleksiyon/${product.collection.slug}`} class="crumb">
            ← {product.collection.name}
          </Link>
        )}
        <h1 data-testid="product-name">{product.name}</h1>
        <p class="product__description">{product.description}</p>
        <BuyForm product={product} />
        <Perks />
        <p class="hidden">{say('vatIncluded')}</p>
      </div>
    </div>
  )
}

function BuyForm({ product }: { product: Product }) {
  const { say, money, backend, change, tell } = useShop()
  const [chosen, setChosen] = useState(() => firstChoice(product))
  const [quantity, setQuantity] = useState(1)
  const [busy, setBusy] = useState(false)
  const variant = variantOf(product, chosen)
  const buy = async (event: Event) => {
    event.preventDefault()
    if (!variant) return
    setBusy(true)
    if (await change(backend.add(variant.id, quantity))) {
      const link = { href: '/sepet', text: say('goToCart') }
      tell({ text: say('added', { name: variant.name }), tone: 'good', link })
    }
    setBusy(false)
  }
  return (
    <form class="buy" onSubmit={buy}>
      {product.groups.map((group, index) => (
        <fieldset key={group.id} class="options">
          <legend>{group.name}</legend>
          <div class="options__row">
            {group.options.map((option) => (
              <label key={option.id} class="option">
                <input
                  type="radio"
                  name={group.id}
                  value={option.id}
                  checked={chosen[index] === option.id}
                  onChange={() => setChosen(chosen.with(index, option.id))}
                />
                <span>{option.name}</span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <p class="buy__price">
        <span data-testid="price">{variant ? money(variant.price) : ''}</span>
        <small class="quiet">{say('vatIncluded')}</small>
        <Stock stock={variant?.stock ?? 'out'} />
      </p>
      <div class="buy__row">
        <Quantity value={quantity} onChange={setQuantity} label={say('quantity')} busy={busy} />
        <button
          type="submit"
          class="button button--wide"
          disabled={busy || !variant || variant.stock === 'out'}
          data-testid="add-to-cart"
        >
          {busy ? say('wait') : say('addToCart')}
        </button>
      </div>
      {variant && <Installments variant={variant} />}
    </form>
  )
}

const STOCK_WORDS = { in: 'inStock', low: 'lowStock', out: 'soldOut' } as const

function Stock({ stock }: { stock: Variant['stock'] }) {
  const { say } = useShop()
  return <span class={`badge badge--${stock}`}>{say(STOCK_WORDS[stock])}</span>
}

/** The options of the first variant that can be bought. */
function firstChoice(product: Product): readonly string[] {
  const variant = product.variants.find(({ stock }) => stock !== 'out') ?? product.variants[0]
  return product.groups.map(
    (group) => group.options.find(({ id }) => variant?.optionIds.includes(id))?.id ?? '',
  )
}

function variantOf(product: Product, chosen: readonly string[]): Variant | undefined {
  return product.variants.find(({ optionIds }) => chosen.every((id) => optionIds.includes(id)))
}
