import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Html } from './components'
import { consoleScript } from './console-script'
import { consoleStyle } from './console-style'

/** A page of the console. It loads nothing from anywhere. */
export function answerDocument(c: Context, content: Html, header: Html | string = '') {
  const nonce = randomBytes(16).toString('base64')
  c.header('Content-Security-Policy', policy(nonce))
  c.header('Cache-Control', 'no-store')
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Referrer-Policy', 'same-origin')
  return c.html(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Craftgate sandbox emulator</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(consoleStyle)}</style>
</head>
<body>
<header class="top">
  <h1 class="name"><strong>Sandbox</strong> emulator of Craftgate</h1>
  ${header}
</header>
<p class="toast" id="toast" role="alert" hidden></p>
<main>
  ${content}
</main>
<script nonce="${nonce}">${raw(consoleScript)}</script>
</body>
</html>`)
}

const policy = (nonce: string): string =>
  `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; connect-src 'self'; img-src data:; ` +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
