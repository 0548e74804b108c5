import type { Language } from '../backend'

const NAME = 'zerdali.language'
const YEAR_SECONDS = 31_536_000

/** The language that a shopper chose, from his cookies: the server that renders a page has to know it too. */
export const chosenLanguage = (cookies: string): Language =>
  cookies.split(/;\s*/).includes(`${NAME}=en`) ? 'en' : 'tr'

export function keepLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox have had no other way for long.
  document.cookie = `${NAME}=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
