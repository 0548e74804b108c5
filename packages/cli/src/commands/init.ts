import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withPlugin } from '../project/config-file'
import { completeEnvFile, shopKeys } from '../project/env-file'
import { keepFiles } from '../project/kept-files'
import { migrationOf } from '../project/migration'
import { type Command, LOCK_FILES, type PackageManager, packageManagerOf } from '../project/package-manager'
import { findProject, isInstalled, type Project } from '../project/project'
import type { RunProgram } from '../project/run-program'
import type { Questions, Terminal } from '../terminal'
import { nextSteps } from './init-next'

export interface InitOptions {
  /** Where browsers and Craftgate reach the shop's server; by default where the platform listens on this machine. */
  readonly publicUrl?: string
  /** Says yes to everything that would be asked. */
  readonly yes?: boolean
  /** False leaves it out, unasked. */
  readonly install?: boolean
  readonly migrate?: boolean
  readonly emulator?: boolean
  readonly json?: boolean
}

interface InitPlace {
  readonly terminal: Pick<Terminal, 'out' | 'err'>
  readonly run: RunProgram
  /** Undefined where nobody sits at a keyboard. */
  readonly questions?: Questions
}

/** What was done, what was left to the reader, or what failed. */
interface Step {
  readonly step: 'install' | 'write' | 'migrate'
  readonly outcome: 'done' | 'left' | 'failed'
  /** One sentence. */
  readonly said: string
  readonly commands?: readonly string[]
}

/**
 * Puts the plugin into the shop of this folder: installs the package, completes the config file and `.env`, and makes the tables by
 * the platform's own command. What is there already is left as it is, so it may be run again. Programs run when somebody at the
 * keyboard, or `yes`, agrees. Answers 1 when one of them failed. Throws UsageError, with nothing changed.
 */
export async function init(
  folder: string,
  options: InitOptions,
  { terminal, run, questions }: InitPlace,
): Promise<number> {
  const project = findProject(folder)
  const manager = packageManagerOf(folder)
  const file = resolve(folder, project.config)
  // Before anything is changed: a config file without a place for the plugin ends it here.
  const changed = withPlugin(project.platform, { path: project.config, text: readFileSync(file, 'utf8') })
  const wanted = await choose(project, manager, { options, questions })
  terminal.err(
    `A ${PLATFORM_NAMES[project.platform]} shop: ${project.config}, installed with ${manager.name}\n`,
  )

  const steps: Step[] = []
  const report = (step: Step): void => {
    steps.push(step)
    if (!options.json) terminal.out(`${MARKS[step.outcome]} ${step.said}\n`)
  }
  report(await install(project, manager, { isWanted: wanted.install, run }))
  const stopped = steps.some(({ outcome }) => outcome === 'failed')
  let added: readonly string[] = []
  const written: string[] = []
  if (!stopped) {
    if (changed !== undefined) writeFileSync(file, changed)
    added = completeEnvFile(folder, shopKeys(project.platform, { ...options, emulator: wanted.emulator }))
    written.push(...(changed === undefined ? [] : [project.config]), ...(added.length > 0 ? ['.env'] : []))
    const said =
      written.length > 0
        ? `Written: ${written.join(', ')}`
        : 'Config file and .env: everything is there already'
    report({ step: 'write', outcome: 'done', said })
    report(await migrate(project, manager, { isWanted: wanted.migrate, run }))
  }
  const left = steps.filter(({ outcome }) => outcome !== 'done').flatMap(({ commands = [] }) => commands)
  const again = stopped ? ['npx @craftgate-commerce/cli init'] : []
  const next = [...left, ...again, ...(stopped ? [] : nextSteps(project.platform, wanted.emulator))]
  const isWell = steps.every(({ outcome }) => outcome !== 'failed')
  if (options.json) {
    const told = {
      platform: project.platform,
      packageManager: manager.name,
      written,
      variables: added,
      steps,
      next,
    }
    terminal.out(`${JSON.stringify(told, undefined, 2)}\n`)
  } else terminal.out(`\nNext:\n${next.map((line, index) => `${index + 1}. ${line}`).join('\n')}\n`)
  return isWell ? 0 : 1
}

const PLATFORM_NAMES = { medusa: 'Medusa', vendure: 'Vendure' } as const
const MARKS = { done: '✓', left: '-', failed: '✗' } as const

const packageOf = ({ platform }: Project) => `@craftgate-commerce/${platform}`
const textOf = (command: Command): string => command.join(' ')

/** All questions come before the first change. */
async function choose(
  project: Project,
  manager: PackageManager,
  { options, questions }: { readonly options: InitOptions; readonly questions?: Questions },
) {
  const { yes = false } = options
  const agreed = async (wanted: boolean | undefined, question: string): Promise<boolean> =>
    wanted !== false && (yes || ((await questions?.agreed(question)) ?? false))
  const migration = migrationOf(project, manager).map(textOf).join(' && ')
  const add = textOf(manager.install(packageOf(project)))
  const install = isInstalled(project) || (await agreed(options.install, `Install the package (${add})?`))
  return {
    install,
    // No tables of a package that is not there.
    migrate:
      install && (await agreed(options.migrate, `Make the tables in the shop's database (${migration})?`)),
    // The emulator's address does no harm, so it is what a program gets that nobody asked.
    emulator:
      options.emulator !== false &&
      (yes || ((await questions?.agreed('No account at Craftgate yet: use the emulator?')) ?? true)),
  }
}

interface Work {
  readonly isWanted: boolean
  readonly run: RunProgram
}

async function install(project: Project, manager: PackageManager, { isWanted, run }: Work): Promise<Step> {
  const name = packageOf(project)
  if (isInstalled(project)) return { step: 'install', outcome: 'done', said: `${name} is installed already` }
  const command = manager.install(name)
  const commands = [textOf(command)]
  if (!isWanted) return { step: 'install', outcome: 'left', said: `${name} is not installed yet`, commands }
  const folders = [project.folder, manager.root]
  const putBack = keepFiles(
    folders.flatMap((folder) =>
      ['package.json', ...Object.keys(LOCK_FILES)].map((path) => resolve(folder, path)),
    ),
  )
  const fault = await faultOf(command, project.folder, run)
  if (fault === undefined)
    return { step: 'install', outcome: 'done', said: `Installed ${name} (${commands[0]})` }
  putBack()
  return { step: 'install', outcome: 'failed', said: `${fault}. Nothing was changed in the shop`, commands }
}

async function migrate(project: Project, manager: PackageManager, { isWanted, run }: Work): Promise<Step> {
  const commands = migrationOf(project, manager)
  const texts = commands.map(textOf)
  if (!isWanted)
    return { step: 'migrate', outcome: 'left', said: 'The tables are not made yet', commands: texts }
  for (const [index, command] of commands.entries()) {
    const fault = await faultOf(command, project.folder, run)
    if (fault === undefined) continue
    const said = `${fault}. What is written stays; run the rest when the shop's database answers`
    return { step: 'migrate', outcome: 'failed', said, commands: texts.slice(index) }
  }
  return { step: 'migrate', outcome: 'done', said: `Made the tables (${texts.join(' && ')})` }
}

/** One sentence; undefined when the program ended well. */
async function faultOf(command: Command, folder: string, run: RunProgram): Promise<string | undefined> {
  try {
    const status = await run(command, folder)
    return status === 0 ? undefined : `${textOf(command)} ended with ${status}`
  } catch (error) {
    return `${textOf(command)} could not be started (${error instanceof Error ? error.message : String(error)})`
  }
}
