import type { Answer, UserRequest } from './panel-request'

type Handler = (request: UserRequest) => Answer

/** Where a capability's pages and actions are entered; nobody reaches one without being logged in. */
export interface Routes {
  /** GET; the path may have parameters: /links/:id */
  readonly page: (path: string, handler: Handler) => void
  /** POST, from the panel's own pages only. */
  readonly action: (path: string, handler: Handler) => void
}
