import { z } from '@craftgate-commerce/core/adapter'
import {
  type AdminLogin,
  askJson,
  reconcileReport,
  refusedLogin,
  retentionReport,
  type ShopAdmin,
} from './shop-admin'

const LOGIN = `mutation ($user: String!, $password: String!) {
  login(username: $user, password: $password) { __typename }
}`
const RECONCILE = `mutation ($after: String!) {
  craftgateReconcile(after: $after) { checkouts operations problems next }
}`
const RETENTION = 'mutation { craftgateApplyRetention { paid unpaid webhooks } }'

const answer = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string() })).optional(),
})
const loggedIn = z.object({ login: z.object({ __typename: z.literal('CurrentUser') }) })

/** Logs in to Vendure's Admin API; the session is kept as the shop's `tokenMethod` wants it, by cookie or bearer token. */
export async function openVendureAdmin(login: AdminLogin): Promise<ShopAdmin> {
  const { url, user, password, signal } = login
  const headers: Record<string, string> = { 'content-type': 'application/json' }

  async function ask(query: string, variables = {}, until?: AbortSignal): Promise<unknown> {
    const body = JSON.stringify({ query, variables })
    const { headers: answered, json } = await askJson(url, { method: 'POST', headers, body, signal: until })
    const token = answered.get('vendure-auth-token')
    if (token) headers.authorization = `Bearer ${token}`
    const cookies = answered.getSetCookie().map((cookie) => cookie.replace(/;.*$/s, ''))
    if (cookies.length > 0) headers.cookie = cookies.join('; ')
    const { data, errors } = answer.parse(json)
    if (errors?.length)
      throw new Error(`The shop answers: ${errors.map(({ message }) => message).join('; ')}`)
    return data
  }

  if (!loggedIn.safeParse(await ask(LOGIN, { user, password }, signal)).success) throw refusedLogin(login)
  return {
    reconcile: async (part) =>
      z.object({ craftgateReconcile: reconcileReport }).parse(await ask(RECONCILE, part)).craftgateReconcile,
    applyRetention: async () =>
      z.object({ craftgateApplyRetention: retentionReport }).parse(await ask(RETENTION))
        .craftgateApplyRetention,
  }
}
