import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { langOf } from '../api/api-context'
import { ApiError } from '../errors/api-error'
import type { Logger } from './logger'

/** The errors envelope (developer.craftgate.io/api, Hatalı İşlemler), in the language that was asked for. */
export function answerError(logger: Logger) {
  return (error: Error, c: Context) => {
    // What is left of a body that was too large would be taken for the next request of this connection.
    if (error instanceof ApiError && error.status === 413) c.header('Connection', 'close')
    if (error instanceof ApiError)
      return c.json(envelope(error, langOf(c)), error.status as ContentfulStatusCode)
    logger.error('The emulator failed', { path: c.req.path, reason: error.message, stack: error.stack })
    return c.json(envelope(OWN_FAILURE, langOf(c)), 500)
  }
}

const envelope = ({ code, description, group }: ApiError, lang: 'tr' | 'en') => ({
  errors: { errorCode: code, errorDescription: description[lang], errorGroup: group },
})

const OWN_FAILURE = new ApiError(500, '9998', { tr: 'Emülatör hatası', en: 'The emulator itself failed' })
