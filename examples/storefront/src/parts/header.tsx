import type { Collection } from '../backend'
import type { Route } from '../router'
import { useShop } from '../shop/shop-context'
import { Link } from './link'

export function Header({ collections, route }: { collections: readonly Collection[]; route: Route }) {
  const { say, cart, language, switchLanguage } = useShop()
  const pieces = cart?.pieces ?? 0
  const current = (slug: string) => (route.page === 'collection' && route.slug === slug ? 'page' : undefined)
  return (
    <header class="header">
      <a class="skip" href="#main">
        {say('skip')}
      </a>
      <div class="header__row wrap">
        <Link href="/" class="brand" data-testid="home">
          <img src="/zerdali.svg" alt="" width="34" height="34" />
          <span>Zerdali</span>
        </Link>
        <nav class="nav" aria-label={say('menu')}>
          {collections.map(({ slug, name }) => (
            <Link key={slug} href={`/koleksiyon/${slug}`} aria-current={current(slug)}>
              {name}
            </Link>
          ))}
        </nav>
        <div class="header__tools">
          <button
            type="button"
            class="language"
            onClick={switchLanguage}
            lang={language === 'tr' ? 'en' : 'tr'}
            data-testid="language"
          >
            {say('language')}
          </button>
          <Link href="/hesap" class="language" data-testid="account-link">
            {say('account')}
          </Link>
          <Link href="/sepet" class="cart-link" data-testid="cart-link">
            <CartIcon />
            <span class="cart-link__word">{say('cart')}</span>
            <span class="cart-link__count" data-testid="cart-count">
              <span aria-hidden="true">{pieces}</span>
              <span class="hidden">{say('cartCount', { count: pieces })}</span>
            </span>
          </Link>
        </div>
      </div>
    </header>
  )
}

function CartIcon() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      aria-hidden="true"
    >
      <path d="M5 8h14l-1.2 10.2a2 2 0 0 1-2 1.8H8.200a2 2 0 0 1-2-1.800L5 8Z" stroke-linejoin="round" />
      <path d="M8.500 8V7a3.500 3.500 0 0 1 7 0v1" stroke-linecap="round" />
    </svg>
  )
}
