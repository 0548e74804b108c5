import { leavesOf, safeId, safeText } from './redaction'

describe('descriptions that may be logged', () => {
  it.each([
    ['Kart son kullanma yılı "2010" geçersiz', 'Kart son kullanma yılı "…" geçersiz'],
    ['ali.veli@example.com geçersiz', '… geçersiz'],
    ['kart 5258 6400 0000 0001 reddedildi', 'kart … reddedildi'],
    ['kart 5258-6400-0000-0001', 'kart …'],
    ['satır\n\tsonu', 'satır sonu'],
    ['Craftgate’in tutarı 1250.00 TRY', 'Craftgate’in tutarı 1250.00 TRY'],
  ])('%p becomes %p', (said, safe) => {
    expect(safeText(said, [])).toBe(safe)
  })

  it('takes out whatever the request sent, in any letter case', () => {
    const sent = {
      buyer: { name: 'Haluk Demir' },
      card: { cvc: '907' },
      currency: 'TRY',
      list: [{ gsm: 90555 }],
    }
    expect(safeText('HALUK DEMİR, cvc 907, gsm 90555, TRY', leavesOf(sent))).toBe('…, cvc …, gsm …, TRY')
  })

  it('treats words of a request as text, not as a pattern', () => {
    expect(safeText('a (b) c', ['(b)', '.*'])).toBe('a … c')
  })

  it('is never long', () => {
    expect(safeText('x'.repeat(5000), [])).toHaveLength(300)
  })
})

describe('ids that may be logged', () => {
  it.each(['cg-42.1', '456d1297-908e-4bd6-a13b-4be31a6e47d5', 7, '20240101120000123'])('%p passes', (id) => {
    expect(safeId(id)).toBe(String(id))
  })

  it.each(['ali@example.com', 'Haluk Demir', '5258640000000001', '', 'ş', undefined, { a: 1 }])(
    '%p does not',
    (id) => {
      expect(safeId(id)).toBeUndefined()
    },
  )
})
