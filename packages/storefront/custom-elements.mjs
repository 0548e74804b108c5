// Writes dist/custom-elements.json, by which editors know the elements (https://github.com/webcomponents/custom-elements-manifest):
// names and attributes are those of the built classes, words those of the docstrings above them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import './dist/define.js'
import * as elements from './dist/index.js'

const folder = import.meta.dirname
const sources = readdirSync(join(folder, 'src'), { recursive: true })
  .filter((name) => /craftgate-[\w-]+\.ts$/.test(name))
  .map((name) => readFileSync(join(folder, 'src', name), 'utf8'))

const TYPES = new Map([
  [Boolean, 'boolean'],
  [Object, 'object'],
])
const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, '')
const named = (text = '') => [...text.matchAll(/`([\w-]+)`/g)].map(([, name]) => ({ name }))

function declarationOf(name, element) {
  const source = sources.find((text) => text.includes(`export class ${name} `)) ?? ''
  const [, comment = ''] =
    /\/\*\*((?:(?!\*\/).)*)\*\/\s*$/s.exec(source.split(`export class ${name} `)[0]) ?? []
  const words = comment.replace(/\n \* ?/g, '\n').trim()
  const [description = ''] = words.split('\n\n')
  const attributes = [...element.elementProperties]
    .filter(([, { state, attribute }]) => !state && attribute !== false)
    .map(([fieldName, { attribute, type }]) => ({
      name: typeof attribute === 'string' ? attribute : fieldName.toLowerCase(),
      fieldName,
      type: { text: TYPES.get(type) ?? 'string' },
    }))
  return {
    kind: 'class',
    customElement: true,
    name,
    tagName: kebab(name),
    description: description.replace(/\n/g, ' '),
    attributes,
    events: named(/Events?:(.*?)(?:\n\n|$)/s.exec(words)?.[1]?.replace(/\(.*?\)/gs, ''))
      .filter((event) => event.name.startsWith('craftgate-'))
      .map((event) => ({ ...event, type: { text: 'CustomEvent' } })),
    cssParts: named(/Parts:(.*?)\./s.exec(words)?.[1]),
  }
}

const declarations = Object.entries(elements)
  .filter(([, value]) => value?.elementProperties !== undefined)
  .map(([name, element]) => declarationOf(name, element))
const path = 'dist/define.js'
const exports = declarations.map(({ tagName, name }) => ({
  kind: 'custom-element-definition',
  name: tagName,
  declaration: { name, module: path },
}))
const manifest = {
  schemaVersion: '2.1.0',
  modules: [{ kind: 'javascript-module', path, declarations, exports }],
}
writeFileSync(join(folder, 'dist/custom-elements.json'), `${JSON.stringify(manifest, null, 2)}\n`)
