import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from './html'

/** As many as Craftgate's lists have on a page. */
export const LIST_SIZE = 25
const FARTHEST = 400

/** Which page of a list the address asks for; the first is 1. `name`: how the address calls it, where a page shows several lists. */
export function pageAsked({ c }: Pick<UserRequest, 'c'>, name = 'page'): number {
  const page = Number(c.req.query(name) ?? 1)
  return Number.isSafeInteger(page) && page >= 1 ? Math.min(page, FARTHEST) : 1
}

interface OtherPages {
  readonly path: string
  /** As of `pageAsked`. */
  readonly name?: string
  readonly query?: Readonly<Record<string, string>>
  readonly page: number
  readonly count: number
  readonly words: { readonly pages: string; readonly newer: string; readonly older: string }
}

/** The way to the pages before and after one of a list of 25 a page; nothing where there is one page only. */
export function otherPages({ path, name = 'page', query = {}, page, count, words }: OtherPages): Html | '' {
  const last = Math.min(Math.ceil(count / LIST_SIZE), FARTHEST)
  if (page === 1 && last <= 1) return ''
  const to = (other: number, text: string) =>
    html`<a class="button secondary" href="${`${path}?${new URLSearchParams({ ...query, [name]: String(other) })}`}">${text}</a>`
  return html`<nav class="row" aria-label="${words.pages}">${page > 1 ? to(page - 1, words.newer) : ''}${page < last ? to(page + 1, words.older) : ''}</nav>`
}
