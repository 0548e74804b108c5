import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runInNewContext } from 'node:vm'
import Craftgate from '@craftgate/craftgate'
import CardProvider from '@craftgate/craftgate/dist/model/CardProvider'
import { transformSync } from '@swc/core'
import type { TestServer } from './test-server'

/** Every sample that the official SDK ships, as it is but for the address and the keys. */
export const SAMPLES = join(dirname(require.resolve('@craftgate/craftgate/package.json')), 'samples')

/** What stands in a sample, and what stands there when it runs. */
export type Injected = readonly (readonly [placeholder: string | RegExp, value: string | number])[]

/** One is TypeScript, with imports; the others are what Node runs as it is. */
const isTypeScript = (name: string): boolean => name.endsWith('.ts')

const fileOf = (name: string): string => join(SAMPLES, isTypeScript(name) ? name : `${name}.js`)

function sourceOf(name: string): string {
  const source = readFileSync(fileOf(name), 'utf8')
  const parser = { syntax: 'typescript' } as const
  return isTypeScript(name)
    ? transformSync(source, { jsc: { parser, target: 'es2022' }, module: { type: 'commonjs' } }).code
    : source
}

/** The ids come first: the digits of one may be those of the sandbox's port. */
function codeOf({ sandbox }: TestServer, name: string, injected: Injected): string {
  const { url, apiKey, secretKey } = sandbox
  return injected
    .reduce((text, [placeholder, value]) => {
      expect(text).toMatch(placeholder)
      return text.replace(placeholder, String(value))
    }, sourceOf(name))
    .replace(/https:\/\/sandbox-api\.craftgate\.io|http:\/\/localhost:8000/g, url)
    .replace(/apiKey: (['"]).*\1/, `apiKey: '${apiKey}'`)
    .replace(/secretKey: (['"]).*\1/, `secretKey: '${secretKey}'`)
}

/** Runs a sample; resolves with `done`, or with the errorCode that it was refused with. Some say nothing of success. */
export function runSample(testServer: TestServer, name: string, injected: Injected = []): Promise<string> {
  return new Promise((resolve) => {
    const console = {
      info: () => resolve('done'),
      error: (_text: string, error: unknown) =>
        resolve(error instanceof Craftgate.CraftgateError ? error.getErrorCode() : String(error)),
    }
    const code = codeOf(testServer, name, injected)
    const ended: unknown = runInNewContext(code, { ...surroundings(name), console })
    if (isCall(ended)) void ended.then(() => resolve('done'))
  })
}

/** What a sample finds around it. One names this enumeration of the package without importing it. */
const surroundings = (name: string) => ({
  require: isTypeScript(name) ? createRequire(fileOf(name)) : () => Craftgate,
  exports: {},
  CardProvider,
  Map,
})

/** A sample ends with the call that it shows, a promise. */
const isCall = (value: unknown): value is PromiseLike<unknown> =>
  typeof value === 'object' && value !== null && 'then' in value
