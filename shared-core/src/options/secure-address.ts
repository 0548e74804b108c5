import { z } from 'zod'

const LOOPBACK = /^http:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/

/** An address that nobody may change or read on its way. `loopback`: what http:// is allowed for. */
export const secureAddress = (loopback: string) =>
  z
    .url({ error: 'must be an absolute https URL' })
    .refine((address) => address.startsWith('https://') || LOOPBACK.test(address), {
      error: `must begin with https:// (http:// ${loopback})`,
    })
