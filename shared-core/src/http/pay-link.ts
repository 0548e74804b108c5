import { createHmac } from 'node:crypto'
import type { ParsedOptions } from '../options'
import { equalInConstantTime } from './constant-time'

const signatureOf = (secret: string, reference: string): string =>
  createHmac('sha256', secret).update(reference).digest('base64url')

/** The absolute address that the shopper's browser opens; nobody can make one for another reference. */
export function payLink(options: ParsedOptions, reference: string): string {
  const { publicUrl, basePath, linkSecret } = options
  const signature = signatureOf(linkSecret, reference)
  return `${publicUrl}${basePath}/pay/${encodeURIComponent(reference)}?sig=${signature}`
}

export const isPaySignature = (secret: string, reference: string, signature: string | null): boolean =>
  signature !== null && equalInConstantTime(signatureOf(secret, reference), signature)
