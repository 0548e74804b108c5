/** BKM's own sample of its Client SDK: test-api.bkmexpress.com.tr/docs. It makes its button in the element of that id. */
export const bkmExpressScript = `
Bex.init(page.settings.ticket, 'modal', {
  container: place.id,
  buttonSize: [135, 70],
  onCancel: () => say('cancelled'),
  onComplete: () => send({ 'bkm-express': 'done' }),
})
`
