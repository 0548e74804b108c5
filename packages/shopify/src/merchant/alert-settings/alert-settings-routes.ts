import { randomBytes } from 'node:crypto'
import type { Mode } from '../../context/tenant'
import { readable, savedKeysOf } from '../craftgate-settings/settings'
import { type AuthenticatedRequest, audit } from '../http/merchant-request'
import { readForm } from '../http/security'
import { addressProblem } from './alert-address'
import { type AlertSettings, alertSettingsPage } from './alert-settings-page'

type Shown = Pick<AlertSettings, 'typed' | 'problem' | 'newSecret'>

const toKeys = ({ c }: AuthenticatedRequest, mode: Mode): Response =>
  c.redirect(`/settings/craftgate/${mode}`, 303)

/** GET /settings/alerts/:mode. Without keys there is nothing to be told of: they are first. */
export async function showAlertSettings(
  request: AuthenticatedRequest,
  mode: Mode,
  shown: Shown = {},
): Promise<Response> {
  const saved = readable(await savedKeysOf(request, mode))
  if (saved === undefined) return toKeys(request, mode)
  const hasDefault = request.deps.context.options.alerts !== undefined
  return alertSettingsPage(request, { mode, url: saved.alerts?.url, hasDefault, ...shown })
}

/** POST /settings/alerts/:mode: the address of this shop and mode; a secret of its own is made with it, and shown once. */
export async function saveAlertSettings(request: AuthenticatedRequest, mode: Mode): Promise<Response> {
  const { c, deps, shop } = request
  const saved = readable(await savedKeysOf(request, mode))
  if (saved === undefined) return toKeys(request, mode)
  const form = await readForm(c)
  const url = (form.get('url') ?? '').trim()
  if (url === '') return removeAddress(request, mode)
  const { shopify } = deps.context.options
  const problem = addressProblem(url, { isDevelopment: shopify.emulator !== undefined })
  if (problem !== undefined) return showAlertSettings(request, mode, { typed: url, problem })
  const kept = form.get('renew') === 'yes' ? undefined : saved.alerts?.secret
  const secret = kept ?? `whsec_${randomBytes(32).toString('base64')}`
  await audit(request, 'saved-alerts', mode)
  await deps.keys.saveAlerts({ shop, mode }, { url, secret })
  return kept === undefined
    ? showAlertSettings(request, mode, { newSecret: secret })
    : c.redirect(`/settings/alerts/${mode}?done=alerts-saved`, 303)
}

async function removeAddress(request: AuthenticatedRequest, mode: Mode): Promise<Response> {
  const { c, deps, shop } = request
  await audit(request, 'removed-alerts', mode)
  await deps.keys.saveAlerts({ shop, mode }, undefined)
  return c.redirect(`/settings/alerts/${mode}?done=alerts-removed`, 303)
}
