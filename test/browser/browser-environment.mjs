import { TestEnvironment } from 'jest-environment-node'

/** A row that fails says what its visitors saw when it did, before the row's own hooks close their browsers. */
export default class BrowserEnvironment extends TestEnvironment {
  async setup() {
    await super.setup()
    this.global.visitorsThere = new Set()
  }

  async handleTestEvent({ name, test }) {
    if (name !== 'test_fn_failure') return
    const visitors = [...this.global.visitorsThere]
    const seen = await Promise.all(
      visitors.map((visitor, i) => visitor.seenAtFailure(`${test.name} ${i + 1}`)),
    )
    if (seen.length > 0) tell(test.errors, seen.join('\n'))
  }
}

/** What Jest prints of an error is its stack; one that is only a text, a timeout, is printed as it is. */
function tell(errors, seen) {
  const last = errors.at(-1)
  const [error] = [last].flat()
  if (error?.stack) {
    const { message, stack } = error
    const end = stack.indexOf(message) + message.length
    error.stack = `${stack.slice(0, end)}\n\n${seen}\n${stack.slice(end)}`
  } else if (Array.isArray(last)) last[0] = `${error}\n\n${seen}`
}
