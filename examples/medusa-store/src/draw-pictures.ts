// Part of the build: draws the pictures of the products into the folder that Medusa serves.
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { PRODUCTS, picture } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import { pictureUrl } from './pictures'

async function main(): Promise<void> {
  for (const product of PRODUCTS) {
    const file = path.join(__dirname, '..', pictureUrl(product.slug))
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, await picture(product.picture))
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
