import type { Locator } from 'playwright-core'

/** A merchant far from the shop, whose browser keeps another clock than the shop. */
export const FAR_AWAY = { timezoneId: 'America/New_York' } as const

/** Each moment of this part of a Turkish page: as it is shown, and as the shop's clock in Istanbul has it. */
export const momentsOf = (part: Locator): Promise<readonly (readonly [string, string])[]> =>
  part.locator('time').evaluateAll((times) => {
    const clock = new Intl.DateTimeFormat('tr', {
      ...{ dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Istanbul' },
    })
    return times.map((each) => [
      each.textContent?.trim() ?? '',
      clock.format(new Date(each.getAttribute('datetime') ?? '')),
    ])
  })
