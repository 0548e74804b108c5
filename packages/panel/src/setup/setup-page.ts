import {
  CraftgateError,
  type SetupFinding,
  type SetupInspection,
  type SetupStatus,
} from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountTitle, labelOf } from '../ui/account-name'
import { badge, moment, notice, outerLink, postButton } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { alertCard } from './alert-card'
import { inspected } from './inspected'
import { posTable } from './pos-table'
import { setupWords } from './words'

const TONES: Readonly<Record<SetupStatus, Tone>> = {
  ok: 'good',
  warning: 'warn',
  problem: 'bad',
  unknown: 'calm',
}
const CHECKLIST = 'https://developer.craftgate.io/integration-checklist'

/** GET /setup: what is not right, with what to do; POSes; and what a person has to look at. */
export async function setupPage(request: UserRequest): Promise<Response> {
  const { user, lang, words } = request
  const setup = setupWords[lang]
  const accounts = await Promise.all(user.merchants.map((merchant) => accountOf(request, merchant)))
  const questions = accounts.find(({ inspection }) => inspection)?.inspection?.questions ?? []
  const button = may(request, 'configure')
    ? postButton(pathTo(request, '/setup/inspect'), setup.inspect, 'secondary')
    : ''
  return answerPage(request, {
    title: words.sections.setup,
    section: 'setup',
    done: setup.done,
    body: html`<p class="soft">${setup.lead}</p>${button}
      ${accounts.map(({ shown }) => shown)}${alertCard(request)}
      ${questions.length === 0 ? '' : questionCard(request, questions)}`,
  })
}

interface Account {
  readonly shown: Html
  readonly inspection?: SetupInspection
}

/** An account that cannot be inspected does not hide the others. */
async function accountOf(request: UserRequest, merchant: string): Promise<Account> {
  const title = accountTitle(request, merchant)
  try {
    const inspection = await inspected(request, merchant)
    return {
      inspection,
      shown: html`${title}${inspectionCard(request, inspection)}${posCard(request, inspection)}`,
    }
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    return { shown: html`${title}${notice(error.merchantMessage[request.lang], 'bad')}` }
  }
}

function inspectionCard(request: UserRequest, { merchant, at, findings }: SetupInspection): Html {
  const { lang } = request
  const words = setupWords[lang]
  const count = (wanted: SetupStatus) => findings.filter(({ status }) => status === wanted).length
  const [problems, warnings] = [count('problem'), count('warning')]
  const tone = problems > 0 ? 'bad' : warnings > 0 ? 'warn' : 'good'
  const heads = [words.check, request.words.columns.state, words.found]
  return html`<section class="card" aria-label="${labelOf(request, merchant, words.checks)}">
    <div class="head"><h2>${words.checks}</h2><p class="soft">${words.inspectedAt} ${moment(at, request)}</p></div>
    ${notice(words.summary(problems, warnings), tone)}
    ${table({ caption: labelOf(request, merchant, words.checks), heads, rows: findings.map((each) => rowOf(request, each)), empty: '' })}</section>`
}

function rowOf(
  { lang }: UserRequest,
  { check, status, text, remedy }: SetupFinding,
): readonly (Html | string)[] {
  const words = setupWords[lang]
  return [
    words.names[check],
    badge(words.statuses[status], TONES[status]),
    html`<p>${text[lang]}</p>${remedy === undefined ? '' : html`<p class="help"><strong>${words.remedy}:</strong> ${remedy[lang]}</p>`}`,
  ]
}

function posCard(request: UserRequest, { merchant, poses }: SetupInspection): Html {
  const words = setupWords[request.lang]
  const label = labelOf(request, merchant, words.poses)
  return html`<section class="card" aria-label="${label}"><h2>${words.poses}</h2>${posTable(request, merchant, poses)}</section>`
}

function questionCard({ lang, words }: UserRequest, questions: SetupInspection['questions']): Html {
  const setup = setupWords[lang]
  return html`<section class="card" aria-labelledby="questions"><h2 id="questions">${setup.questions}</h2><p class="help">${setup.questionsHelp}</p>
    <ul class="plainlist">${questions.map((question) => html`<li>${question[lang]}</li>`)}</ul>
    <p>${outerLink(CHECKLIST, setup.checklist, words)}</p></section>`
}
