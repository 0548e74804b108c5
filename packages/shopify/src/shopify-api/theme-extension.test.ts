import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const FOLDER = path.join(__dirname, '../../extensions/craftgate-theme')
const read = (file: string): string => readFileSync(path.join(FOLDER, file), 'utf8')

const BLOCKS = readdirSync(path.join(FOLDER, 'blocks'))
const LOCALES = readdirSync(path.join(FOLDER, 'locales'))

const schemaOf = (block: string): string =>
  /{% schema %}([\s\S]*){% endschema %}/.exec(read(`blocks/${block}`))?.[1] ?? ''

const wordsOf = (schema: string): readonly string[] =>
  [...schema.matchAll(/"t:([\w.]+)"/g)].map(([, key = '']) => key)

test.each(BLOCKS)('%s: a section of products, with a script that the build makes', (block) => {
  const { target, enabled_on, javascript } = JSON.parse(schemaOf(block))
  expect([target, enabled_on]).toEqual(['section', { templates: ['product'] }])
  expect(readFileSync(path.join(__dirname, '../../tsup.config.ts'), 'utf8')).toContain(
    `'${javascript.replace(/\.js$/, '')}'`,
  )
})

test.each(LOCALES)('%s names every word of the blocks, and no other', (locale) => {
  const words = JSON.parse(read(`locales/${locale}`)) as object
  const named = keysOf(words)
  expect(named.sort()).toEqual(BLOCKS.flatMap((block) => wordsOf(schemaOf(block))).sort())
})

const keysOf = (words: object, prefix = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`),
  )
