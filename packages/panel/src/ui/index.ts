// What the merchant's pages are made of, for pages that an adapter serves beside the panel: one look, and one way to write
// money, times and tables.
export { preferredLanguage, readLanguage } from '../http/language'
export type { SiteRequest } from '../http/panel-request'
export { pagePolicy, protectPost } from '../http/security'
export { elsewhereNote } from '../payments/elsewhere-note'
export { type Lang, wordsIn } from '../words'
export { badge, moment, notice, outerLink, postButton } from './components'
export type { Html, Tone } from './html'
export { answerPage, type Page } from './shell'
export { STATE_TONES } from './state-tones'
export { pageStyle } from './style'
export { facts, table } from './tables'
export { decimalText, momentText, moneyText, rateText } from './texts'
