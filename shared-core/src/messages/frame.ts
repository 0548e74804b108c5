/** The frame has nothing to show: the order is paid, or over. */
export const NOTHING_TO_PAY = {
  title: { tr: 'Ödenecek bir şey kalmadı', en: 'There is nothing left to pay' },
  text: {
    tr: 'Siparişinizin durumunu mağazada görebilirsiniz.',
    en: 'You can see in the shop how your order stands.',
  },
  button: { tr: 'Mağazaya dön', en: 'Back to the shop' },
} as const

export const OWN_WINDOW = {
  title: { tr: 'Ödeme kendi sayfasında açılır', en: 'This payment has a page of its own' },
  text: {
    tr: 'Seçtiğiniz ödeme yöntemi bu çerçevede gösterilemez.',
    en: 'The chosen way to pay cannot be shown in this frame.',
  },
  button: { tr: 'Ödeme sayfasını aç', en: 'Open the payment page' },
} as const
