// Product pictures, drawn by code: original, small and the same on every machine.
import sharp from 'sharp'
import { coffeeBook, notebook, tableBook, wheelBook } from './books'
import { bowl, mug, plates, vase } from './ceramics'
import { cezve, coffeeBag } from './coffee'
import { apron, bedding, pestemal, towels } from './textiles'

const PICTURES = {
  'coffee-bag-red': () =>
    coffeeBag({
      wall: ['#f6ddcb', '#ecc3a6'],
      table: ['#a8623f', '#7f4529'],
      label: '#f8eedd',
      ink: '#9c3322',
    }),
  'coffee-bag-green': () =>
    coffeeBag({
      wall: ['#e2ead9', '#c6d5b8'],
      table: ['#7d8d63', '#5d6d47'],
      label: '#f6f1df',
      ink: '#2f5d46',
    }),
  'coffee-bag-blue': () =>
    coffeeBag({
      wall: ['#dde6ee', '#bfcfdd'],
      table: ['#6a7f93', '#4b6074'],
      label: '#f5efe2',
      ink: '#274866',
    }),
  cezve,
  mug,
  bowl,
  plates,
  vase,
  pestemal,
  bedding,
  apron,
  towels,
  'book-table': tableBook,
  'book-coffee': coffeeBook,
  'book-wheel': wheelBook,
  notebook,
} as const

export type PictureName = keyof typeof PICTURES

/** Text of an SVG. */
export const drawing = (name: PictureName): string => PICTURES[name]()

/** A JPEG of 1200 x 1200. */
export function picture(name: PictureName): Promise<Buffer> {
  return sharp(Buffer.from(drawing(name)))
    .jpeg({ quality: 90 })
    .toBuffer()
}
