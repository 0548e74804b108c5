import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What every element may have. */
const OF_ALL = ['class', 'id', 'lang', 'slot', 'style', 'title']

const ELEMENT = /<(craftgate-[\w-]+)((?:\s+[\w-]+(?:="[^"]*")?)*)\s*>/g

/** Elements of @craftgate-commerce/storefront in HTML exist, and have the attributes that they are given. */
export async function checkElements(root, blocks) {
  // Lit brings an empty registry along where there is no browser.
  await import(pathToFileURL(join(root, 'packages/storefront/dist/define.js')))

  function faultsOf([, tag, attributes]) {
    const element = customElements.get(tag)
    if (element === undefined) return [`there is no <${tag}>`]
    const known = [...OF_ALL, ...element.observedAttributes]
    return [...attributes.replaceAll(/="[^"]*"/g, '').matchAll(/\S+/g)]
      .filter(([name]) => !known.includes(name))
      .map(([name]) => `<${tag}> has no attribute ${name}`)
  }

  return blocks.flatMap(({ file, line, code }) =>
    [...code.matchAll(ELEMENT)].flatMap(faultsOf).map((fault) => `${file}:${line}: ${fault}`),
  )
}
