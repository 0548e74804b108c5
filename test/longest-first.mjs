import Sequencer from '@jest/test-sequencer'

/**
 * Suites of more than two minutes, the longest first: begun last, one of them would run alone. Jest itself knows how long a suite
 * takes only where it ran before, which no fresh clone has.
 */
const LONG = [
  'contract/medusa.test.ts',
  'browser/storefront-medusa.test.ts',
  'browser/panel-pages.test.ts',
  'browser/storefront-vendure.test.ts',
  'medusa/security.test.ts',
  'contract/vendure.test.ts',
  'browser/ways-to-pay.test.ts',
]

const rankOf = ({ path }) => {
  const rank = LONG.findIndex((suite) => path.endsWith(`/test/${suite}`))
  return rank < 0 ? LONG.length : rank
}

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
