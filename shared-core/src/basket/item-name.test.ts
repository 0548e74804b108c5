import { itemName } from './basket-rows'

describe('itemName', () => {
  it('keeps an ordinary Turkish name', () => {
    expect(itemName('Çelik Termos 750 ml (Şık & İnce)', '1')).toBe('Çelik Termos 750 ml (Şık & İnce)')
  })

  it('turns control and formatting characters into one space', () => {
    expect(itemName('  Kahve\r\n\tmakinesi\u0000 \u202E2000\u200B ', '1')).toBe('Kahve makinesi 2000')
    expect(itemName('yarım\uD83D', '1')).toBe('yarım')
  })

  it('keeps joined signs whole and drops soft hyphens', () => {
    expect(itemName('👩‍💻 Kupa 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}', '1')).toBe(
      '👩‍💻 Kupa 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}',
    )
    expect(itemName('Kahve\u00ADmakinesi', '1')).toBe('Kahvemakinesi')
    expect(itemName('\u200DKupa \u200D', '1')).toBe('Kupa')
    expect(itemName(`${'a'.repeat(252)}👩‍💻`, '1')).toBe('a'.repeat(252).concat('…'))
  })

  it('gives way to the id when nothing is left', () => {
    expect(itemName(' \n ', 'kargo-1')).toBe('kargo-1')
  })

  it('ends a long name without cutting a character in half', () => {
    expect(itemName('a'.repeat(255), '1')).toHaveLength(255)
    expect(itemName('a'.repeat(256), '1')).toBe(`${'a'.repeat(254)}…`)
    expect(itemName(`${'a'.repeat(253)}😀😀`, '1')).toBe(`${'a'.repeat(253)}…`)
  })
})
