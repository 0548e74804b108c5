import { zip } from './zip'

/** Amounts are decimal text. */
export type Cell = string | number | boolean | undefined

export interface Table {
  readonly heads: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
}

/** RFC 4180: commas, CRLF, and quotes around what needs them. */
export const toCsv = ({ heads, rows }: Table): Buffer =>
  Buffer.from([heads, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join(''))

function csvCell(cell: Cell): string {
  const text = String(cell ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** An Excel workbook with one sheet; every cell is text, so that no program rounds an amount or a number. */
export function toXlsx({ heads, rows }: Table): Buffer {
  const sheet = [heads, ...rows]
    .map((row, at) => `<row r="${at + 1}">${row.map(xlsxCell).join('')}</row>`)
    .join('')
  return zip([
    { name: '[Content_Types].xml', text: CONTENT_TYPES },
    { name: '_rels/.rels', text: relations('officeDocument', 'xl/workbook.xml') },
    { name: 'xl/workbook.xml', text: WORKBOOK },
    { name: 'xl/_rels/workbook.xml.rels', text: relations('worksheet', 'worksheets/sheet1.xml') },
    {
      name: 'xl/worksheets/sheet1.xml',
      text: `${XML}<worksheet xmlns="${MAIN}"><sheetData>${sheet}</sheetData></worksheet>`,
    },
  ])
}

const xlsxCell = (cell: Cell): string =>
  `<c t="inlineStr"><is><t xml:space="preserve">${escaped(String(cell ?? ''))}</t></is></c>`

/** Control characters have no place in XML. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/\p{Cc}/gu, ' ')

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const SCHEMAS = 'http://schemas.openxmlformats.org'
const MAIN = `${SCHEMAS}/spreadsheetml/2006/main`
const OFFICE = `${SCHEMAS}/officeDocument/2006/relationships`
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const relations = (type: string, target: string): string =>
  `${XML}<Relationships xmlns="${SCHEMAS}/package/2006/relationships">` +
  `<Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`

const CONTENT_TYPES =
  `${XML}<Types xmlns="${SCHEMAS}/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`

const WORKBOOK =
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">` +
  '<sheets><sheet name="Report" sheetId="1" r:id="rId1"/></sheets></workbook>'
