/** Language of the hosted page: Turkish unless the shop says otherwise. */
export const localeOf = (locale: string | null | undefined): 'tr' | 'en' =>
  locale && !locale.toLowerCase().startsWith('tr') ? 'en' : 'tr'
