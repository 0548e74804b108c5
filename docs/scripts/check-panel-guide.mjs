import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const GUIDES = { en: 'docs/merchant/index.md', tr: 'docs/tr/merchant/index.md' }

/** Each section of the panel's navigation is a heading of the merchant's guide, under the very name that the panel has for it. */
export function checkPanelGuide(root) {
  return Object.entries(GUIDES).flatMap(([language, guide]) => {
    const words = readFileSync(join(root, `packages/panel/src/words/${language}.ts`), 'utf8')
    const [, sections = ''] = /\n {2}sections: \{([^}]*)\}/.exec(words) ?? []
    const names = [...sections.matchAll(/: '([^']+)'/g)].map(([, name]) => name)
    if (names.length === 0) return [`${guide}: the sections of the panel could not be read`]
    const lines = new Set(readFileSync(join(root, guide), 'utf8').split('\n'))
    return names
      .filter((name) => !lines.has(`## ${name}`))
      .map((name) => `${guide}: the section "${name}" of the panel is missing`)
  })
}
