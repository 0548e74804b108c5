// What the merchant's pages are made of, for pages that an adapter serves beside the panel: one look, and one way to write
// money, times and tables.
export { preferredLanguage, readLanguage } from '../http/language'
export { protectPost } from '../http/security'
export type { Lang } from '../words'
export { badge, type Html, moment, notice, outerLink, postButton, type Tone } from './components'
export { pageDocument } from './document'
export { STATE_TONES } from './state-tones'
export { pageStyle, pageStyleHash } from './style'
export { facts, table } from './tables'
export { decimalText, momentText, moneyText } from './texts'
