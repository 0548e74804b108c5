import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { vendureDashboardPlugin } from '@vendure/dashboard/vite'
import { defineConfig } from 'vite'

export default defineConfig({
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
    }),
  ],
})
