/** Refreshes the view, presses buttons without leaving the page, copies. The console works by reloading without it. */
export const consoleScript = `
(() => {
  const view = document.getElementById('view') || document.createElement('div'), live = document.getElementById('live'), toast = document.getElementById('toast')
  let last = '', busy = false
  const say = (text) => { toast.textContent = text; toast.hidden = !text }
  const wanted = () => !document.hidden && !(getSelection() && !getSelection().isCollapsed && view.contains(getSelection().anchorNode))
  const keyOf = (button) => button && button.closest('form') && view.contains(button)
    ? new URLSearchParams(new FormData(button.closest('form'))).toString().replace(/(on|value)=[^&]*$/, '') + button.textContent : null
  const swap = (text) => {
    if (text === last) return
    last = text
    const key = keyOf(document.activeElement)
    const scrolls = [...view.querySelectorAll('.scroll')].map((box) => [box.getAttribute('aria-label'), box.scrollTop, box.scrollLeft])
    view.innerHTML = text
    for (const [label, top, left] of scrolls) {
      const box = view.querySelector('.scroll[aria-label="' + label + '"]')
      if (box) { box.scrollTop = top; box.scrollLeft = left }
    }
    if (key) for (const button of view.querySelectorAll('.act button')) if (keyOf(button) === key) button.focus()
  }
  const refresh = async () => {
    if (busy) return
    busy = true
    try {
      const answer = await fetch('/_console/view' + location.search)
      if (!answer.ok) throw new Error(answer.status)
      swap(await answer.text())
      live.textContent = 'live'; live.className = 'live'
    } catch { live.textContent = 'not reachable'; live.className = 'live off' }
    busy = false
  }
  document.addEventListener('submit', async (event) => {
    if (!event.target.matches('.act')) return
    event.preventDefault()
    const answer = await fetch(event.target.action, { method: 'POST', body: new URLSearchParams(new FormData(event.target)), redirect: 'manual' })
    say(answer.type === 'opaqueredirect' || answer.ok ? '' : await answer.text())
    if (!live) return location.reload()
    busy = false
    refresh()
  })
  document.addEventListener('click', async (event) => {
    const button = event.target.closest('[data-copy]')
    if (!button) return
    try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = 'copied' }
    catch { const range = document.createRange(); range.selectNodeContents(button.previousElementSibling || button.parentElement.nextElementSibling); getSelection().removeAllRanges(); getSelection().addRange(range); button.textContent = 'selected' }
    setTimeout(() => { button.textContent = 'copy' }, 1200)
  })
  if (!live) return
  setInterval(() => { if (wanted()) refresh() }, 1500)
  document.addEventListener('visibilitychange', () => { if (wanted()) refresh() })
})()
`
