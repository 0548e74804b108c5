import { randomBytes } from 'node:crypto'
import type { Mode } from '../../context/tenant'
import { readable, savedKeysOf } from '../craftgate-settings/settings'
import { type AuthenticatedRequest, audit } from '../http/merchant-request'
import { readForm } from '../http/security'
import { addressProblem, isMailAddress } from './alert-address'
import { type AlertSettings, alertSettingsPage } from './alert-settings-page'

type Shown = Pick<AlertSettings, 'typed' | 'problems' | 'newSecret'>

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
  const { alerts, alertMail } = request.deps.context.options
  const { webhook, mail } = saved.alerts ?? {}
  const offered = { hasDefault: alerts?.webhook !== undefined, hasMail: alertMail !== undefined }
  return alertSettingsPage(request, { mode, url: webhook?.url, mail, ...offered, ...shown })
}

/** POST /settings/alerts/:mode: the address of this shop and mode; a secret of its own is made with it, and shown once. */
export async function saveAlertSettings(request: AuthenticatedRequest, mode: Mode): Promise<Response> {
  const { c, deps, shop } = request
  const saved = readable(await savedKeysOf(request, mode))
  if (saved === undefined) return toKeys(request, mode)
  const form = await readForm(c)
  const typed = { url: (form.get('url') ?? '').trim(), mail: (form.get('mail') ?? '').trim() }
  const { url, mail } = typed
  if (url === '' && mail === '') return removeAddress(request, mode)
  const { shopify, alertMail } = deps.context.options
  const problems = {
    url: url === '' ? undefined : addressProblem(url, { isDevelopment: shopify.emulator !== undefined }),
    mail: mail === '' || (alertMail !== undefined && isMailAddress(mail)) ? undefined : 'not-mail',
  } as const
  if (problems.url || problems.mail) return showAlertSettings(request, mode, { typed, problems })
  const kept = form.get('renew') === 'yes' ? undefined : saved.alerts?.webhook?.secret
  const secret = kept ?? `whsec_${randomBytes(32).toString('base64')}`
  await audit(request, 'saved-alerts', mode)
  await deps.keys.saveAlerts(
    { shop, mode },
    { ...(url && { webhook: { url, secret } }), ...(mail && { mail }) },
  )
  return url === '' || kept !== undefined
    ? c.redirect(`/settings/alerts/${mode}?done=alerts-saved`, 303)
    : showAlertSettings(request, mode, { newSecret: secret })
}

async function removeAddress(request: AuthenticatedRequest, mode: Mode): Promise<Response> {
  const { c, deps, shop } = request
  await audit(request, 'removed-alerts', mode)
  await deps.keys.saveAlerts({ shop, mode }, undefined)
  return c.redirect(`/settings/alerts/${mode}?done=alerts-removed`, 303)
}
