// Every note that core writes, said in Turkish: nothing of English is left in it.
import { money } from '../money'
import {
  closedNote,
  declinedNote,
  givenBackNote,
  leftNote,
  loanApprovalNote,
  lostNote,
  mismatchNote,
  NEVER_PAID_NOTE,
  notStartedNote,
  paidNote,
  REPAIRED_NOTE,
  refundedElsewhereNote,
  refusedToGiveBackNote,
  reviewNote,
  unexpectedNote,
} from './checkout'
import { notCancelledNote, rejectedNote } from './fraud'
import { noteIn } from './note-in'
import { CHANGED_MEANWHILE_NOTE, notRecordedNote, OUTSIDE_NOTE } from './offline-payments'

const facts = { paymentId: 4711, price: money(124_990, 'TRY') } as Parameters<typeof unexpectedNote>[0]
const error = { code: '10051', group: 'NOT_SUFFICIENT_FUNDS', providerError: { code: '51' } } as Parameters<
  typeof declinedNote
>[0]
const differences = [
  { field: 'price', expected: '1249.90 TRY', actual: '100.00 TRY' },
  { field: 'externalId', expected: 'p1', actual: '' },
] as unknown as Parameters<typeof mismatchNote>[1]
const refunded = [{ field: 'refunded', expected: '0.00', actual: '1249.90' }] as unknown as Parameters<
  typeof mismatchNote
>[1]

test.each([
  [NEVER_PAID_NOTE, 'Sayfanın süresi dolana kadar kimse ödemedi'],
  [closedNote(undefined), 'Mağaza kapattı'],
  [closedNote(NEVER_PAID_NOTE), 'Sayfanın süresi dolana kadar kimse ödemedi; Mağaza kapattı'],
  [leftNote('PAPARA', true), /^Başka bir ödeme yöntemine geçildi: PAPARA Craftgate’te kapatılamıyor/],
  [leftNote('PAPARA', false), 'PAPARA onaylanmadan başka bir ödeme yöntemine geçildi'],
  [loanApprovalNote(money(1_234_567, 'TRY')), '12.345,67 TL tutarındaki kredi verildi, onayınızı bekliyor'],
  [notStartedNote('HASO', '10001'), 'Craftgate HASO ödemesini başlatmadı (10001)'],
  [paidNote('captured', facts), '4711 numaralı ödeme tahsil edildi: 1.249,90 TL'],
  [paidNote('authorized', facts), '4711 numaralı ödemede provizyon alındı: 1.249,90 TL'],
  [reviewNote(facts), /^4711 numaralı ödeme şüpheli işlem incelemesinde: 1\.249,90 TL\. Mağazanın/],
  [declinedNote(error), 'Reddedildi: NOT_SUFFICIENT_FUNDS (10051); bankanın kodu 51'],
  [declinedNote({ code: '7' } as typeof error), 'Reddedildi (7)'],
  [
    givenBackNote(unexpectedNote(facts), facts),
    '1.249,90 TL tutarındaki 4711 numaralı ödeme, onu artık alamayan bir siparişe geldi; 4711 numaralı ödeme geri gönderildi: 1.249,90 TL',
  ],
  [
    refusedToGiveBackNote(lostNote(facts), '8') ?? '',
    /^1\.249,90 TL tutarındaki 4711 .+ tutamadı; Craftgate parayı geri/,
  ],
  [`${lostNote(facts)}; ${REPAIRED_NOTE}`, /tutamadı; sipariş onu yitirmişti, yeniden aldı$/],
  [refundedElsewhereNote(facts, refunded), /^4711 numaralı ödemenin 1\.249,90 TL tutarı mağazadan değil/],
  [
    mismatchNote(facts, differences),
    '4711 numaralı ödeme başlatılandan farklı: price: 1.249,90 TL yerine 100,00 TL; externalId: p1 yerine hiçbir şey',
  ],
  [
    notCancelledNote(rejectedNote(facts)),
    '1.249,90 TL tutarındaki 4711 numaralı ödeme şüpheli işlem incelemesinde reddedildi; mağaza siparişi iptal edemedi: orada kendiniz iptal edin',
  ],
  [`${unexpectedNote(facts)}; ${OUTSIDE_NOTE}`, /; parası Craftgate’ten geçmedi: kendiniz geri gönderin/],
  [notRecordedNote('9'), 'Craftgate parayı kaydetmedi (9)'],
  [CHANGED_MEANWHILE_NOTE, 'Paranın kayıt isteği ulaşmadı ve siparişin tutarı o arada değişti'],
])('%s', (note, turkish) => {
  const { tr, en } = noteIn(note)
  expect(en).toBe(note)
  if (typeof turkish === 'string') expect(tr).toBe(turkish)
  else expect(tr).toMatch(turkish)
  expect(tr).not.toMatch(/\b(the|was|of|and|Payment|order)\b/)
})

test('a note of a form that nobody knows stays as it is', () => {
  expect(noteIn('Something else; closed by the shop').tr).toBe('Something else; Mağaza kapattı')
})
