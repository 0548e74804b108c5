import { API_KEY, API_SECRET, CALLBACK, SHOP, type TestApp } from './test-app'

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

export const authorizeUrl = ({ emulator }: TestApp, shop = SHOP): string => {
  const query = new URLSearchParams({ client_id: API_KEY, redirect_uri: CALLBACK, state: 'abc', scope: '' })
  return `${emulator.shopUrl(shop)}/admin/oauth/authorize?${query}`
}

/** The merchant presses install; the address that the browser is sent to. */
export async function consent(testApp: TestApp, shop = SHOP): Promise<URL> {
  const answer = await fetch(authorizeUrl(testApp, shop), { method: 'POST', redirect: 'manual' })
  return new URL(answer.headers.get('location') ?? '')
}

export const exchange = ({ emulator }: TestApp, body: object, shop = SHOP): Promise<Answer> =>
  postJson(`${emulator.shopUrl(shop)}/admin/oauth/access_token`, {
    client_id: API_KEY,
    client_secret: API_SECRET,
    ...body,
  })

/** Installs, and makes the shop ready to take payments; the access token. */
export async function install(testApp: TestApp, shop = SHOP): Promise<string> {
  const code = (await consent(testApp, shop)).searchParams.get('code')
  const { body } = await exchange(testApp, { code, expiring: 1 }, shop)
  const token = String(body.access_token)
  const configure =
    'mutation { paymentsAppConfigure(ready: true, externalHandle: "Zerdali Ltd") { userErrors { message } } }'
  await callGraphQL(testApp, { token, query: configure, shop })
  testApp.emulator.control.settings(shop, { active: true })
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
  { emulator }: TestApp,
  { token, query, variables, shop = SHOP, version = '2026-10' }: Call,
) =>
  postJson(
    `${emulator.shopUrl(shop)}/payments_apps/api/${version}/graphql.json`,
    { query, variables },
    { 'x-shopify-access-token': token },
  )
