import { crc32 } from 'node:zlib'

interface Entry {
  readonly name: string
  readonly text: string
}

/** 1980-01-01, the first day that a ZIP knows: the same files make the same bytes. */
const DATE = 0x21

/** A ZIP archive whose files are stored as they are. */
export function zip(files: readonly Entry[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, text } of files) {
    const [path, content] = [Buffer.from(name), Buffer.from(text)]
    const local = Buffer.concat([header(0x04034b50, path, content), path, content])
    directory.push(directoryEntry(path, content, offset))
    parts.push(local)
    offset += local.length
  }
  const entries = Buffer.concat(directory)
  return Buffer.concat([...parts, entries, end(files.length, entries.length, offset)])
}

/** Local file header: signature, version 2.0, UTF-8 names, no compression. */
function header(signature: number, path: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(30)
  bytes.writeUInt32LE(signature, 0)
  facts(path, content).copy(bytes, 4)
  return bytes
}

/** The 26 bytes that a local header and the directory share. */
function facts(path: Buffer, content: Buffer): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(0x800, 2)
  bytes.writeUInt16LE(DATE, 8)
  bytes.writeUInt32LE(crc32(content), 10)
  bytes.writeUInt32LE(content.length, 14)
  bytes.writeUInt32LE(content.length, 18)
  bytes.writeUInt16LE(path.length, 22)
  return bytes
}

function directoryEntry(path: Buffer, content: Buffer, offset: number): Buffer {
  const bytes = Buffer.alloc(46)
  bytes.writeUInt32LE(0x02014b50, 0)
  bytes.writeUInt16LE(20, 4)
  facts(path, content).copy(bytes, 6)
  bytes.writeUInt32LE(offset, 42)
  return Buffer.concat([bytes, path])
}

function end(count: number, size: number, offset: number): Buffer {
  const bytes = Buffer.alloc(22)
  bytes.writeUInt32LE(0x06054b50, 0)
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(size, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}
