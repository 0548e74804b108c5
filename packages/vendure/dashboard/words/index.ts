import { useDisplayLocale } from '@vendure/dashboard'
import { en, type Words } from './en'
import { tr } from './tr'

/** The words of this extension in the language of the dashboard; English where it is neither. */
export function useWords(): { readonly words: Words; readonly lang: 'tr' | 'en' } {
  const turkish = useDisplayLocale().bcp47Tag.startsWith('tr')
  return turkish ? { words: tr, lang: 'tr' } : { words: en, lang: 'en' }
}
