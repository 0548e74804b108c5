import { Link } from '../parts/link'
import { useShop } from '../shop/shop-context'

export function MissingPage() {
  const { say } = useShop()
  return (
    <div class="wrap section">
      <div class="notice">
        <h1>{say('notFound')}</h1>
        <Link href="/" class="button">
          {say('continueShopping')}
        </Link>
      </div>
    </div>
  )
}
