import { basename } from 'node:path'

/**
 * Counts a jest report. A suite that could not even start counts as one failure, and so does a run that broke
 * without a failed test or that ran none: silence is not success.
 */
export function tally(report, exitedWell) {
  if (!report) return { passed: 0, failed: 1 }
  const suites = report.testResults.filter(
    (suite) => suite.status === 'failed' && suite.assertionResults.length === 0,
  )
  const failed = report.numFailedTests + suites.length
  const passed = report.numPassedTests
  const silent = failed === 0 && (!exitedWell || passed === 0)
  return { passed, failed: silent ? 1 : failed }
}

/** Rows that passed at their second try, each with its file. */
export const secondTries = (report) =>
  (report?.testResults ?? []).flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, invocations }) => status === 'passed' && invocations > 1)
      .map(({ fullName }) => `${basename(name)}: ${fullName}`),
  )
