import { version } from '../../../package.json'
import type { SetupCheck } from '../setup-context'

export const versions: SetupCheck = async (context) => {
  const all = { ...context.versions, '@craftgate-commerce/core': version, 'Node.js': process.versions.node }
  const about = Object.entries(all)
    .map(([name, each]) => `${name} ${each}`)
    .join(', ')
  return [{ code: 'versions', about }]
}
