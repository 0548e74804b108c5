import { useEffect, useState } from 'preact/hooks'

export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'collection'; readonly slug: string }
  | { readonly page: 'product'; readonly slug: string }
  | { readonly page: 'cart' }
  | { readonly page: 'checkout' }
  | { readonly page: 'payment'; readonly reference: string }
  | { readonly page: 'order'; readonly code: string; readonly fresh: boolean }
  | { readonly page: 'account' }
  | { readonly page: 'missing' }

/** Craftgate's return leads to /odeme/{reference}. */
export function readRoute(pathname: string, search: string): Route {
  const [first, second, ...rest] = pathname.split('/').filter(Boolean).map(decodeURIComponent)
  const query = new URLSearchParams(search)
  if (rest.length > 0) return { page: 'missing' }
  if (!first) return { page: 'home' }
  if (first === 'sepet' && !second) return { page: 'cart' }
  if (first === 'odeme' && !second) return { page: 'checkout' }
  if (first === 'hesap' && !second) return { page: 'account' }
  if (!second) return { page: 'missing' }
  if (first === 'odeme') return { page: 'payment', reference: second }
  if (first === 'siparis') return { page: 'order', code: second, fresh: query.has('yeni') }
  if (first === 'koleksiyon') return { page: 'collection', slug: second }
  if (first === 'urun') return { page: 'product', slug: second }
  return { page: 'missing' }
}

const MOVED = 'zerdali:moved'

export function go(path: string, { replace = false } = {}): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path)
  window.dispatchEvent(new Event(MOVED))
  window.scrollTo(0, 0)
}

export function useRoute(): Route {
  const [route, setRoute] = useState(here)
  useEffect(() => {
    const moved = () => setRoute(here())
    window.addEventListener('popstate', moved)
    window.addEventListener(MOVED, moved)
    return () => {
      window.removeEventListener('popstate', moved)
      window.removeEventListener(MOVED, moved)
    }
  }, [])
  return route
}

const here = () => readRoute(location.pathname, location.search)
