import { randomBytes } from 'node:crypto'
import { type Merchant, parseSeed } from '../../seed/seed'
import type { SandboxContext } from '../context'
import type { MerchantAccount } from './merchant-account'

/** Creates a merchant with keys that work at once. It has neither members nor a POS yet. */
export function openMerchant(ctx: SandboxContext, name: string): Merchant {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  const account: MerchantAccount = {
    ...{ name, apiKey: `sandbox-${random(12)}`, secretKey: random(24) },
    ...{ callbackKey: random(24), webhookKey: random(24) },
  }
  ctx.state.merchantAccounts.push(account)
  const merchant = merchantOfAccount(account)
  ctx.merchants.push(merchant)
  return merchant
}

export function merchantOfAccount(account: MerchantAccount): Merchant {
  const [merchant] = parseSeed({ merchants: [{ ...account, members: [] }] }).merchants
  if (!merchant) throw new Error('A seed of one merchant has one merchant')
  return { ...merchant, webhookKey: account.webhookKey, poses: [], seedPoses: [] }
}

/** Takes every merchant away that the API created; their keys open nothing from then on. */
export function closeOpenedMerchants({ state, merchants }: SandboxContext): void {
  merchants.splice(merchants.length - state.merchantAccounts.length)
  state.merchantAccounts = []
}
