import type { Localized } from './localized'

/** Why a stored card stays as it is, by code of the error. */
export const CARD_ERRORS = {
  'card-not-renamed': {
    tr: 'Süresi dolmuş ya da son kullanma tarihi bilinmeyen bir kartın adı değiştirilemez.',
    en: 'A card that expired, or whose expiry is not known, can not be renamed.',
  },
} as const satisfies Readonly<Record<string, Localized>>
