import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { Html } from './html'

/** How people call one of the accounts that a user works with. */
export const accountName = ({ host, lang }: UserRequest, merchant: string): string =>
  host.accountNames?.[merchant]?.[lang] ?? merchant

/** What stands over the part of an account; nothing where there is one account only. */
export const accountTitle = (request: UserRequest, merchant: string): Html | '' =>
  isOneOfSeveral(request) ? html`<h2>${accountName(request, merchant)}</h2>` : ''

/** What a part is called of which each account has one. */
export const labelOf = (request: UserRequest, merchant: string, label: string): string =>
  isOneOfSeveral(request) ? `${label}: ${accountName(request, merchant)}` : label

const isOneOfSeveral = ({ user }: UserRequest): boolean => user.merchants.length > 1
