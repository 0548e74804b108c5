import type { PanelSite } from '@craftgate-commerce/panel'
import type { AppOptions } from '../../options'
import { messagesFor } from '../i18n'

export const PANEL_PATH = '/panel'

const { pages: tr } = messagesFor('tr')
const { pages: en } = messagesFor('en')

/** Where the panel stands in the app, and the app's own pages around it. */
export const panelSite = ({ publicUrl }: Pick<AppOptions, 'publicUrl'>): PanelSite => ({
  url: `${publicUrl}${PANEL_PATH}`,
  login: { leavePath: '/logout' },
  // Shopify places no order before it is paid, as a transfer needs, and tells a payments app no lines that sellers could share.
  without: ['transfers', 'sellers'],
  ownPages: {
    first: [{ name: 'overview', path: '/', title: { tr: tr.overview, en: en.overview } }],
    last: [{ name: 'privacy', path: '/privacy', title: { tr: tr.privacy, en: en.privacy } }],
  },
})
