import { pathTo, type UserRequest } from '../http/panel-request'

/** The address of a page of fraud: fraudPath(request, 'lists', merchant, name) */
export const fraudPath = (request: UserRequest, ...parts: readonly string[]): string =>
  pathTo(request, ['/fraud', ...parts.map(encodeURIComponent)].join('/'))
