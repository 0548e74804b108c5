import type { PaymentLink } from '@craftgate-commerce/core'
import type { UserRequest } from '../http/panel-request'
import { badge } from '../ui/components'
import type { Html } from '../ui/html'
import { linkWords } from './words'

/** Whether somebody can pay by it now. Craftgate leaves a link open whose time is over. */
export function linkState({ host, lang }: UserRequest, { isOpen, expiresAt }: PaymentLink): Html {
  const { state } = linkWords[lang]
  if (!isOpen) return badge(state.closed, 'calm')
  if (expiresAt !== undefined && expiresAt <= host.clock()) return badge(state.over, 'calm')
  return badge(state.open, 'good')
}
