import {
  findOperation,
  OPERATIONS,
  type Operation,
  type OperationId,
  operationIds,
} from '@craftgate-commerce/openapi'
import { ApiError } from '../errors/api-error'
import type { Api } from './api-context'

/** First path segments of Craftgate's API: `payment`, `payment-reporting`, … */
export const ROOTS: readonly string[] = [
  ...new Set(operationIds().map((id) => OPERATIONS[id].path.split('/')[1] ?? '')),
]

/** The calls that have a route by now. */
export function playedOperations(api: Api): ReadonlySet<OperationId> {
  const found = api.routes.map(({ method, path }) => findOperation(method, exampleOf(path))?.id)
  return new Set(found.filter((id) => id !== undefined))
}

/** A path that the route takes: `/card-payments/:id{\\d+}` takes `/card-payments/1`. */
const exampleOf = (path: string): string => path.replace(/:\w+(\{[^/]*\})?/g, '1')

/** Calls that Craftgate has and the emulator does not play say so, that nobody is fooled; anything else is unknown to both. */
export function refuseUnplayed(api: Api, played: ReadonlySet<OperationId>): void {
  for (const id of operationIds().filter((each) => !played.has(each))) {
    const { method, path: template }: Operation = OPERATIONS[id]
    const path = template.replace(/\{(\w+)\}/g, ':$1')
    api.on(method, path, () => {
      throw unplayed(`${method} ${path}`)
    })
  }
  for (const root of ROOTS) {
    api.all(`/${root}/*`, () => {
      throw UNKNOWN_ENDPOINT
    })
  }
}

const unplayed = (endpoint: string) =>
  new ApiError(501, '9999', {
    tr: `Emülatör bu uç noktayı henüz oynamıyor: ${endpoint}`,
    en: `The emulator does not play this endpoint yet: ${endpoint}`,
  })

const UNKNOWN_ENDPOINT = new ApiError(404, '1404', {
  tr: 'Uç nokta bulunamadı',
  en: 'There is no such endpoint',
})
