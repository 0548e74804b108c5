import { useEffect } from 'preact/hooks'
import type { PaymentStatus } from '../backend'
import type { Word } from '../i18n'
import { Link } from '../parts/link'
import { Spinner } from '../parts/loading'
import { go } from '../router'
import { useShop } from '../shop/shop-context'
import { useBusy } from '../shop/use-busy'
import { usePaymentStatus } from '../shop/use-payment-status'
import { rememberedMethod } from './remembered-form'

/** Where the shopper lands after the payment page, whatever happened there. */
export function PaymentPage({ reference }: { reference: string }) {
  const { reloadCart } = useShop()
  const watched = usePaymentStatus(reference)
  const { status } = watched
  const done = status && ['paid', 'authorized', 'in-review'].includes(status.state)
  const placed = status?.instructions !== undefined
  useEffect(() => {
    if (placed) void reloadCart()
  }, [placed])
  useEffect(() => {
    if (!done) return
    void reloadCart()
    if (status.orderCode) go(`/siparis/${encodeURIComponent(status.orderCode)}?yeni`, { replace: true })
  }, [done])
  return (
    <div class="wrap section">
      <div
        class="outcome"
        aria-live="polite"
        data-testid="payment"
        data-state={status?.state ?? watched.state}
      >
        {watched.state === 'unknown' ? (
          <Unknown />
        ) : (
          <Standing status={status} patient={watched.state === 'watching'} />
        )}
      </div>
    </div>
  )
}

function Unknown() {
  const { say } = useShop()
  return (
    <>
      <h1>{say('unknownPayment')}</h1>
      <Link href="/sepet" class="button">
        {say('backToCart')}
      </Link>
    </>
  )
}

function Standing({ status, patient }: { status: PaymentStatus | undefined; patient: boolean }) {
  switch (status?.state) {
    case 'paid':
    case 'authorized':
    case 'in-review':
      return <Outcome mark="✓" good title="paidTitle" texts={['paidText']} back="continueShopping" />
    case 'declined':
      return <Declined status={status} />
    case 'expired':
      return (
        <Outcome mark="!" title="expiredTitle" texts={['expiredText', 'nothingCharged']} action="tryAgain" />
      )
    case 'refunding':
      return <Outcome mark="↺" title="returningTitle" texts={['returningText']} />
    case 'refunded':
      return <Outcome mark="↺" title="returnedTitle" texts={['returningText']} />
    case 'needs-review':
      return <Outcome mark="i" title="keptTitle" texts={['keptText']} />
    default:
      if (status?.instructions !== undefined) return <AwaitedTransfer status={status} />
      return patient ? (
        <Outcome spin title="waitingTitle" texts={['waitingText']} />
      ) : (
        <Outcome mark="…" title="waitingLongTitle" texts={['waitingLongText']} action="continuePaying" />
      )
  }
}

/** The order is placed, and the shopper sends its money himself. */
function AwaitedTransfer({ status }: { status: PaymentStatus }) {
  const { say, money } = useShop()
  return (
    <>
      <span class="outcome__mark outcome__mark--good" aria-hidden="true">
        ✓
      </span>
      <h1>{say('transferTitle')}</h1>
      <p class="quiet">
        {say('orderNumber')} <strong data-testid="order-number">{status.orderNumber}</strong>
        <br />
        {say('total')} <strong>{money(status.amount)}</strong>
      </p>
      <p data-testid="instructions">{status.instructions}</p>
      <p class="quiet">{say('transferText')}</p>
      <div class="outcome__actions">
        <Link href="/" class="button button--ghost">
          {say('continueShopping')}
        </Link>
      </div>
    </>
  )
}

function Declined({ status }: { status: PaymentStatus }) {
  const { say } = useShop()
  return (
    <Outcome
      mark="!"
      title="declinedTitle"
      lead={status.declineMessage ?? say('declinedText')}
      texts={['nothingCharged']}
      action="tryAgain"
    />
  )
}

interface OutcomeProps {
  readonly title: Word
  readonly texts: readonly Word[]
  /** The shop's own sentence. */
  readonly lead?: string
  readonly mark?: string
  readonly good?: boolean
  readonly spin?: boolean
  /** The word on the button that begins to pay again. */
  readonly action?: Word
  /** Where the shopper goes on who need not pay. Default his cart. */
  readonly back?: 'continueShopping' | 'backToCart'
}

function Outcome({ title, texts, lead, mark, good, spin, action, back = 'backToCart' }: OutcomeProps) {
  const { say } = useShop()
  return (
    <>
      <span
        class={`outcome__mark ${spin ? 'outcome__mark--spin' : ''} ${good ? 'outcome__mark--good' : ''}`}
        aria-hidden="true"
      >
        {spin ? <Spinner /> : mark}
      </span>
      <h1>{say(title)}</h1>
      {lead && <p data-testid="decline-message">{lead}</p>}
      {texts.map((text) => (
        <p key={text} class="quiet">
          {say(text)}
        </p>
      ))}
      {!spin && (
        <div class="outcome__actions">
          {action && <PayAgain word={action} />}
          <Link href={back === 'backToCart' ? '/sepet' : '/'} class="button button--ghost">
            {say(back)}
          </Link>
        </div>
      )}
    </>
  )
}

function PayAgain({ word }: { word: Word }) {
  const { say, backend, tell } = useShop()
  const [busy, setBusy] = useBusy()
  const again = async () => {
    setBusy(true)
    const begun = await backend.beginPayment(rememberedMethod()).catch(() => undefined)
    if (begun?.ok && begun.payLink !== undefined) return location.assign(begun.payLink)
    tell({ text: (begun?.ok === false && begun.message) || say('failed'), tone: 'bad' })
    setBusy(false)
  }
  return (
    <button type="button" class="button" onClick={again} disabled={busy} data-testid="pay-again">
      {busy ? say('wait') : say(word)}
    </button>
  )
}
