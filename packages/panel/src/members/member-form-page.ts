import { randomUUID } from 'node:crypto'
import { CraftgateError, type Member } from '@craftgate-commerce/core'
import { logError, MEMBER_TYPES, type MemberField } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { asked } from './asked'
import { EARNINGS, labelOf, MEMBER_TEXTS, readMemberForm, SELLER_NUMBERS } from './member-form'
import { memberPath, membersPath, namedMember, namedMerchant, nameOf } from './member-paths'
import { memberWords } from './words'

interface Filled {
  readonly merchant: string
  /** Absent for a new one. */
  readonly member?: Member
  readonly form?: URLSearchParams
  readonly wrong?: ReadonlySet<string>
  readonly refused?: CraftgateError
}

/** GET /members/new */
export async function newMemberPage(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const merchant = namedMerchant(request)
  return merchant === undefined ? missingPage(request) : formPage(request, { merchant })
}

/** GET /members/:merchant/:id/edit */
export async function editMemberPage(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = await namedMember(request)
  return named === undefined ? missingPage(request) : formPage(request, named)
}

/** POST /members/:merchant. The form bears a key: sent twice it registers one member. */
export async function createMember(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const merchant = namedMerchant(request)
  if (merchant === undefined) return missingPage(request)
  const form = new URLSearchParams(await c.req.text())
  const read = readMemberForm(form)
  if (!read.ok) return formPage(request, { merchant, form, wrong: read.wrong })
  const { memberExternalId, facts, once } = read
  await audit(request, 'asked-for-member', merchant)
  const made = await asked(commerce.members.create(merchant, { ...facts, memberExternalId }, once))
  if (CraftgateError.is(made)) return refusedPage(request, { merchant, form, refused: made })
  await audit(request, 'created-member', made.id)
  return c.redirect(`${memberPath(request, merchant, made.id)}?done=created-member`, 303)
}

/** POST /members/:merchant/:id */
export async function changeMember(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  if (!may(request, 'configure')) return notAllowedPage(request)
  const named = await namedMember(request)
  if (named === undefined) return missingPage(request)
  const { merchant, member } = named
  const form = new URLSearchParams(await c.req.text())
  const read = readMemberForm(form, member)
  if (!read.ok) return formPage(request, { ...named, form, wrong: read.wrong })
  await audit(request, 'changed-member', member.id)
  const changed = await asked(commerce.members.update(merchant, member.id, read.facts))
  if (CraftgateError.is(changed)) return refusedPage(request, { ...named, form, refused: changed })
  return c.redirect(`${memberPath(request, merchant, member.id)}?done=changed-member`, 303)
}

async function refusedPage(request: UserRequest, filled: Filled): Promise<Response> {
  request.host.logger.warn('The panel could not write a member', logError(filled.refused))
  return formPage(request, filled)
}

async function formPage(request: UserRequest, filled: Filled): Promise<Response> {
  const { lang } = request
  const words = memberWords[lang]
  const { merchant, member, refused, wrong } = filled
  const back = member ? memberPath(request, merchant, member.id) : membersPath(request, merchant)
  return answerPage(request, {
    title: member ? `${words.editMember}: ${nameOf(member)}` : words.newMember,
    section: 'members',
    status: refused || wrong ? 422 : 200,
    body: html`<p><a href="${back}">← ${member ? words.toMember : words.toMembers}</a></p>
      ${refused ? notice(refused.merchantMessage[lang], 'bad') : ''}${fields(request, filled)}`,
  })
}

function fields(request: UserRequest, { merchant, member, form, wrong }: Filled): Html {
  const { lang } = request
  const words = memberWords[lang]
  const action = member
    ? memberPath(request, merchant, member.id)
    : pathTo(request, `/members/${encodeURIComponent(merchant)}`)
  const known = member as Readonly<Record<string, unknown>> | undefined
  const wanted = request.c.req.query('as') === 'seller' ? 'isSubMerchant' : 'isBuyer'
  const value = (name: string) => form?.get(name) ?? String(known?.[name] ?? '')
  const ticked = (name: 'isBuyer' | 'isSubMerchant') =>
    form ? form.has(name) : (member?.[name] ?? name === wanted)
  const text = (name: MemberField) =>
    textField({
      name,
      label: labelOf(name, lang),
      value: value(name),
      error: wrong?.has(name) ? words.wrong : '',
    })
  const tick = (name: 'isBuyer' | 'isSubMerchant') =>
    html`<p class="row"><input id="${name}" name="${name}" type="checkbox" value="1" ${ticked(name) ? html`checked` : ''} aria-describedby="role-error"><label for="${name}">${words[name]}</label></p>`
  const type = (name: (typeof MEMBER_TYPES)[number]) =>
    html`<option value="${name}" ${value('memberType') === name ? html`selected` : ''}>${words.types[name]}</option>`
  const destination = (name: (typeof EARNINGS)[number]) =>
    html`<option value="${name}" ${(value('settlementEarningsDestination') || 'IBAN') === name ? html`selected` : ''}>${words.destinations[name]}</option>`
  const error = (name: MemberField) => (wrong?.has(name) ? words.wrong : '')
  return html`<form class="card stack" method="post" action="${action}" autocomplete="off">
    <input type="hidden" name="once" value="${form?.get('once') ?? randomUUID()}">
    ${member ? '' : text('memberExternalId')}
    <fieldset class="field"><legend>${words.kind}</legend>${tick('isBuyer')}${tick('isSubMerchant')}<p class="error" id="role-error">${error('role')}</p></fieldset>
    <div class="field"><label for="memberType">${labelOf('memberType', lang)}</label><select id="memberType" name="memberType" aria-describedby="memberType-error"><option value="">${words.noType}</option>${MEMBER_TYPES.map(type)}</select><p class="error" id="memberType-error">${error('memberType')}</p></div>
    ${MEMBER_TEXTS.map(text)}
    <fieldset class="stack"><legend>${words.ofSellers}</legend>
    <div class="field"><label for="settlementEarningsDestination">${words.earnings}</label><select id="settlementEarningsDestination" name="settlementEarningsDestination">${EARNINGS.map(destination)}</select></div>
    ${SELLER_NUMBERS.map(text)}</fieldset>
    <div class="row"><button class="primary" type="submit">${words.save}</button></div></form>`
}

interface TextField {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly error: string
}

const textField = ({ name, label, value, error }: TextField): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" value="${value}" maxlength="250" aria-describedby="${name}-error" ${error === '' ? '' : html`aria-invalid="true"`}><p class="error" id="${name}-error">${error}</p></div>`
