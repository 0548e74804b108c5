import { fromDecimal, money, toDecimal } from '@craftgate-commerce/core'
import type { WalletView } from '../store'
import { HttpClient, HttpRefusal } from './http-client'

interface Token {
  readonly token: string
}

let customers = 0

interface Login {
  readonly email: string
  readonly password: string
}

/** Registers a customer of the shop and logs in; answers the token of their requests. */
export async function registerCustomer(url: string, publishableKey: string): Promise<string> {
  const login = await registerLogin(url, publishableKey)
  const shop = new HttpClient(
    () => url,
    () => ({ 'x-publishable-api-key': publishableKey }),
  )
  return (await shop.post<Token>('/auth/customer/emailpass', login)).token
}

/** A customer with an account. */
export async function registerLogin(url: string, publishableKey: string): Promise<Login> {
  customers += 1
  const login = { email: `uye.${process.pid}.${customers}@example.com`, password: 'bir-parola' }
  let token = ''
  const shop = new HttpClient(
    () => url,
    () => ({
      'x-publishable-api-key': publishableKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }),
  )
  token = (await shop.post<Token>('/auth/customer/emailpass/register', login)).token
  await shop.post('/store/customers', { email: login.email, first_name: 'Ayşe', last_name: 'Yılmaz' })
  return login
}

/** The customer completes the account first: Craftgate wants to know whose wallet it is. */
export async function topUpWallet(shop: HttpClient, amount: number): Promise<string> {
  await shop.post('/store/customers/me', { phone: '905551112233' })
  const address = { address_1: 'Moda Cad. 1', city: 'İstanbul', country_code: 'tr' }
  await shop.post('/store/customers/me/addresses', { first_name: 'Ayşe', last_name: 'Yılmaz', ...address })
  const body = { amount: toDecimal(money(amount, 'TRY')), currency_code: 'try' }
  return (await shop.post<{ url: string }>('/store/craftgate/wallets/top-up', body)).url
}

interface Wallets {
  readonly wallets: readonly {
    readonly balance: string
    readonly moves: readonly { readonly type: string }[]
  }[]
}

export async function walletOf(shop: HttpClient): Promise<WalletView | undefined> {
  const [wallet] = await shop.get<Wallets>('/store/craftgate/wallets').then(
    ({ wallets }) => wallets,
    (error: unknown) => {
      if (error instanceof HttpRefusal && error.status === 401) return []
      throw error
    },
  )
  return (
    wallet && {
      balance: fromDecimal(wallet.balance, 'TRY').minor,
      moves: wallet.moves.map(({ type }) => type),
    }
  )
}
