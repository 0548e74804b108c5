/** The parts of the panel in the order of its navigation, each with its first page. */
export const SECTIONS = {
  today: '/today',
  payments: '/',
  attention: '/attention',
  links: '/links',
  transfers: '/transfers',
  loans: '/loans',
  fraud: '/fraud',
  sellers: '/sellers',
  members: '/members',
  settlement: '/settlement',
  setup: '/setup',
  audit: '/audit',
} as const

export type Section = keyof typeof SECTIONS
