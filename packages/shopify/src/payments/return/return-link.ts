import { createHmac } from 'node:crypto'
import { equalInConstantTime } from '@craftgate-commerce/core/adapter'
import { basePathOf, type Tenant } from '../../context/tenant'
import type { SecretList } from '../../secrets'

const signatureOf = (secret: string, reference: string): string =>
  createHmac('sha256', secret).update(`return ${reference}`).digest('base64url')

/** The address that a shopper comes back to from Craftgate's page; nobody can make one for another session. */
export function returnLink(
  at: { publicUrl: string; tenant: Tenant; secrets: SecretList },
  reference: string,
): string {
  const signature = signatureOf(at.secrets[0], reference)
  return `${at.publicUrl}${basePathOf(at.tenant)}/return/${encodeURIComponent(reference)}?sig=${signature}`
}

export const isReturnSignature = (secrets: SecretList, reference: string, signature = ''): boolean =>
  secrets.some((secret) => equalInConstantTime(signatureOf(secret, reference), signature))
