// How a process of this store begins, says that it is ready, and ends.

/** The one line on stdout that whoever started this process waits for. */
export function announce(line: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

/** Ends the process with one clear line for each problem and no stack. */
export function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
}

/** A server stops gracefully on SIGTERM; do the same when the parent that holds our IPC channel is gone. */
export function stopWithParent(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  // The channel alone must not keep a process alive that has done its work.
  process.channel?.unref()
}
