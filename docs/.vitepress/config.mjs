// The documentation site: `npm run docs` serves it, `npm run docs:build` writes it to docs/.vitepress/dist.
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { diagrams } from './diagrams/index.mjs'
import { repositoryLinks } from './repository-links.mjs'
import { english, turkish } from './sidebar.mjs'

const REPOSITORY = 'https://github.com/craftgate-commerce/craftgate-commerce'

export default defineConfig({
  title: 'Craftgate Commerce',
  description: 'Craftgate payments for Vendure, Medusa and Shopify',
  srcExclude: ['**/README.md', 'reference/parts/**'],
  // What a machine of the reader's serves is not there while the site is built.
  ignoreDeadLinks: [/^https?:\/\/(?:localhost|127\.0\.0\.1)/],
  markdown: {
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
    // As GitHub names headings, so that a link to one works in both places.
    anchor: {
      slugify: (heading) =>
        heading
          .toLowerCase()
          .replace(/[^\p{L}\p{N}_ -]/gu, '')
          .trim()
          .replaceAll(' ', '-'),
    },
    config(md) {
      md.use(repositoryLinks, { root: join(import.meta.dirname, '../..'), repository: REPOSITORY })
      md.use(diagrams)
    },
  },
  // The search index of everything is one file, and larger than what Vite finds usual.
  vite: { build: { chunkSizeWarningLimit: 6000 }, server: { fs: { allow: ['../..'] } } },
  locales: {
    root: { label: 'English', lang: 'en', themeConfig: english },
    tr: { label: 'Türkçe', lang: 'tr', themeConfig: turkish },
  },
  themeConfig: {
    // Not every page is there in both languages: the menu leads to the first page of the other one.
    i18nRouting: false,
    socialLinks: [{ icon: 'github', link: REPOSITORY }],
    search: {
      provider: 'local',
      options: {
        locales: {
          tr: {
            translations: {
              button: { buttonText: 'Ara', buttonAriaLabel: 'Ara' },
              modal: {
                noResultsText: 'Sonuç bulunamadı:',
                resetButtonTitle: 'Aramayı temizle',
                footer: { selectText: 'seç', navigateText: 'gez', closeText: 'kapat' },
              },
            },
          },
        },
      },
    },
  },
})
