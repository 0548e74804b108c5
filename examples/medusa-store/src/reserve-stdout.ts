/** Medusa logs to stdout: all of that goes to stderr from now on. Returns the one way left to stdout, for one JSON line. */
export function reserveStdout(): (line: Readonly<Record<string, unknown>>) => void {
  const write = process.stdout.write.bind(process.stdout)
  process.stdout.write = process.stderr.write.bind(process.stderr)
  return (line) => void write(`${JSON.stringify(line)}\n`)
}
