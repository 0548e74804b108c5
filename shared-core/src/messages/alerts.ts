import type { Localized } from './localized'

export const cleared = (title: string): Localized => ({
  tr: `${title}: bekleyen kalmadı.`,
  en: `${title}: nothing waits any more.`,
})

export const TEST_ALERT: Readonly<Record<'title' | 'text', Localized>> = {
  title: { tr: 'Deneme uyarısı', en: 'Test alert' },
  text: {
    tr: 'Bu bir deneme. Gerçek uyarılar da buraya gelir; yapmanız gereken bir şey yok.',
    en: 'This is a test. Real alerts come here too; there is nothing to do.',
  },
}
