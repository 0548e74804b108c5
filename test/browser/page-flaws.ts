import { type AxeResults, source as axeSource } from 'axe-core'
import type { Page } from 'playwright-core'
import { until } from '../until'
import { turkishFaults } from './turkish-text'

const PHONE = 390

/**
 * What a page lacks for people who hear it, type it or hold a phone, and what a copy editor would strike out of a page in
 * Turkish; empty when nothing. Looks at the document, not at how it was made, and so works on pages without scripts.
 * `violationsOf` tells what axe knows. `narrow`: the width at which nothing may stick out.
 */
export async function flawsOf(page: Page, lang: 'tr' | 'en' = 'tr', narrow = PHONE): Promise<string[]> {
  const flaws = await page.evaluate(flawsHere, lang)
  const wording = lang === 'tr' ? turkishFaults(await page.evaluate(textsHere)) : []
  return [...flaws, ...wording, ...(await scrollsSideways(page, narrow))].map(
    (flaw) => `${new URL(page.url()).pathname}: ${flaw}`,
  )
}

/** A page that waits for a bank leads on by itself, with or without scripts: WCAG 2.2.1 lets what is essential. */
const RULES = { 'meta-refresh': { enabled: false } }

/** What axe finds wrong, in a part of the page (a selector) or all of it. What the protocol evaluates no content security policy stops, nor a browser that runs no scripts of pages. */
export async function violationsOf(page: Page, part = 'html'): Promise<string[]> {
  const moving = await movingAtLast(page)
  await page.evaluate(axeSource)
  const { violations } = await page.evaluate(
    ([context, rules]) => (globalThis as unknown as Axe).axe.run(context, { rules }),
    [part, RULES] as const,
  )
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  return moving === 0 ? found : [...found, `${moving} animations do not end`]
}

/** A button that has just been enabled is between two colours, and no one reads it there. What turns for ever is let turn. */
function movingAtLast(page: Page): Promise<number> {
  const moving = () =>
    page.evaluate(() => {
      const ends = ({ effect }: Animation) => effect?.getTiming().iterations !== Number.POSITIVE_INFINITY
      return document.getAnimations().filter((each) => each.playState === 'running' && ends(each)).length
    })
  return until(moving, (count) => count === 0, 10_000)
}

interface Axe {
  readonly axe: { run(context: string, options: { readonly rules: typeof RULES }): Promise<AxeResults> }
}

/** How much of the page jumped by itself since it was loaded, as browsers measure it: below 0.1 is good, 0 is nothing. */
export const layoutShiftOf = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0
        const add = (entries: PerformanceEntryList) => {
          for (const { value, hadRecentInput } of entries as unknown as readonly LayoutShift[])
            if (!hadRecentInput) sum += value
        }
        const observer = new PerformanceObserver((list) => add(list.getEntries()))
        observer.observe({ type: 'layout-shift', buffered: true })
        // What is buffered is told in a task of its own, after the next frame.
        requestAnimationFrame(() =>
          setTimeout(() => {
            add(observer.takeRecords())
            resolve(sum)
          }, 100),
        )
      }),
  )

interface LayoutShift {
  readonly value: number
  readonly hadRecentInput: boolean
}

async function scrollsSideways(page: Page, narrow: number): Promise<string[]> {
  const before = page.viewportSize() ?? { width: 1280, height: 900 }
  await page.setViewportSize({ ...before, width: narrow })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize(before)
  return width > narrow ? [`is ${width} px wide on a phone of ${narrow}`] : []
}

/** What a person reads or is read, also of components. Runs in the page. */
function textsHere(): string[] {
  const NAMES = ['aria-label', 'placeholder', 'alt', 'title']
  /** What is typed, chosen or copied as it is, and what says itself to be of another language. */
  const AS_IT_IS =
    'script, style, template, noscript, code, pre, option, textarea, svg, [hreflang=en], [lang=en]'
  const textsIn = (root: Element | ShadowRoot): string[] =>
    Array.from(root.querySelectorAll<HTMLElement>('*')).flatMap((element) => {
      if (element.closest(AS_IT_IS) || !element.checkVisibility()) return []
      const own = Array.from(element.childNodes).flatMap((node) =>
        node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [],
      )
      const names = NAMES.map((name) => element.getAttribute(name) ?? '')
      return [own.join(''), ...names, ...(element.shadowRoot ? textsIn(element.shadowRoot) : [])]
    })
  return [document.title, ...textsIn(document.body)].map((text) => text.trim()).filter(Boolean)
}

/** Runs in the page. */
function flawsHere(lang: string): string[] {
  const all = (selector: string) => Array.from(document.querySelectorAll<HTMLElement>(selector))
  const isThere = (id: string) => document.getElementById(id) !== null
  const named = (element: HTMLElement) =>
    element.getAttribute('aria-label') ||
    // What is folded away has no innerText yet.
    (element.checkVisibility() ? element.innerText : element.textContent)?.trim() ||
    (element as HTMLInputElement).labels?.length ||
    element.hasAttribute('aria-labelledby')
  /** For the Enter key alone: neither read aloud nor reached by keyboard. */
  const isUnreachable = (element: HTMLElement) =>
    element.closest('[aria-hidden=true]') !== null && element.tabIndex < 0
  const namesOf = (element: HTMLElement) =>
    ['aria-labelledby', 'aria-describedby', 'for'].flatMap((name) =>
      (element.getAttribute(name) ?? '').split(' ').filter(Boolean),
    )
  const ids = all('[id]').map(({ id }) => id)
  return [
    ...(document.documentElement.lang === lang ? [] : [`lang is "${document.documentElement.lang}"`]),
    ...(document.title.trim() ? [] : ['has no title']),
    ...(all('h1').length === 1 ? [] : [`has ${all('h1').length} h1`]),
    ...(all('main').length === 1 ? [] : [`has ${all('main').length} main`]),
    ...(document.querySelector('meta[name=viewport]') ? [] : ['has no viewport']),
    ...all('input:not([type=hidden]), select, textarea, button, a[href], table')
      .filter((element) => !named(element) && !isUnreachable(element))
      .map((element) => `has no name: ${element.outerHTML.slice(0, 120)}`),
    ...all('[aria-labelledby], [aria-describedby], [for]')
      .flatMap(namesOf)
      .filter((id) => !isThere(id))
      .map((id) => `names #${id}, which is not there`),
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `has #${id} twice`),
    ...all('table:not(:has(caption))').map(() => 'has a table without caption'),
  ]
}
