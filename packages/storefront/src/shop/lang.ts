export type Lang = 'tr' | 'en'

/** The element's own `lang`, else that of what surrounds it; Turkish where nobody says. */
export function langOf(element: Element): Lang {
  const named = element.closest('[lang]')?.getAttribute('lang') ?? ''
  return named.toLowerCase().startsWith('en') ? 'en' : 'tr'
}
