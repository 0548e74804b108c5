/**
 * What of an error may stand in a log: its name and the code of database or system. Never its message: a database's may
 * hold what was written.
 */
export function errorName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const code = codeIn(error) ?? ('driverError' in error ? codeIn(error.driverError) : undefined)
  return code === undefined ? error.name : `${error.name} ${code}`
}

function codeIn(error: unknown): string | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}
