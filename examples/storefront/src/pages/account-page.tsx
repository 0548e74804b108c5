import { useState } from 'preact/hooks'
import type { Account, AccountOrder } from '../backend'
import { useComponents } from '../parts/components'
import { Field } from '../parts/field'
import { Link } from '../parts/link'
import { Loading } from '../parts/loading'
import { momentText } from '../shop/clock'
import { useShop } from '../shop/shop-context'
import { useBusy } from '../shop/use-busy'
import { useLoaded } from '../shop/use-loaded'
import { ORDER_STATES } from './order-page'

/** Orders, stored cards and the wallet of who is logged in; a guest logs in here. */
export function AccountPage() {
  const { say, backend, reloadCart } = useShop()
  const [visit, setVisit] = useState(0)
  const account = useLoaded(() => backend.account(), [backend, visit])
  const changed = () => {
    setVisit((count) => count + 1)
    void reloadCart()
  }
  return (
    <div class="wrap section">
      <h1>{say('account')}</h1>
      <Loading what={account}>
        {(found) => (found ? <OwnPage account={found} onChange={changed} /> : <LogIn onChange={changed} />)}
      </Loading>
    </div>
  )
}

function LogIn({ onChange }: { readonly onChange: () => void }) {
  const { say, backend, tell } = useShop()
  const [form, setForm] = useState({ account: '', password: '' })
  const [isWrong, setWrong] = useState(false)
  const [busy, setBusy] = useBusy()
  const bind = (name: keyof typeof form) => ({
    name,
    value: form[name],
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setForm({ ...form, [name]: currentTarget.value }),
  })
  const logIn = async (event: Event) => {
    event.preventDefault()
    setBusy(true)
    const isIn = await backend.logIn(form.account.trim(), form.password).catch(() => undefined)
    setBusy(false)
    if (isIn) return onChange()
    if (isIn === undefined) tell({ text: say('failed'), tone: 'bad' })
    else setWrong(true)
  }
  return (
    <form class="panel account-login" onSubmit={logIn} noValidate>
      <Field {...bind('account')} label={say('email')} type="email" autocomplete="username" />
      <Field
        {...bind('password')}
        label={say('password')}
        type="password"
        autocomplete="current-password"
        error={isWrong ? say('wrongPassword') : undefined}
      />
      <button type="submit" class="button" disabled={busy} data-testid="log-in">
        {busy ? say('wait') : say('logIn')}
      </button>
    </form>
  )
}

function OwnPage({ account, onChange }: { readonly account: Account; readonly onChange: () => void }) {
  const { say, backend, language } = useShop()
  const settings = useComponents()
  return (
    <div class="steps">
      <p class="quiet">
        <strong data-testid="account-name">{account.name}</strong> · {account.email}{' '}
        <button
          type="button"
          class="text-button"
          data-testid="log-out"
          onClick={() => backend.logOut().then(onChange)}
        >
          {say('logOut')}
        </button>
      </p>
      <section class="panel">
        <h2>{say('orders')}</h2>
        {account.orders.length === 0 ? (
          <p class="quiet">{say('noOrders')}</p>
        ) : (
          <ul class="account-orders" data-testid="account-orders">
            {account.orders.map((order) => (
              <OrderRow key={order.id} order={order} />
            ))}
          </ul>
        )}
      </section>
      {settings && (
        <>
          <section class="panel">
            <h2>{say('savedCards')}</h2>
            <craftgate-saved-cards lang={language} />
          </section>
          <section class="panel">
            <h2>{say('wallet')}</h2>
            <craftgate-wallet lang={language} top-up />
          </section>
        </>
      )}
    </div>
  )
}

function OrderRow({ order }: { readonly order: AccountOrder }) {
  const { say, money, language } = useShop()
  const placed = order.placedAt && momentText(order.placedAt, language)
  return (
    <li>
      <Link href={`/siparis/${encodeURIComponent(order.id)}`}>{order.number}</Link>
      <span class="quiet">{placed}</span>
      <span class={`badge badge--${order.state}`}>{say(ORDER_STATES[order.state])}</span>
      <strong>{money(order.total)}</strong>
    </li>
  )
}
