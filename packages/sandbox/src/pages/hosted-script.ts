/**
 * The hosted page's own script: tidies the typing, fetches instalments by BIN, keeps the total true, checks before
 * sending. The page works without it. It stays a string because it runs in the browser, under the page's nonce.
 */
export const hostedScript = String.raw`
(() => {
  const form = document.getElementById('pay-form')
  const byId = (id) => document.getElementById(id)
  const number = byId('cardNumber'), expiry = byId('expiry'), cvc = byId('cvc'), holder = byId('cardHolderName')
  const box = byId('installments'), button = form.querySelector('.pay'), threeDS = byId('threeDS')
  const digitsOf = (text) => text.replace(/\D/g, '')
  const isAmex = (digits) => /^3[47]/.test(digits)

  // ---- tidy typing, caret kept
  const groups = (digits) => isAmex(digits)
    ? [digits.slice(0, 4), digits.slice(4, 10), digits.slice(10, 15)]
    : digits.slice(0, 19).match(/.{1,4}/g) || []
  const tidyNumber = (digits) => groups(digits).filter(Boolean).join(' ')
  const tidyExpiry = (digits) => {
    if (/^[2-9]/.test(digits)) digits = '0' + digits
    if (/^\d{2}20\d{2}/.test(digits)) digits = digits.slice(0, 2) + digits.slice(4)
    digits = digits.slice(0, 4)
    return digits.length > 2 ? digits.slice(0, 2) + ' / ' + digits.slice(2) : digits
  }
  const tidy = (input, shape) => {
    const before = digitsOf(input.value.slice(0, input.selectionStart)).length
    const atEnd = input.selectionStart === input.value.length
    const shaped = shape(digitsOf(input.value))
    if (shaped === input.value) return
    input.value = shaped
    if (atEnd) return
    let at = 0
    for (let seen = 0; at < shaped.length && seen < before; at++) if (/\d/.test(shaped[at])) seen++
    input.setSelectionRange(at, at)
  }

  // ---- which card
  const chosen = () => form.querySelector('input[name=cardToken]:checked')
  const usesNewCard = () => !chosen() || chosen().value === ''
  const bin = () => usesNewCard() ? digitsOf(number ? number.value : '').slice(0, 8) : chosen().dataset.bin || ''
  const showCardForm = () => {
    const hidden = !usesNewCard()
    for (const id of ['new-card', 'store-card']) {
      const part = byId(id)
      if (part) { part.hidden = hidden; if ('disabled' in part) part.disabled = hidden }
    }
  }

  // ---- instalments
  let asked = null, flight = null
  const askInstallments = async () => {
    const digits = bin()
    const key = digits.length < 6 ? '' : digits.slice(0, digits.length < 8 ? 6 : 8)
    if (key === asked) return
    asked = key
    if (flight) flight.abort()
    flight = new AbortController()
    const picked = form.querySelector('input[name=installment]:checked')
    const wanted = picked ? picked.value : form.dataset.installment
    const url = form.dataset.binUrl.replace('DIGITS', key || 'none') + '&selected=' + wanted
    try {
      const answer = await fetch(url, { signal: flight.signal })
      if (answer.status === 204) return location.reload()
      if (!answer.ok) return
      box.innerHTML = await answer.text()
      followOffer()
    } catch { /* a newer question is on its way, or the network is gone: paying at once still works */ }
  }
  const followOffer = () => {
    const offer = box.querySelector('.offer')
    const forced = threeDS.dataset.forced === 'true' || (offer !== null && offer.dataset.force3ds === 'true')
    const help = byId('threeDS-help')
    if (forced) threeDS.checked = true
    threeDS.disabled = forced
    help.textContent = forced ? help.dataset.forced : help.dataset.help
    show('bank', offer ? offer.dataset.brand || offer.dataset.bank : '')
    show('association', offer ? offer.dataset.association.replace('_', ' ') : '')
    followTotal()
  }
  const followTotal = () => {
    const picked = form.querySelector('input[name=installment]:checked')
    const total = picked ? picked.dataset.total : form.dataset.total
    const extra = picked && picked.dataset.extra === 'true'
    button.textContent = form.dataset.pay.replace('{price}', total)
    byId('charged').textContent = total
    byId('charge').hidden = !extra
    if (!extra) return
    byId('interest').textContent = picked.dataset.interest
    byId('charge-total').textContent = total
  }

  // ---- rewards of the card
  const loyalties = byId('loyalties'), askButton = byId('ask-loyalties')
  const showLoyalties = (html) => { if (loyalties) { loyalties.innerHTML = html; byId('loyalty-error').textContent = '' } }
  const forgetLoyalties = () => showLoyalties('')
  const askLoyalties = async () => {
    askButton.disabled = true
    try {
      const body = new URLSearchParams(new FormData(form))
      const answer = await fetch(askButton.formAction + '&fragment=true', { method: 'POST', body })
      if (answer.status === 204) return location.reload()
      if (answer.ok) showLoyalties(await answer.text())
    } catch { /* the network is gone: asking again is one press away */ } finally { askButton.disabled = false }
  }

  // ---- the card picture
  const picture = document.querySelector('.picture')
  const show = (part, text) => {
    const place = picture && picture.querySelector('[data-show=' + part + ']')
    if (!place) return
    if (place.dataset.empty === undefined) place.dataset.empty = place.textContent
    place.textContent = text || place.dataset.empty
  }
  const followCard = () => {
    if (!picture || !number) return
    const digits = digitsOf(number.value)
    show('number', tidyNumber(digits + '•'.repeat(Math.max(0, (isAmex(digits) ? 15 : 16) - digits.length))) || '')
    show('holder', holder.value)
    show('expiry', expiry.value)
    show('cvc', '•'.repeat(cvc.value.length))
  }

  // ---- checks before sending
  const fits = {
    cardHolderName: (text) => text.trim() !== '',
    cardNumber: (text) => /^\d{13,19}$/.test(digitsOf(text)),
    expiry: (text) => /^(0[1-9]|1[0-2])\s*\/?\s*\d{2}(\d{2})?$/.test(text.trim()),
    cvc: (text) => /^\d{3,4}$/.test(text.trim()),
  }
  const mark = (input, wrong) => {
    byId(input.id + '-error').textContent = wrong ? input.dataset.error : ''
    if (wrong) input.setAttribute('aria-invalid', 'true')
    else input.removeAttribute('aria-invalid')
  }
  const wrongFields = () => usesNewCard() && number
    ? [holder, number, expiry, cvc].filter((input) => !fits[input.id](input.value))
    : []
  const busy = (on) => {
    form.classList.toggle('busy', on)
    button.disabled = on
    if (on) button.textContent = form.dataset.busy
    else followTotal()
  }

  form.addEventListener('submit', (event) => {
    if (event.submitter !== null && event.submitter.name === 'deleteCard') return
    const wrong = wrongFields()
    if (number) for (const input of [holder, number, expiry, cvc]) mark(input, wrong.includes(input))
    const asks = askButton !== null && event.submitter === askButton
    if (wrong.length === 0 && !asks) return busy(true)
    event.preventDefault()
    if (wrong.length > 0) wrong[0].focus()
    else askLoyalties()
  })
  form.addEventListener('change', (event) => {
    if (event.target.name === 'cardToken') { showCardForm(); askInstallments(); forgetLoyalties() }
    if (event.target.name === 'installment') followTotal()
  })
  form.addEventListener('input', (event) => {
    const input = event.target
    if (input === number) { tidy(number, tidyNumber); askInstallments(); forgetLoyalties() }
    if (input === expiry) tidy(expiry, tidyExpiry)
    if (input === cvc) tidy(cvc, (digits) => digits.slice(0, 4))
    if (input.id in fits && input.getAttribute('aria-invalid') && fits[input.id](input.value)) mark(input, false)
    followCard()
  })
  if (cvc && picture) {
    cvc.addEventListener('focus', () => picture.classList.add('turned'))
    cvc.addEventListener('blur', () => picture.classList.remove('turned'))
  }
  for (const fill of document.querySelectorAll('[data-fill]')) fill.addEventListener('click', () => {
    const card = JSON.parse(fill.dataset.fill)
    const other = form.querySelector('input[name=cardToken][value=""]')
    if (other) other.checked = true
    if (!number) return
    showCardForm()
    holder.value = card.cardHolderName
    number.value = tidyNumber(card.cardNumber)
    expiry.value = card.expireMonth + ' / ' + card.expireYear.slice(2)
    cvc.value = card.cvc
    for (const input of [holder, number, expiry, cvc]) mark(input, false)
    followCard()
    askInstallments()
    button.focus()
  })
  // Back from the bank or from the history: the page must be alive again.
  addEventListener('pageshow', () => { busy(false); showCardForm(); followCard(); asked = box.querySelector('.offer') && bin() !== '' ? null : ''; askInstallments(); followTotal() })
  const problem = document.querySelector('.alert')
  if (problem) problem.focus()
  const basket = document.querySelector('.basket')
  if (basket && matchMedia('(max-width: 860px)').matches) basket.open = false
})()
`
