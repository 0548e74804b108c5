import { randomBytes, randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

/** 24 letters and digits, like "u0nwmSrNntjIWozmNslK5Tlq". */
export const sessionId = (): string => text(24)

/** Like "rZNvy+1jH6Z+BcPqA5U5BSIcnUavBha3C63xBalm+xE=". */
export const groupId = (): string => randomBytes(32).toString('base64')

/** Of checkouts and their lines; no dashes, so that a double click takes it whole. */
export const shortId = (): string => text(12)

type Gid = 'PaymentSession' | 'RefundSession' | 'CaptureSession' | 'VoidSession'

export const gidOf = (type: Gid, id: string): string => `gid://shopify/${type}/${id}`

function text(length: number): string {
  return Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}
