/** The form that sends the shopper's browser to the bank; `url` is ours, so it needs no escaping. */
export const threeDSHtml = (url: string): string => `<!doctype html>
<html lang="tr">
<head><meta charset="utf-8"><title>3D Secure</title></head>
<body onload="document.forms[0].submit()">
<form method="post" action="${url}"><noscript><button type="submit">Devam</button></noscript></form>
</body>
</html>
`
