import { CraftgateError, type Member, type Wallet, type WalletOperation } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { audit } from '../http/audit'
import { may, type UserRequest } from '../http/panel-request'
import { badge, moment, postButton } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts, table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { asked, whyNot } from './asked'
import { labelOf, MEMBER_TEXTS } from './member-form'
import { mayMoveMoney, memberPath, membersPath, namedMember, nameOf } from './member-paths'
import { roleOf } from './members-page'
import { moveForm } from './move-money'
import { movesCard } from './moves-card'
import { limitForm } from './wallet-limit'
import { withdrawsCard } from './withdraws'
import { memberWords } from './words'

/** GET /members/:merchant/:id: who it is, what the wallet holds, what moved, and what this shop moved. */
export async function memberPage(request: UserRequest): Promise<Response> {
  const { lang, commerce } = request
  const words = memberWords[lang]
  const named = await asked(namedMember(request))
  if (named === undefined) return missingPage(request)
  if (CraftgateError.is(named))
    return answerPage(request, {
      title: request.words.sections.members,
      section: 'members',
      body: whyNot(request, named),
    })
  const { merchant, member } = named
  const [wallet, operations] = await Promise.all([
    asked(commerce.wallets.find(merchant, member.id)),
    commerce.wallets.operations(merchant, member.id),
  ])
  const edit = `${memberPath(request, merchant, member.id)}/edit`
  return answerPage(request, {
    title: nameOf(member),
    section: 'members',
    done: words.done,
    tones: { unknown: 'warn', waiting: 'warn', 'waiting-withdraw': 'good' },
    body: html`<div class="head"><p><a href="${membersPath(request, merchant)}">← ${words.toMembers}</a></p>
        ${may(request, 'configure') ? html`<a class="button secondary" href="${edit}">${words.editMember}</a>` : ''}</div>
      <div class="columns">${factsCard(request, member)}${CraftgateError.is(wallet) ? whyNot(request, wallet) : walletCard(request, { merchant, member, wallet })}</div>
      ${CraftgateError.is(wallet) || wallet === undefined ? '' : await ofWallet(request, { merchant, member, wallet })}
      ${operationsCard(request, operations)}`,
  })
}

interface Shown {
  readonly merchant: string
  readonly member: Member
  readonly wallet: Wallet
}

const ofWallet = async (request: UserRequest, shown: Shown): Promise<Html> =>
  html`${mayMoveMoney(request) ? moveForm(request, shown) : ''}${await movesCard(request, shown)}${shown.member.isSubMerchant ? await withdrawsCard(request, shown) : ''}`

function factsCard(request: UserRequest, member: Member): Html {
  const { lang } = request
  const words = memberWords[lang]
  const texts = MEMBER_TEXTS.map((name) => [labelOf(name, lang), member[name] || undefined] as const)
  return html`<section class="card" aria-labelledby="who"><h2 id="who">${roleOf(request, member)}${member.isActive ? '' : html` ${badge(words.passive, 'warn')}`}</h2>${facts(
    [
      [words.number, String(member.id)],
      [words.externalId, html`<code>${member.memberExternalId}</code>`],
      [labelOf('memberType', lang), member.memberType && words.types[member.memberType]],
      ...texts,
    ],
  )}</section>`
}

function walletCard(
  request: UserRequest,
  { merchant, member, wallet }: Omit<Shown, 'wallet'> & { readonly wallet: Wallet | undefined },
): Html {
  const { lang } = request
  const words = memberWords[lang]
  const open = `${memberPath(request, merchant, member.id)}/wallet`
  const shown = wallet
    ? html`${facts([
        [words.balance, html`<strong>${moneyText(wallet.balance, lang)}</strong>`],
        [words.withdrawable, wallet.withdrawable && moneyText(wallet.withdrawable, lang)],
        [words.limit, wallet.limit && moneyText(wallet.limit, lang)],
      ])}${mayMoveMoney(request) ? limitForm(request, { merchant, member }) : ''}`
    : html`<p>${words.noWallet}</p>${mayMoveMoney(request) ? postButton(open, words.openWallet, 'secondary') : ''}`
  return html`<section class="card" aria-labelledby="wallet"><h2 id="wallet">${words.wallet}</h2>${shown}</section>`
}

const TONES: Readonly<Record<WalletOperation['state'], Tone>> = {
  planned: 'calm',
  unknown: 'warn',
  waiting: 'warn',
  done: 'good',
  failed: 'bad',
}

/** What became of it; of a refusal the merchant's words, else Craftgate's. */
function stateOf(
  { lang }: UserRequest,
  { kind, state, error }: Pick<WalletOperation, 'kind' | 'state' | 'error'>,
): Html {
  const words = memberWords[lang]
  const name = kind === 'withdraw' && state === 'waiting' ? words.withdrawWaits : words.states[state]
  const why = error?.message?.[lang] ?? error?.description
  return html`${badge(name, TONES[state])}${why ? html` <span class="help">${why}</span>` : ''}`
}

function operationsCard(request: UserRequest, operations: readonly WalletOperation[]): Html {
  const { lang } = request
  const words = memberWords[lang]
  const heads = [words.when, words.move, `${words.amount}#`, words.reason, words.operations]
  const rows = operations.map(({ createdAt, kind, amount, details, state, error }) => [
    moment(createdAt, request),
    words.operationKinds[kind],
    moneyText(amount, lang),
    details.reason ?? '',
    stateOf(request, { kind, state, error }),
  ])
  return html`<section class="card" aria-labelledby="operations"><h2 id="operations">${words.operations}</h2>
    ${table({ caption: words.operations, heads, rows, empty: words.noOperations })}</section>`
}

/** POST /members/:merchant/:id/wallet */
export async function openWallet(request: UserRequest): Promise<Response> {
  const { c, commerce } = request
  const named = mayMoveMoney(request) ? await namedMember(request) : undefined
  if (named === undefined) return missingPage(request)
  const { merchant, member } = named
  await audit(request, 'opened-wallet', member.id)
  const opened = await asked(commerce.wallets.open(merchant, member.id, 'TRY'))
  if (CraftgateError.is(opened))
    return answerPage(request, {
      ...{ title: nameOf(member), section: 'members', status: 422 },
      body: html`<p><a href="${memberPath(request, merchant, member.id)}">← ${memberWords[request.lang].toMember}</a></p>${whyNot(request, opened)}`,
    })
  return c.redirect(`${memberPath(request, merchant, member.id)}?done=opened-wallet`, 303)
}
