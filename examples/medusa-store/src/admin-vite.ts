import path from 'node:path'

/**
 * How the admin is bundled. Its plugins ask through the dashboard's own react-query, so there must be one copy of it; in
 * this checkout npm keeps another beside each of them, because Vendure's dashboard has the place at the root.
 */
export const adminVite = () => ({
  resolve: { alias: { '@tanstack/react-query': reactQueryOf('@medusajs/dashboard') } },
})

function reactQueryOf(name: string): string {
  const paths = [path.dirname(require.resolve(`${name}/package.json`))]
  return path.dirname(require.resolve('@tanstack/react-query/package.json', { paths }))
}
