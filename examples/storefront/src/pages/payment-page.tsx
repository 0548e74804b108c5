import type { StorefrontPayment } from '@craftgate-commerce/storefront'
import { useEffect, useState } from 'preact/hooks'
import { useComponents } from '../parts/components'
import { Link } from '../parts/link'
import { PaymentLink } from '../parts/payment-link'
import { go } from '../router'
import { useShop } from '../shop/shop-context'
import { useBusy } from '../shop/use-busy'
import { rememberedChoice } from './remembered-form'
import { renderedPayment } from './rendered-payment'

const PAID: ReadonlySet<StorefrontPayment['state']> = new Set(['paid', 'authorized', 'in-review'])

/** Where the shopper lands after the payment page, whatever happened there. The server has it ready before any script runs. */
export function PaymentPage({ reference }: { reference: string }) {
  const { say, language, backend, reloadCart, tell } = useShop()
  const settings = useComponents()
  const [payLink, setPayLink] = useState<string>()
  const [busy, setBusy] = useBusy()
  useEffect(backLeadsToCart, [reference])
  const told = ({ detail }: CustomEvent<StorefrontPayment>) => {
    if (PAID.has(detail.state) || detail.state === 'awaiting-funds') void reloadCart()
    if (PAID.has(detail.state) && detail.order)
      go(`/siparis/${encodeURIComponent(detail.order.id)}?yeni`, { replace: true })
  }
  const payAgain = async () => {
    setBusy(true)
    setPayLink(undefined)
    const begun = await backend.beginPayment(rememberedChoice()).catch(() => undefined)
    if (begun?.ok && begun.payLink !== undefined) return setPayLink(begun.payLink)
    tell({ text: (begun?.ok === false && begun.message) || say('failed'), tone: 'bad' })
    setBusy(false)
  }
  return (
    <div class="wrap section">
      <h1 class="hidden">{say('paymentStatus')}</h1>
      <div class="outcome">
        <craftgate-payment-status
          key={language}
          lang={language}
          data={renderedPayment(reference)}
          reference={settings && reference}
          cart={backend.cartOfPayment(reference)}
          order-url="/siparis/{id}"
          busy={busy}
          oncraftgate-payment={told}
          oncraftgate-pay-again={payAgain}
        />
        {payLink && <PaymentLink payLink={payLink} choice={rememberedChoice()} />}
        <div class="outcome__actions">
          <Link href="/sepet" class="button button--ghost">
            {say('backToCart')}
          </Link>
          <Link href="/" class="button button--ghost">
            {say('continueShopping')}
          </Link>
        </div>
      </div>
    </div>
  )
}

const MARK = 'zerdali:returned'

/**
 * The pages before this one are the payment page and the bank's, where nothing is left to do: "back" leads to the cart. Once for
 * each visit, so that going forward again changes nothing.
 */
function backLeadsToCart(): void {
  if (history.state?.[MARK]) return
  const here = location.pathname + location.search
  history.replaceState(null, '', '/sepet')
  history.pushState({ [MARK]: true }, '', here)
}
