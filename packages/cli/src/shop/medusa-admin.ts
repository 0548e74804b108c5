import { z } from '@craftgate-commerce/core/adapter'
import {
  type AdminLogin,
  askJson,
  reconcileReport,
  refusedLogin,
  retentionReport,
  type ShopAdmin,
} from './shop-admin'

const HEADERS = { 'content-type': 'application/json' }
const session = z.object({ token: z.string() })
const refusal = z.object({ message: z.string() })

/** Logs in to Medusa's admin routes by e-mail address and password. */
export async function openMedusaAdmin(login: AdminLogin): Promise<ShopAdmin> {
  const { url, user, password, signal } = login
  const body = JSON.stringify({ email: user, password })
  const answer = await askJson(`${url}/auth/user/emailpass`, {
    method: 'POST',
    headers: HEADERS,
    body,
    signal,
  })
  const { success, data } = session.safeParse(answer.json)
  if (!success) throw refusedLogin(login)
  const headers = { ...HEADERS, authorization: `Bearer ${data.token}` }

  async function post(path: string): Promise<unknown> {
    const { status, json } = await askJson(`${url}/admin/craftgate/${path}`, { method: 'POST', headers })
    if (status === 200) return json
    throw new Error(`The shop answers ${status}: ${refusal.safeParse(json).data?.message ?? 'no reason'}`)
  }

  return {
    reconcile: async (part) =>
      reconcileReport.parse(await post(`reconcile?${new URLSearchParams({ ...part })}`)),
    applyRetention: async () => retentionReport.parse(await post('retention')),
  }
}
