import { readForm } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { HostedPageService } from '../hosted-page-service'
import { mealCardPage } from './meal-card-page'
import { noticePage } from './notice-page'
import type { PageMemory } from './page-memory'
import { mealCardPath, readPageOptions, withOptions } from './page-options'
import { ownReturn, toMerchant } from './return-page'

/** The page where a meal card is tokenized: show, answer. */
export function createMealCardPages(service: HostedPageService, memory: PageMemory): Hono {
  const app = new Hono()
  app.get('/:id', (c) => show(c, service, false))
  app.post('/:id', (c) => answer(c, service, memory))
  app.get('/:id/return', (c) => ownReturn(c, memory, mealCardPath(idOf(c))))
  return app
}

const idOf = (c: Context): string => c.req.param('id') ?? ''

function show(c: Context, service: HostedPageService, invalid: boolean) {
  const options = readPageOptions(c)
  const view = service.mealCard(idOf(c))
  if (view === undefined) return noticePage(c, 'unknown', { options })
  return view.answered ? noticePage(c, 'done', { options }) : mealCardPage(c, view, options, invalid)
}

async function answer(c: Context, service: HostedPageService, memory: PageMemory): Promise<Response> {
  const id = idOf(c)
  const form = await readForm(c)
  const action = form.get('action')
  // The API's own form arrives by POST before anybody typed anything.
  if (action !== 'approve' && action !== 'cancel')
    return c.redirect(withOptions(mealCardPath(id), readPageOptions(c)), 303)
  const typed = { cardNumber: form.get('value') ?? '' }
  const step = service.answerMealCard(id, action === 'cancel' ? { cancel: true } : typed)
  if (step?.kind === 'callback') return toMerchant(c, memory, { page: mealCardPath(id), post: step.callback })
  return show(c, service, step?.kind === 'invalid')
}
