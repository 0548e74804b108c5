import { CraftgateError } from '../../errors'
import { started } from './started'

const PAGE = { htmlContent: 'PGI+xZ88L2I+' }
const ADDRESS = { redirectUrl: 'https://bank.test/3ds' }
const html = { kind: 'html', html: '<b>ş</b>' }
const redirect = { kind: 'redirect', url: 'https://bank.test/3ds' }

// The portal lists the actions, the samples of the official clients tell none, and both send a page with its address beside it.
test.each([
  ['a page by its action', { ...PAGE, ...ADDRESS, additionalAction: 'SHOW_HTML_CONTENT' }, html],
  ['an address by its action', { ...PAGE, ...ADDRESS, additionalAction: 'REDIRECT_TO_URL' }, redirect],
  ['a page without an action', { ...PAGE, ...ADDRESS }, html],
  ['an address without an action', ADDRESS, redirect],
  ['a page that goes on in the browser', { ...PAGE, additionalAction: 'CONTINUE_IN_CLIENT' }, html],
  [
    'an address that goes on in the browser',
    { ...ADDRESS, additionalAction: 'CONTINUE_IN_CLIENT' },
    redirect,
  ],
  ['nothing more', { ...PAGE, additionalAction: 'NONE' }, { kind: 'over' }],
  ['a refusal', { ...PAGE, paymentStatus: 'FAILURE' }, { kind: 'over' }],
])('3D Secure starts with %s', (_, answer, wayOn) => {
  expect(started({ paymentId: 7, paymentStatus: 'INIT_THREEDS', ...answer })).toEqual({ paymentId: 7, wayOn })
})

test.each([
  {},
  { redirectUrl: 'javascript:alert(1)' },
  { additionalAction: 'CONTINUE_IN_CLIENT' },
  { ...PAGE, additionalAction: 'SOMETHING_NEW' },
])('by %j nobody can go on', (answer) => {
  const start = () => started({ paymentId: 7, ...answer })
  expect(start).toThrow(CraftgateError)
  expect(start).toThrow(expect.objectContaining({ code: 'unreadable-start', delivery: 'unclear' }))
})
