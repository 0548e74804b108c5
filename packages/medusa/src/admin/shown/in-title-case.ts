/** MASTER_CARD as people write it: Master Card. */
export const inTitleCase = (constant: string): string =>
  constant
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace(/\b[a-z]/g, (letter) => letter.toUpperCase())
