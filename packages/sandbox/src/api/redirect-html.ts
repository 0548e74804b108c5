/** What `htmlContent` is: a form that sends the shopper's browser on. `url` is ours, so it needs no escaping. */
export const redirectHtml = (url: string, title: string): string =>
  Buffer.from(
    `<!doctype html>
<html lang="tr">
<head><meta charset="utf-8"><title>${title}</title></head>
<body onload="document.forms[0].submit()">
<form method="post" action="${url}"><noscript><button type="submit">Devam</button></noscript></form>
</body>
</html>
`,
    'utf8',
  ).toString('base64')
