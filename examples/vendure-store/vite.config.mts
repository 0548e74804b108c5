import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { vendureDashboardPlugin } from '@vendure/dashboard/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  base: '/dashboard/',
  build: { outDir: path.join(import.meta.dirname, 'static/dashboard'), emptyOutDir: true },
  plugins: [
    vendureDashboardPlugin({
      vendureConfigPath: pathToFileURL(path.join(import.meta.dirname, 'src/dashboard-config.ts')),
      api: { host: 'auto', port: 'auto' },
      i18n: { defaultLanguage: 'tr', availableLanguages: ['tr', 'en'] },
      useExperimentalBundle: true,
    }),
  ],
})
