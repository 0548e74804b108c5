import type { ProductCard } from '../backend'
import { useShop } from '../shop/shop-context'
import { Link } from './link'

export function ProductGrid({ products }: { products: readonly ProductCard[] }) {
  return (
    <ul class="grid" data-testid="product-grid">
      {products.map((product) => (
        <li key={product.slug}>
          <Card product={product} />
        </li>
      ))}
    </ul>
  )
}

function Card({ product }: { product: ProductCard }) {
  const { say, money } = useShop()
  const price = money(product.price)
  return (
    <Link href={`/urun/${product.slug}`} class="card" data-testid={`product-${product.slug}`}>
      <span class="card__picture">
        {product.picture && <img src={product.picture} alt="" loading="lazy" width="640" height="640" />}
        {!product.inStock && <span class="badge badge--out">{say('soldOut')}</span>}
      </span>
      <span class="card__name">{product.name}</span>
      <span class="card__price">{product.isFrom ? say('from', { price }) : price}</span>
    </Link>
  )
}
