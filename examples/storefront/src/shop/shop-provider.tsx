import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import { backendFor, type Cart, type CartChange, type Language, type StorefrontConfig } from '../backend'
import { type Say, sayIn } from '../i18n'
import { formatPrice, type Price } from '../money/price'
import { Toast } from '../parts/toast'
import { type Message, type Shop, ShopContext } from './shop-context'

const LANGUAGE_KEY = 'zerdali.language'

export function ShopProvider({
  config,
  children,
}: {
  config: StorefrontConfig
  children: ComponentChildren
}) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(LANGUAGE_KEY) === 'en' ? 'en' : 'tr',
  )
  const [cart, setCart] = useState<Cart>()
  const [message, setMessage] = useState<Message>()
  const backend = useMemo(() => backendFor(config, language), [config, language])
  const say = useMemo(() => sayIn(language), [language])

  const reloadCart = useCallback(
    () => backend.cart().then(setCart, () => setMessage({ text: say('failed'), tone: 'bad' })),
    [backend, say],
  )
  useEffect(() => {
    document.documentElement.lang = language
    void reloadCart()
  }, [language, reloadCart])

  const change = useCallback(
    async (work: Promise<CartChange>) => {
      const result = await work.catch(() => undefined)
      if (result?.ok) setCart(result.cart)
      else setMessage({ text: result ? refusal(say, result) : say('failed'), tone: 'bad' })
      return result?.ok === true
    },
    [say],
  )

  const switchLanguage = () => {
    const next = language === 'tr' ? 'en' : 'tr'
    localStorage.setItem(LANGUAGE_KEY, next)
    setLanguage(next)
  }
  const money = (price: Price) => formatPrice(price, language)
  const shop: Shop = {
    backend,
    language,
    say,
    money,
    cart,
    change,
    reloadCart,
    switchLanguage,
    tell: setMessage,
  }
  return (
    <ShopContext.Provider value={shop}>
      {children}
      <Toast message={message} onGone={() => setMessage(undefined)} />
    </ShopContext.Provider>
  )
}

function refusal(say: Say, { problem, available }: Extract<CartChange, { ok: false }>): string {
  switch (problem) {
    case 'out-of-stock':
      return available ? say('outOfStockSome', { count: available }) : say('outOfStock')
    case 'coupon-unknown':
      return say('couponUnknown')
    case 'coupon-expired':
      return say('couponExpired')
    case 'coupon-used-up':
      return say('couponUsedUp')
    case 'refused':
      return say('refused')
  }
}
