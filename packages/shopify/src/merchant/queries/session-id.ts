import { sessionId } from '../../session-requests/session-requests'

/** Anything else names nothing, and is not looked for. */
export const isSessionId = (text: string): boolean => sessionId.safeParse(text).success
