/** That of `?lang=`, else the browser's. */
export const languageOf = (request: Request): string =>
  new URL(request.url).searchParams.get('lang') || request.headers.get('accept-language') || 'tr'
