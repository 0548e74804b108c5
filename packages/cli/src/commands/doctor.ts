import { inspectSetup, type SetupFinding, type SetupInspection } from '@craftgate-commerce/core'
import { createClient } from '@craftgate-commerce/core/client'
import { type Environment, shopOptions } from '../environment'
import type { Terminal } from '../terminal'

export interface DoctorOptions {
  readonly json?: boolean
  readonly lang: 'tr' | 'en'
  readonly currency: readonly string[]
}

const MARKS: Readonly<Record<SetupFinding['status'], string>> = {
  ok: 'ok     ',
  warning: 'warning',
  problem: 'PROBLEM',
  unknown: 'unknown',
}

/**
 * The panel's set-up checks in the terminal. 0 when nothing stands in the way of payments, 1 when something does: for a
 * pipeline too. Throws CraftgateError `configuration` with a line for each variable that is missing.
 */
export async function doctor(
  env: Environment,
  { json = false, lang, currency }: DoctorOptions,
  { out }: Pick<Terminal, 'out'>,
): Promise<number> {
  const options = shopOptions(env)
  const [merchant] = Object.values(options.merchants)
  if (merchant === undefined) throw new Error('A shop has a merchant')
  const currencies = currency.length > 0 ? currency : undefined
  const query = { merchant: 'main', currencies, versions: { Node: process.versions.node } }
  const client = createClient(merchant, { language: lang })
  const inspection = await inspectSetup(query, { options, merchant, client })
  out(json ? `${JSON.stringify(inspection, undefined, 2)}\n` : textOf(inspection, lang))
  return inspection.findings.some(({ status }) => status === 'problem') ? 1 : 0
}

function textOf({ findings, poses, questions }: SetupInspection, lang: 'tr' | 'en'): string {
  const lines = findings.flatMap(({ status, check, text, remedy }) => [
    `${MARKS[status]}  ${check}: ${text[lang]}`,
    ...(remedy ? [`         → ${remedy[lang]}`] : []),
  ])
  const pos = poses.map(({ alias, status }) => `         POS ${alias}: ${status}`)
  return `${[...lines, ...pos, '', ...questions.map((question) => `[ ] ${question[lang]}`)].join('\n')}\n`
}
