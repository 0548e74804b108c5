/**
 * In place of jQuery, as far as Masterpass's script needs it: `jQuery(form).find('[name=x]').val()`.
 */
export const jQueryScript = `(() => {
const wrapped = (elements) => ({
  find: (selector) => wrapped(elements.flatMap((element) => [...element.querySelectorAll(selector)])),
  val: () => (elements[0] ? elements[0].value : undefined),
})
window.jQuery = (element) => wrapped([element])
})()
`

/**
 * In place of Masterpass's mfs-client (the portal names listCards, purchase and the codes 5001 and 5010;
 * api/payment/payment-with-masterpass). It asks the emulator in place of Masterpass, whose address and client id a page must
 * have set. Forms come wrapped by jQuery, as the script of Masterpass takes them.
 */
export const masterpassScript = `(() => {
let address, clientId, last
const ask = async (path, fields, told) => {
  if (!address || !clientId) throw new Error('MFS.setAddress and MFS.setClientId come first')
  try {
    const answer = await fetch(address + path, { method: 'POST', body: new URLSearchParams(fields) })
    const response = await answer.json()
    if (response.token) last = response.token
    told(200, response)
  } catch (error) {
    told(500, error)
  }
}
const read = (form, name) => form.find('[name="' + name + '"]').val() || ''
window.MFS = {
  setClientId: (id) => { clientId = id },
  setAddress: (url) => { address = url },
  getLastToken: () => last,
  listCards: (msisdn, token, told) => ask('/cards', { msisdn, token }, told),
  purchase: (form, told) => {
    last = read(form, 'token')
    const [amount, listAccountName, orderNo] = ['amount', 'listAccountName', 'orderNo'].map((name) => read(form, name))
    ask('/purchase', { token: last, amount, listAccountName, orderNo }, told)
  },
  validateTransaction: (form, told) => ask('/validate', { token: last, code: read(form, 'validationCode') }, told),
}
})()
`
