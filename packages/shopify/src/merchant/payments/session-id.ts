import { sessionId } from '../../sessions/requests/request-fields'

/** Anything else names nothing, and is not looked for. */
export const isSessionId = (text: string): boolean => sessionId.safeParse(text).success
