import type { z } from 'zod'
import { CraftgateError } from './errors'
import { type CraftgateOptions, craftgateOptions, type ParsedOptions } from './options'

const lineOf = (issue: { readonly path: readonly PropertyKey[]; readonly message: string }): string =>
  issue.path.length === 0 ? issue.message : `${issue.path.map(String).join('.')}: ${issue.message}`

/**
 * Checks the options once, at start. Throws a CraftgateError of kind `configuration` whose message has one line
 * for each wrong key; it never repeats a value, because the value may be a secret.
 */
export function parseOptions(options: CraftgateOptions): ParsedOptions {
  return parseConfiguration(craftgateOptions, options)
}

/** The same promise for an adapter that adds keys of its own to these options. */
export function parseConfiguration<Schema extends z.ZodType>(
  schema: Schema,
  options: unknown,
): z.output<Schema> {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(lineOf)
  throw new CraftgateError({
    kind: 'configuration',
    code: 'bad-options',
    message: `Craftgate options are wrong:\n${lines.map((line) => `- ${line}`).join('\n')}`,
    retry: 'no',
    merchantMessage: {
      tr: `Craftgate ayarları hatalı: ${lines.join('; ')}`,
      en: `Craftgate settings are wrong: ${lines.join('; ')}`,
    },
  })
}
