import { CraftgateError, type FraudValue, type FraudValueList } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import { postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { fraudPath } from './fraud-path'
import { fraudWords } from './words'

/** The list that the address names, of an account that the user works with; undefined when there is none. */
export async function namedList({ c, commerce, user }: UserRequest) {
  const [merchant = '', name = ''] = [c.req.param('merchant'), c.req.param('name')]
  if (!user.merchants.includes(merchant)) return undefined
  try {
    return { merchant, list: await commerce.fraud.list(merchant, name) }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

/** GET /fraud/lists/:merchant/:name */
export async function listPage(request: UserRequest): Promise<Response> {
  const named = await namedList(request)
  if (named === undefined) return missingPage(request)
  const { merchant, list } = named
  const fraud = fraudWords[request.lang]
  const words = fraud.list
  const path = fraudPath(request, 'lists', merchant, list.name)
  const mayChange = may(request, 'configure')
  return answerPage(request, {
    title: words.title(list.name),
    section: 'fraud',
    done: fraud.done,
    body: html`<p><a href="${fraudPath(request)}">← ${words.toFraud}</a></p>
      <section class="card" aria-label="${words.caption(list.name)}">${valueTable(request, list, mayChange ? path : undefined)}</section>
      ${mayChange ? html`<section class="card"><p>${words.deleteText}</p>${postButton(`${path}/delete`, words.delete, 'danger')}</section>` : ''}`,
  })
}

function valueTable({ lang }: UserRequest, { name, values }: FraudValueList, path: string | undefined): Html {
  const words = fraudWords[lang].list
  const valid = ({ expiresInSeconds: seconds }: FraudValue) =>
    seconds === undefined ? words.forEver : words.hours(Math.floor(seconds / 3_600))
  const rows = values.map((value) => [
    html`<code>${value.value}</code>`,
    value.label ?? '–',
    valid(value),
    ...(path === undefined ? [] : [removeButton(value, path, words)]),
  ])
  const heads = [words.value, words.label, words.valid, ...(path === undefined ? [] : [words.remove])]
  return table({ caption: words.caption(name), heads, rows, empty: words.none })
}

/** Its id goes in the body: what it names may be personal data, and addresses are logged. */
const removeButton = (
  { id, value }: FraudValue,
  path: string,
  words: (typeof fraudWords)['tr']['list'],
): Html =>
  html`<form method="post" action="${path}/remove"><input type="hidden" name="value" value="${id}"><button class="secondary" type="submit" aria-label="${words.removeNamed(value)}">${words.remove}</button></form>`
