// A browser, a shop and a bank's page share two busy processors. What fails once is printed with all that was seen, and
// `npm test` names it at its end: it is a fault to be mended, but holds up nobody else's work.
jest.retryTimes(1, { logErrorsBeforeRetry: true, retryImmediately: true })
