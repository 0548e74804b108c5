import type { PanelRequest } from '../http/panel-request'

/** How people call one of the accounts that a user works with. */
export const accountName = ({ host, lang }: PanelRequest, merchant: string): string =>
  host.accountNames?.[merchant]?.[lang] ?? merchant
