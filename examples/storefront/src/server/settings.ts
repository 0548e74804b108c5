export interface Settings {
  readonly port: number
  /** Address of the Vendure server, without a slash at the end. */
  readonly vendureUrl: string
  /** Token of the Vendure channel that is sold. */
  readonly channel: string
}

/** @throws Error with one line that names the variable that is missing. */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const { VENDURE_URL, PORT = '8000', VENDURE_CHANNEL = 'turkiye' } = env
  if (!VENDURE_URL)
    throw new Error('VENDURE_URL is missing: address of the Vendure server, e.g. http://127.0.0.1:3000')
  return { port: Number(PORT), vendureUrl: VENDURE_URL.replace(/\/+$/, ''), channel: VENDURE_CHANNEL }
}
