import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

export interface ChildPlan {
  /** What people call it, in messages. */
  readonly name: string
  /** Script for this Node. */
  readonly script: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Everything it writes to stderr goes here. */
  readonly logFile: string
  readonly timeoutMs?: number
}

export interface Ending {
  readonly code: number | null
  readonly signal: string | null
}

export interface Child {
  readonly pid: number
  /** The JSON line that it printed when it was ready. */
  readonly ready: Readonly<Record<string, unknown>>
  /** Settles when the process is gone, however it went. */
  readonly gone: Promise<Ending>
  /** Asks it to stop, then insists after ten seconds. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/**
 * Starts a Node script in a process group of its own and waits for its first JSON line on stdout.
 * It holds an IPC channel, so that a script that listens for `disconnect` never outlives us.
 * @throws Error with the end of its stderr when it dies or stays silent.
 */
export async function startChild(plan: ChildPlan): Promise<Child> {
  mkdirSync(path.dirname(plan.logFile), { recursive: true })
  const child = spawn(process.execPath, [plan.script, ...(plan.args ?? [])], {
    env: { ...process.env, NODE_OPTIONS: undefined, ...plan.env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    detached: true,
  })
  const gone = new Promise<Ending>((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }))
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  const tail = keepLog(child, plan.logFile)
  try {
    const ready = await firstLine(child, plan)
    return { pid: child.pid ?? 0, ready, gone, stop: (signal) => stop(child, gone, signal) }
  } catch (error) {
    await stop(child, gone, 'SIGKILL')
    throw new Error(`${plan.name} did not start: ${reason(error)}\n${tail()}\nLog: ${plan.logFile}`)
  }
}

/** Runs a Node script that says one JSON line, and waits for its end. @throws Error when it fails. */
export async function runChild(plan: ChildPlan): Promise<Readonly<Record<string, unknown>>> {
  const child = await startChild(plan)
  const { code, signal } = await child.gone
  if (code === 0) return child.ready
  throw new Error(`${plan.name} ended with ${signal ?? `code ${code}`}\nLog: ${plan.logFile}`)
}

/** Writes at once what the child says, so that the log is whole when the child is gone. Returns its last lines. */
function keepLog(child: ChildProcess, file: string): () => string {
  const log = openSync(file, 'a')
  const chunks: string[] = []
  child.stderr?.on('data', (chunk: Buffer) => {
    writeSync(log, chunk)
    chunks.push(chunk.toString())
    if (chunks.length > 50) chunks.shift()
  })
  child.once('close', () => closeSync(log))
  return () => chunks.join('').trim().split('\n').slice(-12).join('\n')
}

function firstLine(child: ChildProcess, plan: ChildPlan): Promise<Readonly<Record<string, unknown>>> {
  return new Promise((resolve, reject) => {
    const seconds = (plan.timeoutMs ?? 120_000) / 1000
    const timer = setTimeout(() => reject(new Error(`not ready after ${seconds} s`)), seconds * 1000)
    const end = (act: () => void) => {
      clearTimeout(timer)
      act()
    }
    child.once('error', (error) => end(() => reject(error)))
    child.once('close', (code, signal) =>
      end(() => reject(new Error(`ended with ${signal ?? `code ${code}`}`))),
    )
    if (!child.stdout) return
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = parse(line)
      if (ready) end(() => resolve(ready))
    })
  })
}

function parse(line: string): Readonly<Record<string, unknown>> | undefined {
  if (!line.startsWith('{')) return undefined
  try {
    return JSON.parse(line) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}

async function stop(
  child: ChildProcess,
  gone: Promise<Ending>,
  signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM',
): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(signal)
  const insist = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await gone
  clearTimeout(insist)
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
