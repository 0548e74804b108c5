import { CraftgateError } from '@craftgate-commerce/core'
import { CommanderError } from 'commander'
import { UsageError } from './terminal'

/** What went wrong, for programs. */
interface Fault {
  /** `usage`, `configuration`, Craftgate's own code, or `failed`. */
  readonly code: string
  readonly message: string
  readonly remedy?: string
}

/** The mistake of whoever typed the command, or wrote its variables. */
export const isMistake = (error: unknown): boolean =>
  error instanceof UsageError || error instanceof CommanderError || isConfiguration(error)

const isConfiguration = (error: unknown): error is CraftgateError =>
  CraftgateError.is(error) && error.kind === 'configuration'

export function faultOf(error: unknown): Fault {
  if (error instanceof UsageError) return { code: 'usage', message: error.sentence, remedy: error.remedy }
  const message = error instanceof Error ? error.message : String(error)
  if (error instanceof CommanderError)
    return {
      code: 'usage',
      message: sentenceOf(message),
      remedy: 'The option --help of the command says what it takes',
    }
  if (isConfiguration(error))
    return {
      code: 'configuration',
      message,
      remedy: 'Put the variables in the environment, or in .env of the folder',
    }
  if (CraftgateError.is(error)) return { code: error.code, message, remedy: error.merchantMessage.en }
  return { code: 'failed', message }
}

/** What commander says of a mistake, on one line. */
export const sentenceOf = (text: string): string =>
  text
    .trim()
    .replace(/^error: /, '')
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/\.$/, '')
