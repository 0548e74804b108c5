import { html } from 'hono/html'
import type { Mode } from '../../context/tenant'
import type { Lang, Messages } from '../i18n'
import { momentText } from './price-text'

export type Html = ReturnType<typeof html>

/** Said by colour as well as by words, never by colour alone. */
export type BadgeVariant = 'good' | 'calm' | 'warn' | 'bad'

export const badge = (text: string, variant: BadgeVariant): Html =>
  html`<span class="badge ${variant}">${text}</span>`

export const modeBadge = (mode: Mode, messages: Messages): Html =>
  badge(messages.modes[mode], mode === 'live' ? 'good' : 'calm')

export const moment = (at: Date, lang: Lang): Html =>
  html`<time datetime="${at.toISOString()}">${momentText(at, lang)}</time>`

export const outerLink = (href: string, text: string, messages: Messages): Html =>
  html`<a href="${href}" target="_blank" rel="noopener noreferrer">${text} <span class="hidden">(${messages.opensNewTab})</span></a>`

/** A button that does something: always a form of its own, so that it works without a script. */
export const postButton = (action: string, text: string, look: 'primary' | 'secondary' | 'danger'): Html =>
  html`<form method="post" action="${action}"><button class="${look}" type="submit">${text}</button></form>`

export const notice = (text: string, variant: BadgeVariant): Html =>
  html`<p class="notice ${variant}" role="status">${text}</p>`
