// Markdown that a table of the reference is made of.

/** Text of a cell: no pipe ends it, and what looks like a tag or a template of Vue is shown as it is. */
export const cell = (text) =>
  String(text ?? '')
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replaceAll('<', '&lt;').replaceAll('{{', '{&#8203;{'),
    )
    .join('')

export const code = (text) => `\`${String(text).replaceAll('|', '\\|')}\``

export function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}
