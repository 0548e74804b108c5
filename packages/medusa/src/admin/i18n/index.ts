// The words of the plugin's pages in the dashboard; a dashboard in another language shows the English ones.
import { en } from './en'
import { tr } from './tr'

export default { en: { craftgate: en }, tr: { craftgate: tr } }
