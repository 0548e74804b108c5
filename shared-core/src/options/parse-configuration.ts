import { z } from 'zod'
import { CraftgateError } from '../errors'
import type { Localized } from '../messages/localized'
import {
  BY_NAME,
  type CraftgateOptions,
  craftgateOptions,
  merchantOptions,
  type ParsedOptions,
} from './options'

/**
 * Checks the options once, at start. Throws a CraftgateError of kind `configuration` whose message has one line
 * for each wrong key; it never repeats a value, because the value may be a secret.
 */
export function parseOptions(options: CraftgateOptions): ParsedOptions {
  return parseConfiguration(craftgateOptions, options)
}

/** The same promise for an adapter that adds keys of its own to these options. No options at all are empty ones. */
export function parseConfiguration<Schema extends z.ZodType>(
  schema: Schema,
  options: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(options ?? {}, { error: sentenceOf })
  if (parsed.success) return parsed.data
  const lines = linesOf(parsed.error.issues.flatMap((issue) => wrongKeys(issue, hasMerchants(schema))))
  throw wrongOptions(lines, WRONG_SETTINGS)
}

// The list stands in the message, once: whoever prints the whole error shall not read it twice.
const WRONG_SETTINGS: Localized = {
  tr: 'Craftgate ayarları hatalı; hangileri olduğu sunucunun kaydında yazar.',
  en: "Craftgate settings are wrong; the server's log says which.",
}

/** The error of kind `configuration` with a line for each wrong key. */
export const wrongOptions = (lines: readonly string[], merchantMessage: Localized): CraftgateError =>
  new CraftgateError({
    kind: 'configuration',
    code: 'bad-options',
    message: `Craftgate options are wrong:\n${lines.map((line) => `- ${line}`).join('\n')}`,
    retry: 'no',
    merchantMessage,
  })

/**
 * Options with rules between them. The rules are read even when single options are wrong, so that everything that is
 * wrong stands in one list; they are given those options that are right.
 */
export function withRules<Schema extends z.ZodObject>(
  schema: Schema,
  rules: (options: Partial<z.output<Schema>>, context: z.RefinementCtx) => void,
): Schema {
  const check = (options: z.output<Schema>, context: z.RefinementCtx) => {
    const wrong = new Set(context.issues.map(({ path }) => path?.[0]))
    const right = Object.entries(options).filter(([key]) => !wrong.has(key))
    rules(Object.fromEntries(right) as Partial<z.output<Schema>>, context)
  }
  return schema.superRefine(check, { when: () => true })
}

/**
 * What is allowed and dangerous, a sentence each for the log of the start. `production`: the server serves customers.
 */
export function risksOf(
  { publicUrl, merchants, checkout }: ParsedOptions,
  { production }: { readonly production: boolean },
): string[] {
  const names = Object.keys(merchants)
  const isLive = (name: string) => merchants[name]?.environment === 'live'
  const live = names.filter(isLive)
  const others = names.filter((name) => !isLive(name))
  const risks: string[] = []
  if (live.length > 0 && publicUrl.startsWith('http://'))
    risks.push(
      `publicUrl begins with http:// and ${pathsOf(live)} takes real money: pay links and callbacks can be read and changed on their way; use https://`,
    )
  if (production && others.length > 0)
    risks.push(
      `${pathsOf(others)} is not 'live' in production: whoever pays with a test card gets the goods for nothing; use 'live', or leave the merchant out`,
    )
  if (checkout.cardEntry === 'server')
    risks.push(
      "checkout.cardEntry is 'server': card numbers pass this server, which puts the shop in PCI DSS SAQ D; with 'hosted' it stays in SAQ A",
    )
  return risks
}

/**
 * Throws a CraftgateError of kind `configuration` where card numbers would travel in the open. A server that only this machine
 * reaches may do without TLS.
 */
export function requireSafeCardEntry({ publicUrl, checkout }: ParsedOptions): void {
  if (checkout.cardEntry !== 'server' || publicUrl.startsWith('https://')) return
  if (isLoopback(new URL(publicUrl).hostname)) return
  throw wrongOptions(
    ["checkout.cardEntry: 'server' needs a publicUrl that begins with https://"],
    WRONG_SETTINGS,
  )
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host)

const pathsOf = (merchants: readonly string[]): string =>
  merchants.map((name) => `merchants.${name}.environment`).join(', ')

interface WrongKey {
  readonly key: string
  readonly message: string
}

function wrongKeys(issue: z.core.$ZodIssue, mayNameMerchants: boolean): WrongKey[] {
  const { path, message } = issue
  if (issue.code !== 'unrecognized_keys') return [{ key: path.map(String).join('.'), message }]
  return issue.keys.map((name) => ({
    key: [...path, name].map(String).join('.'),
    message:
      mayNameMerchants && path.length === 0 && Object.hasOwn(merchantOptions.shape, name)
        ? `belongs to a merchant, ${BY_NAME}`
        : message,
  }))
}

/** One line for each key; keys that stand at a wrong place share theirs. */
function linesOf(wrong: readonly WrongKey[]): string[] {
  const lines = wrong.map(({ key, message }) => {
    const together = isAboutPlace(message) ? wrong.filter((each) => each.message === message) : [{ key }]
    const keys = together.map((each) => each.key).join(', ')
    return keys === '' ? message : `${keys}: ${message}`
  })
  return [...new Set(lines)]
}

const isAboutPlace = (message: string): boolean => message.includes(BY_NAME) || message.startsWith(NO_OPTION)

const hasMerchants = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodObject && Object.hasOwn(schema.shape, 'merchants')

/** For keys whose own schema says nothing. */
function sentenceOf(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.inst instanceof z.ZodObject
        ? `${NO_OPTION}; there are ${Object.keys(issue.inst.shape).join(', ')}`
        : NO_OPTION
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${NOUNS[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `must be ${issue.values.map((value) => `'${String(value)}'`).join(' or ')}`
    case 'too_small':
      return `must be ${String(issue.minimum)} or more`
    case 'too_big':
      return `must be at most ${String(issue.maximum)}`
    default:
      return undefined
  }
}

const NO_OPTION = 'is no option'

const NOUNS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'an object of options',
  record: 'an object',
  string: 'text',
}
