import { secondTries, tally } from './tally.mjs'

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

test('names what passed at its second try, and nothing else', () => {
  const row = (fullName, status, invocations) => ({ fullName, status, invocations })
  const name = '/clone/test/browser/shopify.test.ts'
  const rows = [row('pays', 'passed', 1), row('pays late', 'passed', 2), row('never pays', 'failed', 2)]
  expect(secondTries({ testResults: [{ name, assertionResults: rows }] })).toEqual([
    'shopify.test.ts: pays late',
  ])
  expect(secondTries(undefined)).toEqual([])
})
