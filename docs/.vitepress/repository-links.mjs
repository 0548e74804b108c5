// Links and pictures of the repository, as they work on the site: what has a page here leads to that page, every other file
// to GitHub, and pictures are taken along. A file that is not there ends the build.
import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

/** Files of the repository that are a page of the site. */
const PAGES = {
  'shared-core/README.md': 'packages/core',
  'packages/vendure/README.md': 'packages/vendure',
  'packages/medusa/README.md': 'packages/medusa',
  'packages/shopify/README.md': 'packages/shopify',
  'packages/shopify/docs/deployment.md': 'packages/shopify-deployment',
  'packages/panel/README.md': 'packages/panel',
  'packages/storefront/README.md': 'packages/storefront',
  'packages/sandbox/README.md': 'packages/sandbox',
  'packages/cli/README.md': 'packages/cli',
  'packages/create/README.md': 'packages/create',
  'packages/openapi/README.md': 'packages/openapi',
}
const OURS =
  /^https:\/\/(?:raw\.githubusercontent\.com|github\.com)\/craftgate-commerce\/craftgate-commerce\/(?:(?:blob|tree|raw)\/)?main\/(.+)$/
const ELSEWHERE = /^(?:[a-z]+:|\/|#)/i

export function repositoryLinks(md, { root, repository }) {
  const docs = join(root, 'docs')

  /** The path in the repository that a link of this page means; undefined for every other link. */
  function pathOf(link, { path, frontmatter }) {
    const [, ours] = OURS.exec(link) ?? []
    if (ours !== undefined) return ours
    if (ELSEWHERE.test(link)) return undefined
    const from = frontmatter?.source ? join(root, frontmatter.source) : path
    return relative(root, resolve(dirname(from), link))
  }

  function addressOf(link, env) {
    const [target, hash = ''] = (pathOf(link, env) ?? '').split('#')
    if (target === '') return link
    const anchor = hash && `#${hash}`
    const fromPage = (place) => {
      const path = relative(dirname(env.path), place)
      return path.startsWith('.') ? path : `./${path}`
    }
    if (PAGES[target]) return fromPage(join(docs, `${PAGES[target]}.md`)) + anchor
    if (target.startsWith('docs/') && target.endsWith('.md')) return fromPage(join(root, target)) + anchor
    if (target.startsWith('docs/') && ELSEWHERE.test(link) === false) return link
    const file = join(root, target)
    if (!existsSync(file)) throw new Error(`${env.relativePath}: ${link} leads nowhere in the repository`)
    const kind = statSync(file).isDirectory() ? 'tree' : 'blob'
    return `${repository}/${kind}/main/${target}${anchor}`
  }

  function pictureOf(link, env) {
    const target = pathOf(link, env)
    if (target === undefined) return link
    const file = join(root, target)
    if (!existsSync(file)) throw new Error(`${env.relativePath}: the picture ${link} is not there`)
    const path = relative(dirname(env.path), file)
    return path.startsWith('.') ? path : `./${path}`
  }

  md.core.ruler.push('repository-links', ({ tokens, env }) => {
    for (const token of tokens.flatMap(({ children }) => children ?? [])) {
      if (token.type === 'link_open') token.attrSet('href', addressOf(token.attrGet('href'), env))
      if (token.type === 'image') token.attrSet('src', pictureOf(token.attrGet('src'), env))
    }
  })
}
