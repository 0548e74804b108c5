// Writes the pages of pictures. They are kept in the repository, so that they can be looked at there too.
import { existsSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { ADMINS, PANEL, SHOPIFY_APP } from './panel.mjs'
import { HOSTED_PAGE, SHOPIFY_SHOP, STOREFRONT } from './shopper.mjs'

const SHOTS = 'docs/screenshots'

const WORDS = {
  en: {
    computer: 'computer',
    phone: 'phone',
    at: { desktop: 'on a computer', phone: 'on a phone' },
    note: 'As the browser suite saw them in the example shops, at 1280 and at 390 pixels; `npm run screenshots` takes them again. The shops speak Turkish.',
    panel: {
      title: 'Every page of the panel, seen',
      more: 'The pages of the panel are Medusa’s; Vendure and Shopify have [the same](https://github.com/craftgate-commerce/craftgate-commerce/tree/main/docs/screenshots/panel) in their own admin.',
      groups: ['The panel', 'In the platforms’ own admins', 'Shopify’s app'],
    },
    shopper: {
      title: 'What the shopper sees',
      more: 'The storefront is the same before Vendure and Medusa. Its components one by one: [storefront components](../guides/components.md).',
      groups: ['The shop', 'The payment page', 'Shopify'],
    },
  },
  tr: {
    computer: 'bilgisayar',
    phone: 'telefon',
    at: { desktop: 'bilgisayarda', phone: 'telefonda' },
    note: 'Tarayıcı testlerinin örnek mağazalarda 1280 ve 390 piksel genişlikte gördüğü hâliyle; `npm run screenshots` yeniden çeker.',
    panel: {
      title: 'Panelin her sayfası, görüntüleriyle',
      more: 'Panel sayfaları Medusa’dandır; Vendure ve Shopify’da [aynıları](https://github.com/craftgate-commerce/craftgate-commerce/tree/main/docs/screenshots/panel) kendi yönetim ekranlarında açılır.',
      groups: ['Panel', 'Platformların kendi yönetim ekranlarında', 'Shopify uygulaması'],
    },
    shopper: {
      title: 'Alıcının gördükleri',
      more: 'Mağaza önyüzü Vendure ve Medusa için aynıdır. Bileşenler tek tek: [mağaza bileşenleri](../../guides/components.md) (İngilizce).',
      groups: ['Mağaza', 'Ödeme sayfası', 'Shopify'],
    },
  },
}

const SETS = { panel: [PANEL, ADMINS, SHOPIFY_APP], shopper: [STOREFRONT, HOSTED_PAGE, SHOPIFY_SHOP] }

const FILES = {
  'docs/merchant/screens.md': ['panel', 'en'],
  'docs/tr/merchant/screens.md': ['panel', 'tr'],
  'docs/shopper/screens.md': ['shopper', 'en'],
  'docs/tr/shopper/screens.md': ['shopper', 'tr'],
}

function section({ picture, ...title }, { file, language }) {
  const words = WORDS[language]
  const shot = (screen) => {
    const path = relative(dirname(file), `${SHOTS}/${picture}-${screen}.png`)
    return `![${title[language]}, ${words.at[screen]}](${path})`
  }
  return `### ${title[language]}\n\n| ${words.computer} | ${words.phone} |\n| --- | --- |\n| ${shot('desktop')} | ${shot('phone')} |\n`
}

function page(file, [kind, language]) {
  const { note, [kind]: words } = WORDS[language]
  const groups = SETS[kind].map(
    (set, index) =>
      `## ${words.groups[index]}\n\n${set.map((each) => section(each, { file, language })).join('\n')}`,
  )
  return `# ${words.title}\n\n${note}\n${words.more}\n\n${groups.join('\n')}`
}

/** The pages by their path in the repository. */
export const screenPages = () => new Map(Object.entries(FILES).map(([file, of]) => [file, page(file, of)]))

/** Pictures that the pages show and nobody has taken. */
export const missingPictures = (root) =>
  Object.values(SETS)
    .flat(2)
    .flatMap(({ picture }) => ['desktop', 'phone'].map((screen) => `${SHOTS}/${picture}-${screen}.png`))
    .filter((path) => !existsSync(join(root, path)))
