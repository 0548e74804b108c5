import { testCards, testOtp } from '@craftgate-commerce/sandbox'
import type { Frame, Page } from 'playwright-core'

type Card = (typeof testCards)[keyof typeof testCards]

const CONTACT = {
  firstName: 'Ayşe',
  lastName: 'Yılmaz',
  email: 'ayse@example.com',
  phone: '0532 123 45 67',
  street: 'Caferağa Mah. Moda Cad. 12/3',
  district: 'Kadıköy',
  postalCode: '34710',
}

/** Puts two things into the cart and goes to the checkout. */
export async function fillCart(page: Page, shop: string, coupon?: string): Promise<void> {
  for (const product of ['denizli-havlu-seti', 'dibek-turk-kahvesi']) {
    await page.goto(`${shop}/urun/${product}`)
    await page.getByTestId('add-to-cart').click()
    await page.getByTestId('toast').getByText('Sepete eklendi').waitFor()
  }
  await page.getByTestId('cart-link').click()
  await page.getByTestId('cart-lines').waitFor()
  if (!coupon) return
  await page.getByTestId('coupon').fill(coupon)
  await page.getByTestId('apply-coupon').click()
  await page.getByTestId(`coupon-${coupon}`).waitFor()
}

/** `method`: as the shop names it. */
export async function fillCheckout(page: Page, method: string): Promise<void> {
  await page.getByTestId('to-checkout').click()
  for (const [field, value] of Object.entries(CONTACT)) await page.getByTestId(field).fill(value)
  await page.getByTestId('province').selectOption('İstanbul')
  await page.getByTestId('hasAgreed').check()
  await page.locator(`craftgate-methods input[value="${method}"]`).check()
}

/** From the shop to the hosted page. */
export async function goToPay(page: Page): Promise<void> {
  await page.getByTestId('pay').click()
  await page.locator('#pay-form').waitFor()
}

/** With a filled cart and a filled form, from the shop's front door to the hosted page. */
export async function walkToPay(page: Page, shop: string, method: string): Promise<void> {
  await fillCart(page, shop)
  await fillCheckout(page, method)
  await goToPay(page)
}

export async function typeCard(page: Page | Frame, card: Card): Promise<void> {
  await page.fill('[name=cardHolderName]', card.cardHolderName)
  await page.fill('[name=cardNumber]', card.cardNumber)
  await page.fill('[name=expiry]', `${card.expireMonth}/${card.expireYear.slice(-2)}`)
  await page.fill('[name=cvc]', card.cvc)
}

export async function chooseInstallment(page: Page | Frame, installment: number): Promise<void> {
  // Until the bank's offers are here, the one choice is a hidden field of the same name.
  await page.locator(`[type=radio][name=installment][value="${installment}"]`).check({ force: true })
}

export const pressPay = (page: Page | Frame) => page.locator('#pay-form button[type=submit]').last().click()

export async function answerBank(page: Page | Frame, code: string = testOtp): Promise<void> {
  await page.locator('#code').fill(code)
  await page.locator('#code-form button[type=submit]').first().click()
}

/** Pays as the page proposes it, with 3D Secure: the bank asks for its code. */
export async function payWithCode(page: Page | Frame): Promise<void> {
  await pressPay(page)
  await answerBank(page)
}

/** The order page of the shop, when the payment has reached it. */
export async function orderPage(page: Page): Promise<{ code: string; state: string }> {
  await page.getByTestId('order-title').waitFor()
  return {
    code: (await page.getByTestId('order-code').innerText()).trim(),
    state: (await page.getByTestId('order-state').innerText()).trim(),
  }
}
