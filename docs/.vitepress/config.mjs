// The documentation site: `npm run docs` serves it, `npm run docs:build` writes it to docs/.vitepress/dist.
import { join } from 'node:path'
import { defineConfig } from 'vitepress'
import { diagrams } from './diagrams/index.mjs'
import { repositoryLinks } from './repository-links.mjs'
import { english, turkish } from './sidebar.mjs'

const REPOSITORY = 'https://github.com/craftgate-commerce/craftgate-commerce'

/** Angle brackets and a stroke. */
const CODE =
  '<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"><path d="M8 6l-6 6 6 6M16 6l6 6-6 6M13.5 4l-3 16"/></svg>'

/** A card in a rounded square. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#3451b2"/><path d="M3 5h10v6H3zM3 7h10" fill="none" stroke="#fff"/></svg>'

export default defineConfig({
  title: 'Craftgate Commerce',
  description: 'Craftgate payments for Vendure, Medusa and Shopify',
  head: [['link', { rel: 'icon', href: `data:image/svg+xml,${encodeURIComponent(ICON)}` }]],
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
    // Drawn here: an icon that is named would be fetched from elsewhere.
    socialLinks: [{ icon: { svg: CODE }, link: REPOSITORY, ariaLabel: 'GitHub' }],
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
