import { type Html, type Lang, moment as panelMoment } from '@craftgate-commerce/panel/ui'

/** Shopify tells a payments app no time zone of a shop: every shop reads the panel's own, Istanbul's. */
export const moment = (at: Date, lang: Lang): Html | string => panelMoment(at, { lang, host: {} })
