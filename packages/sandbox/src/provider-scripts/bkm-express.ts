/**
 * In place of BKM's bex.js ("Oluşturulan token değerlerini BKM tarafından sağlanan Client SDK'ya ileterek BKM Express
 * uygulamasını başlatabilirsiniz", api/payment/bkm_express): `Bex.init(ticket, 'modal', { container, onCancel, onComplete })`
 * makes its button in the container. The dialog stands for BKM's app, and answers the page that the ticket's `path` names.
 */
export const bkmExpressScript = `(() => {
const require = (isThere, field) => { if (!isThere) throw new TypeError(field + ' is missing or wrong') }
const add = (place, text, press) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = text
  button.addEventListener('click', press)
  place.append(button)
}
window.Bex = {
  init({ id, path, token }, kind, { container, onCancel, onComplete }) {
    require(id && path && token, 'ticket')
    require(kind === 'modal', 'kind')
    const place = document.getElementById(container)
    require(place, 'container')
    const answer = (action) => fetch(path, { method: 'POST', mode: 'no-cors', body: new URLSearchParams({ action }) })
    add(place, 'BKM Express', () => {
      const app = document.createElement('dialog')
      app.setAttribute('aria-label', 'BKM Express')
      const end = async (action, told) => { app.remove(); await answer(action); told(action) }
      add(app, 'Approve', () => end('approve', onComplete))
      add(app, 'Cancel', () => end('cancel', onCancel))
      document.body.append(app)
      app.showModal()
    })
  },
}
})()
`
