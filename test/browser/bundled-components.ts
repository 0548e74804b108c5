import { join } from 'node:path'
import { build } from 'esbuild'

/** The web components as a shop's own bundler would make them: text of a module script. */
export async function bundledComponents(): Promise<string> {
  const entry = join(import.meta.dirname, '../../packages/storefront/dist/define.js')
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', write: false })
  return outputFiles[0]?.text ?? ''
}
