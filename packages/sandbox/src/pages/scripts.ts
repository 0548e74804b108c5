export { hostedScript } from './hosted-script'

/** In a frame: tells the parent the page's height, at first and whenever it changes. */
export const frameScript = `
(() => {
  if (parent === window) return
  let last = 0
  const tell = () => {
    const value = Math.ceil(document.documentElement.getBoundingClientRect().height)
    if (value === last) return
    last = value
    parent.postMessage({ type: 'HEIGHT_CHANGED', value }, '*')
  }
  new ResizeObserver(tell).observe(document.documentElement)
  addEventListener('load', tell)
})()
`

/** Sends the browser back to the merchant at once. */
export const returnScript = "document.getElementById('return-form').submit()"

/** The bank page: digits only, one submit. */
export const bankScript = String.raw`
(() => {
  const form = document.getElementById('code-form')
  const code = document.getElementById('code')
  code.addEventListener('input', () => { code.value = code.value.replace(/\D/g, '') })
  form.addEventListener('submit', () => setTimeout(() => {
    for (const button of form.querySelectorAll('button')) button.disabled = true
  }))
  addEventListener('pageshow', () => { for (const button of form.querySelectorAll('button')) button.disabled = false })
  code.focus()
})()
`
