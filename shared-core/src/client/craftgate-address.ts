import { CraftgateError } from '../errors'
import { CLIENT_ERRORS } from '../messages/client-errors'

const HOSTS: Readonly<Record<string, string>> = {
  live: 'https://api.craftgate.io',
  sandbox: 'https://sandbox-api.craftgate.io',
}

/** Address of Craftgate without a trailing slash. Throws `configuration` for one that carries more than a place. */
export function craftgateAddress(environment: string): string {
  const base = HOSTS[environment] ?? environment
  const parsed = URL.canParse(base) ? new URL(base) : undefined
  const clean =
    parsed && parsed.username === '' && parsed.password === '' && parsed.search === '' && parsed.hash === ''
  if (!clean) {
    const message = CLIENT_ERRORS['bad-address']
    throw new CraftgateError({
      kind: 'configuration',
      code: 'bad-options',
      message: message.en,
      retry: 'no',
      merchantMessage: message,
    })
  }
  return base.replace(/\/+$/, '')
}
