import { createHmac } from 'node:crypto'
import { equalInConstantTime } from '@craftgate-commerce/core/adapter'
import { basePathOf, type Tenant } from '../../context/tenant'

const signatureOf = (secret: string, reference: string): string =>
  createHmac('sha256', secret).update(`return ${reference}`).digest('base64url')

/** The address that a shopper comes back to from Craftgate's page; nobody can make one for another session. */
export function returnLink(
  at: { publicUrl: string; tenant: Tenant; secret: string },
  reference: string,
): string {
  const signature = signatureOf(at.secret, reference)
  return `${at.publicUrl}${basePathOf(at.tenant)}/return/${encodeURIComponent(reference)}?sig=${signature}`
}

export const isReturnSignature = (secret: string, reference: string, signature = ''): boolean =>
  equalInConstantTime(signatureOf(secret, reference), signature)
