// Forms of our pages: each POSTs to its own address.
import type { Localized } from '../messages/localized'

type Language = keyof Localized

/** Nothing of it is filled in, because a pay link may be handed on. */
export const form = (fields: string, button: string): string =>
  `<form method="post" autocomplete="off">${fields}<button>${button}</button></form>`

export const problemOf = (problem: Localized | undefined, language: Language): string =>
  problem ? `<p class="problem" role="alert">${problem[language]}</p>` : ''
