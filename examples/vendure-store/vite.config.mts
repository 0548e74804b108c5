import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { vendureDashboardPlugin } from '@vendure/dashboard/vite'
import { defineConfig } from 'vite'

const require = createRequire(import.meta.url)
const dashboard = createRequire(
  path.join(path.dirname(require.resolve('@vendure/core/package.json')), '../dashboard/package.json'),
)
const folderOf = (name: string) => path.dirname(dashboard.resolve(`${name}/package.json`))

export default defineConfig({
  // The Medusa store beside us has an older React: every library in this bundle must get the dashboard's.
  resolve: { alias: { react: folderOf('react'), 'react-dom': folderOf('react-dom') } },
  root: import.meta.dirname,
  base: '/dashboard/',
  build: {
    outDir: path.join(import.meta.dirname, 'static/dashboard'),
    emptyOutDir: true,
    // The pre-built dashboard learns its base path from the address of its own script, and looks for this folder in it.
    assetsDir: 'dist/bundle',
  },
  plugins: [
    vendureDashboardPlugin({
      vendureConfigPath: pathToFileURL(path.join(import.meta.dirname, 'src/dashboard-config.ts')),
      api: { host: 'auto', port: 'auto' },
      i18n: { defaultLanguage: 'tr', availableLanguages: ['tr', 'en'] },
      useExperimentalBundle: true,
      // Where build-dashboard.mjs has put the plugin.
      pluginPackageScanner: { nodeModulesRoot: path.join(import.meta.dirname, '.staged/node_modules') },
    }),
  ],
})
