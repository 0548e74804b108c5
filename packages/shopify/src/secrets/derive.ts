import { hkdfSync } from 'node:crypto'

/** A secret for one purpose, made of the app's own; knowing one tells nothing of another. */
export const deriveSecret = (appSecret: string, purpose: string): string =>
  Buffer.from(hkdfSync('sha256', appSecret, '', purpose, 32)).toString('base64url')
