import type { MedusaRequest } from '@medusajs/framework/http'

/** The language of the person who asks: `?lang=tr`, else the browser's. */
export function languageOf({ query, headers }: MedusaRequest): string | undefined {
  const { lang } = query
  return typeof lang === 'string' ? lang : headers['accept-language']
}
