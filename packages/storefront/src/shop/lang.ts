export type Lang = 'tr' | 'en'

/**
 * The element's own `lang`, else that of what surrounds it; Turkish where nobody says. A server that renders the element sees
 * nothing around it: there it has a `lang` of its own.
 */
export function langOf(element: Element): Lang {
  const around = 'closest' in element ? element.closest('[lang]')?.getAttribute('lang') : undefined
  const named = element.getAttribute('lang') ?? around ?? ''
  return named.toLowerCase().startsWith('en') ? 'en' : 'tr'
}
