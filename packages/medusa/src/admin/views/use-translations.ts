import { useTranslation } from 'react-i18next'

/** The plugin's words in the language of the dashboard, and the locale of numbers and dates beside them. */
export function useTranslations() {
  const { t, i18n } = useTranslation('craftgate')
  const turkish = i18n.language?.startsWith('tr') ?? false
  const lang: 'tr' | 'en' = turkish ? 'tr' : 'en'
  return { t, lang, locale: turkish ? 'tr-TR' : 'en-GB' }
}
