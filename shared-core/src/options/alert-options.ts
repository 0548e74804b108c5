import { z } from 'zod'
import type { Alert, AlertFetch } from '../alerts'
import { secureAddress } from './secure-address'

const MAKE_ONE = 'make one with: echo "whsec_$(openssl rand -base64 32)"'
const SECRET = `must be whsec_ and the base64 of 24 to 64 random bytes; ${MAKE_ONE}`

const secret = z.string({ error: `is missing; ${MAKE_ONE}` }).refine((given) => {
  const [, base64 = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(given) ?? []
  const { length } = Buffer.from(base64, 'base64')
  return length >= 24 && length <= 64
}, SECRET)

/** Tells what needs attention to people who do not look at the panel. */
export const alertOptions = z.strictObject({
  /** Of the merchant: takes signed messages (standardwebhooks.com); https, or http on this machine. */
  webhook: z
    .strictObject({
      /** Where they are posted. */
      url: secureAddress('is for a listener on this machine'),
      /** `whsec_` and base64. To change it, give a list: it is signed with each, so that the listener may know either. */
      secret: z.union([secret, z.array(secret).min(1)], { error: SECRET }),
      /** Sends a message in place of the process's own `fetch`: through a proxy, or to nothing but the internet. */
      fetch: z
        .custom<AlertFetch>((given) => typeof given === 'function', {
          error: 'must be a function like fetch',
        })
        .optional(),
    })
    .optional(),
  /** Told each alert as well, for a mail or a chat; it may be called again with the same `id`, when it throws too. */
  send: z
    .custom<(alert: Alert) => Promise<void>>((given) => typeof given === 'function', {
      error: 'must be a function of the alert that fulfils when it was told',
    })
    .optional(),
  /** Of the sentences. */
  language: z.enum(['tr', 'en'], { error: "must be 'tr' or 'en'" }).default('tr'),
  /** Of one kind it is said that something waits, or more than before, at most once in so many minutes. */
  repeatMinutes: z.int().min(0, { error: 'must be a whole number of minutes, 0 or more' }).default(60),
})
