/** The ten digits of a Turkish mobile, with or without its 90 or 0, whatever stands between them; undefined for another number. */
export const mobileDigits = (typed: string): string | undefined =>
  /^(?:90|0)?(5\d{9})$/.exec(typed.replace(/\D/g, ''))?.[1]
