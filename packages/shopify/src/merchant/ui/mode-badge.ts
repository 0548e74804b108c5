import { badge, type Html } from '@craftgate-commerce/panel/ui'
import type { Mode } from '../../context/tenant'
import type { Messages } from '../i18n'

export const modeBadge = (mode: Mode, messages: Messages): Html =>
  badge(messages.modes[mode], mode === 'live' ? 'good' : 'calm')
