import { tally } from './tally.mjs'

const suite = (status, tests) => ({ status, assertionResults: Array.from({ length: tests }, () => ({})) })
const report = (passed, failed, suites) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: suites,
})

test('counts what passed and what failed', () => {
  expect(tally(report(5, 2, [suite('failed', 7)]), false)).toEqual({ passed: 5, failed: 2 })
  expect(tally(report(5, 0, [suite('passed', 5)]), true)).toEqual({ passed: 5, failed: 0 })
})

test('a suite that could not start is a failure', () => {
  expect(tally(report(5, 0, [suite('passed', 5), suite('failed', 0)]), false)).toEqual({
    passed: 5,
    failed: 1,
  })
})

test('silence is not success', () => {
  expect(tally(undefined, false)).toEqual({ passed: 0, failed: 1 })
  expect(tally(report(0, 0, []), true)).toEqual({ passed: 0, failed: 1 })
  expect(tally(report(5, 0, [suite('passed', 5)]), false)).toEqual({ passed: 5, failed: 1 })
})
