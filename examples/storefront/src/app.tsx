import { useEffect } from 'preact/hooks'
import type { Collection } from './backend'
import { AccountPage } from './pages/account-page'
import { CartPage } from './pages/cart-page'
import { CataloguePage } from './pages/catalogue-page'
import { CheckoutPage } from './pages/checkout-page'
import { MissingPage } from './pages/missing-page'
import { OrderPage } from './pages/order-page'
import { PaymentPage } from './pages/payment-page'
import { ProductPage } from './pages/product-page'
import { Footer } from './parts/footer'
import { Header } from './parts/header'
import { type Route, useRoute } from './router'
import { useShop } from './shop/shop-context'
import { useLoaded } from './shop/use-loaded'

export function App() {
  const route = useRoute()
  const { backend } = useShop()
  const loaded = useLoaded(() => backend.collections(), [backend])
  const collections = loaded.state === 'ready' ? loaded.value : []
  const place = JSON.stringify(route)
  useEffect(() => {
    document.getElementById('main')?.focus({ preventScroll: true })
  }, [place])
  return (
    <>
      <Header collections={collections} route={route} />
      <main id="main" tabIndex={-1}>
        <Page route={route} collections={collections} />
      </main>
      <Footer />
    </>
  )
}

function Page({ route, collections }: { route: Route; collections: readonly Collection[] }) {
  switch (route.page) {
    case 'home':
      return <CataloguePage collections={collections} />
    case 'collection':
      return <CataloguePage key={route.slug} collections={collections} slug={route.slug} />
    case 'product':
      return <ProductPage key={route.slug} slug={route.slug} />
    case 'cart':
      return <CartPage />
    case 'checkout':
      return <CheckoutPage />
    case 'payment':
      return <PaymentPage key={route.reference} reference={route.reference} />
    case 'order':
      return <OrderPage key={route.code} code={route.code} fresh={route.fresh} />
    case 'account':
      return <AccountPage />
    case 'missing':
      return <MissingPage />
  }
}
