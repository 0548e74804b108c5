import { CraftgateError, type PosCommission } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { findRow, readRate, rowQuery } from './commission-row'
import { namedPos } from './pos-page'
import { posPath } from './pos-table'
import { setupWords } from './words'

type Pos = NonNullable<Awaited<ReturnType<typeof namedPos>>>

interface Named extends Pos {
  readonly commission: PosCommission
}

/** GET /setup/poses/:merchant/:id/commission?installment=3&family=Bonus */
export async function commissionPage(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = await namedCommission(request, (name) => request.c.req.query(name))
  return named === undefined ? missingPage(request) : formPage(request, named)
}

/** POST the same. What the page showed is sent along: what somebody changed meanwhile is not overwritten. */
export async function changeCommission(request: UserRequest): Promise<Response> {
  const { c, commerce, host, lang } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const form = new URLSearchParams(await c.req.text())
  const named = await namedCommission(request, (name) => form.get(name) ?? undefined)
  if (named === undefined) return missingPage(request)
  const { merchant, pos, commission } = named
  const typed = { rate: (form.get('rate') ?? '').trim(), isActive: form.get('active') === 'yes' }
  const merchantRate = typed.rate === '' ? undefined : readRate(typed.rate)
  if (typed.rate !== '' && merchantRate === undefined)
    return formPage(request, named, { ...typed, error: setupWords[lang].pos.wrongRate })
  const { installment, cardFamily } = commission
  const seen = {
    merchantRate: readRate(form.get('seen-rate') ?? ''),
    isActive: form.get('seen-active') === 'yes',
  }
  const change = { installment, cardFamily, seen, merchantRate, isActive: typed.isActive }
  await audit(request, 'changed-commission', pos.id)
  try {
    await commerce.setup.changeCommission(merchant, pos.id, change)
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not change a commission', logError(error))
    return formPage(request, named, { ...typed, error: error.merchantMessage[lang] })
  }
  return c.redirect(`${posPath(request, merchant, pos.id)}?done=changed-commission`, 303)
}

async function namedCommission(
  request: UserRequest,
  read: (name: string) => string | undefined,
): Promise<Named | undefined> {
  const named = await namedPos(request)
  if (named === undefined) return undefined
  const commissions = await request.commerce.setup.commissions(named.merchant, named.pos.id)
  const commission = findRow(commissions, read)
  return commission && { ...named, commission }
}

interface Failed {
  readonly rate: string
  readonly isActive: boolean
  readonly error: string
}

async function formPage(
  request: UserRequest,
  { merchant, pos, commission }: Named,
  failed?: Failed,
): Promise<Response> {
  const { lang } = request
  const words = setupWords[lang].pos
  const back = posPath(request, merchant, pos.id)
  const { cardFamily, bankRate } = commission
  return answerPage(request, {
    ...{ title: words.commissionOf(commission), section: 'setup', status: failed ? 422 : 200 },
    body: html`<p><a href="${back}">← ${pos.name}</a></p>
      <section class="card" aria-label="${words.commissionOf(commission)}">${facts([
        [words.family, cardFamily],
        [words.bankRate, bankRate === undefined ? undefined : `% ${bankRate}`],
      ])}${form(request, { path: `${back}/commission`, commission, failed })}</section>`,
  })
}

interface Form {
  readonly path: string
  readonly commission: PosCommission
  readonly failed: Failed | undefined
}

function form({ lang }: UserRequest, { path, commission, failed }: Form): Html {
  const words = setupWords[lang].pos
  const { merchantRate, isActive } = commission
  const written = merchantRate === undefined ? '' : String(merchantRate)
  const hidden = [
    ...rowQuery(commission),
    ['seen-rate', written] as const,
    ['seen-active', isActive ? 'yes' : 'no'] as const,
  ]
  const option = (value: 'yes' | 'no', text: string) =>
    html`<option value="${value}" ${(failed?.isActive ?? isActive) === (value === 'yes') ? html`selected` : ''}>${text}</option>`
  return html`<form class="stack" method="post" action="${path}" autocomplete="off">
    ${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
    <div class="field"><label for="rate">${words.rateLabel}</label><input id="rate" name="rate" type="text" inputmode="decimal" maxlength="8" value="${failed?.rate ?? (lang === 'tr' ? written.replace('.', ',') : written)}" aria-describedby="rate-help rate-error" ${failed ? html`aria-invalid="true"` : ''}><p class="help" id="rate-help">${words.rateHelp}</p><p class="error" id="rate-error">${failed?.error ?? ''}</p></div>
    <div class="field"><label for="active">${words.row}</label><select id="active" name="active">${option('yes', words.states.ACTIVE)}${option('no', words.states.PASSIVE)}</select></div>
    <div class="row"><button class="primary" type="submit">${words.saveCommission}</button></div></form>`
}
