import { CraftgateError } from '@craftgate-commerce/core'
import { Client } from 'pg'
import { errorCode } from '../context/logging'
import { CERTIFICATE_FILES, certificateProblem } from '../mtls'
import { type AppOptions, type Environment, readEnvironment, variableOf } from '../options'
import { checkoutModule } from './checkout-module'

const CONNECT_MS = 5_000

/** What is wrong with the environment, a line for each variable. */
export class EnvironmentProblems extends Error {
  override readonly name = 'EnvironmentProblems'

  constructor(readonly lines: readonly string[]) {
    super(`The app cannot start with this environment:\n${lines.join('\n')}`)
  }
}

/**
 * The options from the environment, when all that it names can be used too: the certificate files, the module with options
 * of the payment page, and the database.
 * @throws EnvironmentProblems that has all of them at once.
 */
export async function checkEnvironment(env: Environment): Promise<AppOptions> {
  const { checkout, problem } = await checkoutModule(env)
  const { options, lines } = readOptions(env, checkout)
  const ofModule = problem === undefined ? [] : [`- CHECKOUT_MODULE: ${problem}`]
  const all = [...lines, ...ofModule, ...fileProblems(env), ...(await databaseProblems(env))]
  if (options === undefined || all.length > 0) throw new EnvironmentProblems(all)
  return options
}

interface Read {
  readonly options?: AppOptions
  readonly lines: readonly string[]
}

function readOptions(env: Environment, checkout: unknown): Read {
  try {
    return { options: readEnvironment(env, checkout), lines: [] }
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    return { lines: error.message.split('\n').slice(1) }
  }
}

/** A file that is not named was said to be missing already. */
function fileProblems(env: Environment): readonly string[] {
  const mode = env.SHOPIFY_MTLS?.trim() || 'direct'
  if (mode !== 'direct' && mode !== 'emulator') return []
  return CERTIFICATE_FILES.flatMap((kind) => {
    const variable = variableOf(['mtls', kind])
    const file = env[variable]?.trim()
    const problem = file ? certificateProblem(kind, file) : undefined
    return problem === undefined ? [] : [`- ${variable}: ${problem}`]
  })
}

/** By the code of PostgreSQL or of the network. */
const DATABASE_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers at its host and port',
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host is not known',
  ETIMEDOUT: 'its host does not answer',
  '28P01': 'the user or the password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'there is no database of this name',
  '53300': 'the server has no connection left',
}

/** Stands for the database of our own, which starts when all else is right. */
export const EMBEDDED_DATABASE = 'postgres://embedded'

async function databaseProblems({ DATABASE_URL: url = '' }: Environment): Promise<readonly string[]> {
  if (url === EMBEDDED_DATABASE || !/^postgres(?:ql)?:\/\//.test(url.trim())) return []
  try {
    const client = new Client({ connectionString: url.trim(), connectionTimeoutMillis: CONNECT_MS })
    client.on('error', () => {})
    try {
      await client.connect()
    } finally {
      await client.end()
    }
    return []
  } catch (error) {
    const code = errorCode(error)
    return [`- DATABASE_URL: ${DATABASE_PROBLEMS[code] ?? `the database cannot be reached ${code}`.trim()}`]
  }
}

const MAY_NOT = '42501'

/** What a start that was refused by the database comes to. */
export function migrationProblem(error: unknown): Error | undefined {
  if (errorCode(error) !== MAY_NOT) return undefined
  return new EnvironmentProblems([
    '- DATABASE_URL: its user may not make tables or use them; run `craftgate-shopify migrate` as their owner, and grant' +
      ' the rights that docs/deployment.md names',
  ])
}
