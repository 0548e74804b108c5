// Ours, which calls Masterpass's MFS: the portal names listCards, purchase, their fields and the codes 5001 and 5010
// (api/payment/payment-with-masterpass); 0000, 5008 and validateTransaction are of public integrations.

const COMMON = `
const { clientId, address } = page.settings
MFS.setClientId(clientId)
MFS.setAddress(address)
const labelled = (text, control) => {
  const label = document.createElement('label')
  label.append(text, control)
  return label
}
const button = (text, press) => {
  const made = document.createElement('button')
  made.type = 'button'
  made.textContent = text
  made.addEventListener('click', press)
  return made
}
`

/** The cards of the account, and the instalments of the one that is chosen. */
export const masterpassCardsScript = `${COMMON}
const cards = await new Promise((listed, failed) => {
  MFS.listCards(page.settings.msisdn, page.settings.token, (status, { responseCode, cards = [] }) => {
    if (status === 200 && ['0000', ''].includes(responseCode) && cards.length > 0) listed(cards)
    else failed(new Error('No cards'))
  })
})
const [card, installment] = [document.createElement('select'), document.createElement('select')]
const chosen = () => cards[card.selectedIndex]
const binOf = ({ Value1 }) => (/^\\d{8}/.exec(Value1) || /^\\d{6}/.exec(Value1))[0]
const offer = async () => {
  const of = chosen()
  go.disabled = true
  const answer = await fetch(location.href, { method: 'POST', body: new URLSearchParams({ bin: binOf(of) }) })
  const options = await answer.json()
  if (of !== chosen()) return
  installment.replaceChildren(...options.map(({ code, name }) => new Option(name[page.language], code)))
  go.disabled = false
}
const go = button(page.texts.go, () => send({ 'card-name': chosen().Name, 'card-bin': binOf(chosen()), installment: installment.value }))
card.append(...cards.map(({ Name, Value1 }) => new Option(Name + ' ' + Value1)))
card.addEventListener('change', () => offer().catch(() => say('not-here')))
await offer()
place.append(labelled(page.texts.card, card), labelled(page.texts.installment, installment), go)
`

/** The purchase: by the code that the shopper is sent, or at his bank. */
export const masterpassPurchaseScript = `${COMMON}
const { purchase, total } = page.settings
const pay = page.texts.pay + ': ' + total[page.language]
const formOf = (fields) => {
  const made = document.createElement('form')
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input')
    input.name = name
    input.value = value
    made.append(input)
  }
  return jQuery(made)
}
const code = document.createElement('input')
code.inputMode = 'numeric'
code.autocomplete = 'one-time-code'
const askCode = (again) => {
  place.replaceChildren(labelled(page.texts.code, code), button(pay, validate))
  code.value = ''
  code.focus()
  if (again) say('wrong-code')
}
const goOn = (again) => (status, { responseCode, token, url3D } = {}) => {
  if (status !== 200) return say('not-here')
  if (['0000', ''].includes(responseCode)) return send({ 'masterpass-token': token })
  if (['5001', '5008'].includes(responseCode)) return askCode(again)
  if (responseCode === '5010') return send({ 'bank-address': url3D })
  say('declined')
}
const { referenceNo, sendSms, sendSmsLanguage } = purchase
const validate = () => {
  const typed = { validationCode: code.value, pinType: 'otp', referenceNo, sendSms, sendSmsLanguage }
  MFS.validateTransaction(formOf(typed), goOn(true))
}
place.append(button(pay, () => MFS.purchase(formOf(purchase), goOn(false))))
`
