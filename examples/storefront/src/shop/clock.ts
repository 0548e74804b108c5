/** The zone whose clock this shop goes by: a day is the same to the shopper, the merchant and the wallet, wherever they look. */
const TIME_ZONE = 'Europe/Istanbul'

/** 30.11.2026, or with `isLong` 30 Kasım 2026 21:05. */
export const momentText = (at: Date, language: string, isLong = false): string =>
  new Intl.DateTimeFormat(language === 'tr' ? 'tr-TR' : 'en-GB', {
    ...(isLong ? { dateStyle: 'long', timeStyle: 'short' } : {}),
    timeZone: TIME_ZONE,
  }).format(at)
