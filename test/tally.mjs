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
