// The part of the package that makes the modules of a code; it has no types of its own.
declare module 'qrcode/lib/core/qrcode.js' {
  interface QrCode {
    readonly modules: { readonly size: number; readonly data: Uint8Array }
  }
  const qrcode: {
    create(text: string, options: { readonly errorCorrectionLevel: 'L' | 'M' | 'Q' | 'H' }): QrCode
  }
  export default qrcode
}
