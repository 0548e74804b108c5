import type { ComponentChildren } from 'preact'
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { backendFor, type Cart, type CartChange, type Language, type StorefrontConfig } from '../backend'
import { type Say, sayIn } from '../i18n'
import { formatPrice, type Price } from '../money/price'
import { Toast } from '../parts/toast'
import { chosenLanguage, keepLanguage } from './language'
import { type Message, type Shop, ShopContext } from './shop-context'

export function ShopProvider({
  config,
  children,
}: {
  config: StorefrontConfig
  children: ComponentChildren
}) {
  const [language, setLanguage] = useState<Language>(() => chosenLanguage(document.cookie))
  const [cart, setCart] = useState<Cart>()
  const [message, setMessage] = useState<Message>()
  const backend = useMemo(() => backendFor(config, language), [config, language])
  const say = useMemo(() => sayIn(language), [language])

  // Answers may overtake each other: only the one to the newest question tells how the cart is.
  const newest = useRef(0)
  const asking = useCallback(<T,>(work: Promise<T>, cartOf: (answer: T) => Cart | undefined) => {
    const ticket = ++newest.current
    return work.then((answer) => {
      if (ticket === newest.current) setCart(cartOf(answer))
      return answer
    })
  }, [])

  const reloadCart = useCallback(
    () =>
      asking(backend.cart(), (found) => found).then(
        () => {},
        () => setMessage({ text: say('failed'), tone: 'bad' }),
      ),
    [backend, say, asking],
  )
  useEffect(() => {
    document.documentElement.lang = language
    void reloadCart()
  }, [language, reloadCart])

  const change = useCallback(
    async (work: Promise<CartChange>) => {
      const changed = work.then(async (result) => ({
        result,
        cart: result.ok ? result.cart : await backend.cart(),
      }))
      const answer = await asking(changed, ({ cart: now }) => now).catch(() => undefined)
      if (!answer) setMessage({ text: say('failed'), tone: 'bad' })
      else if (!answer.result.ok) setMessage({ text: refusal(say, answer.result), tone: 'bad' })
      return answer?.result.ok === true
    },
    [backend, say, asking],
  )

  const switchLanguage = () => {
    const next = language === 'tr' ? 'en' : 'tr'
    keepLanguage(next)
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
    case 'coupon-not-now':
      return say('couponNotNow')
    case 'refused':
      return say('refused')
  }
}
