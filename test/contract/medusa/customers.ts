import { HttpClient } from './http-client'

interface Token {
  readonly token: string
}

let customers = 0

/** Registers a customer of the shop and logs in; answers the token of their requests. */
export async function registerCustomer(url: string, publishableKey: string): Promise<string> {
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
  token = ''
  return (await shop.post<Token>('/auth/customer/emailpass', login)).token
}
