import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What every element may have. */
const OF_ALL = new Set(['class', 'id', 'slot', 'style', 'title', 'lang'])

/** Elements of @craftgate-commerce/storefront in HTML, JSX and Vue: each exists and has the attributes, or tells the event. */
export async function checkElements(root, blocks) {
  const dist = join(root, 'packages/storefront/dist')
  // Lit brings an empty registry along where there is no browser.
  await import(pathToFileURL(join(dist, 'define.js')))
  const scripts = readdirSync(dist).filter((name) => name.endsWith('.js'))
  const source = scripts.map((name) => readFileSync(join(dist, name), 'utf8')).join('')

  function faultsOf(tag, attributes) {
    const element = customElements.get(tag)
    if (element === undefined) return [`there is no <${tag}>`]
    const known = new Set([...OF_ALL, ...element.observedAttributes])
    return namesOf(attributes)
      .filter(({ name, event }) =>
        event ? !source.includes(`'${event}'`) && !source.includes(`"${event}"`) : !known.has(name),
      )
      .map(({ name, event }) => `<${tag}> ${event ? `tells no ${event}` : `has no attribute ${name}`}`)
  }

  return blocks.flatMap(({ file, line, code }) =>
    [...code.matchAll(/<(craftgate-[\w-]+)((?:\s+[:@\w-]+(?:=(?:"[^"]*"|\{[^}]*\}))?)*)\s*\/?>/g)]
      .flatMap(([, tag, attributes]) => faultsOf(tag, attributes))
      .map((fault) => `${file}:${line}: ${fault}`),
  )
}

/** Names as HTML, Vue (`:name`, `@event`) and React (`oncraftgate-event`) write them. */
const namesOf = (attributes) =>
  [...attributes.replaceAll(/=(?:"[^"]*"|\{[^}]*\})/g, '').matchAll(/\S+/g)].map(([written]) => ({
    name: written.replace(/^:/, ''),
    event: /^(?:@|on)(craftgate-[\w-]+)$/.exec(written)?.[1],
  }))
