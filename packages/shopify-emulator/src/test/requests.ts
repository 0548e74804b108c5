import { API_KEY, API_SECRET, type Bench, CALLBACK, SHOP } from './bench'

/** What tests read of a JSON answer: anything, by name. */
export interface Json {
  readonly [name: string]: Json
}

export interface Answer {
  readonly status: number
  readonly body: Json
}

export async function postJson(
  url: string,
  body: unknown = {},
  headers: Record<string, string> = {},
): Promise<Answer> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
    redirect: 'manual',
  })
  const text = await answer.text()
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : {} }
}

export const authorizeUrl = ({ emulator }: Bench, shop = SHOP): string => {
  const query = new URLSearchParams({ client_id: API_KEY, redirect_uri: CALLBACK, state: 'abc', scope: '' })
  return `${emulator.shopUrl(shop)}/admin/oauth/authorize?${query}`
}

/** The merchant presses install; the address that the browser is sent to. */
export async function consent(bench: Bench, shop = SHOP): Promise<URL> {
  const answer = await fetch(authorizeUrl(bench, shop), { method: 'POST', redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

export const exchange = ({ emulator }: Bench, body: object, shop = SHOP): Promise<Answer> =>
  postJson(`${emulator.shopUrl(shop)}/admin/oauth/access_token`, {
    client_id: API_KEY,
    client_secret: API_SECRET,
    ...body,
  })

/** Installs, and makes the shop ready to take payments; the access token. */
export async function install(bench: Bench, shop = SHOP): Promise<string> {
  const code = (await consent(bench, shop)).searchParams.get('code')
  const { body } = await exchange(bench, { code, expiring: 1 }, shop)
  const token = String(body.access_token)
  const configure =
    'mutation { paymentsAppConfigure(ready: true, externalHandle: "Zerdali Ltd") { userErrors { message } } }'
  await callGraphQL(bench, { token, query: configure, shop })
  bench.emulator.control.settings(shop, { active: true })
  return token
}

export interface Call {
  readonly token: string
  readonly query: string
  readonly variables?: object
  readonly shop?: string
  readonly version?: string
}

export const callGraphQL = (
  { emulator }: Bench,
  { token, query, variables, shop = SHOP, version = '2026-10' }: Call,
) =>
  postJson(
    `${emulator.shopUrl(shop)}/payments_apps/api/${version}/graphql.json`,
    { query, variables },
    { 'x-shopify-access-token': token },
  )
