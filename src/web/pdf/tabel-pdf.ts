import { setImmediate } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { letters } from '../../platform/index.ts'

/** A document with one table: for people to keep and print, and for a screen reader to read out. */
export interface TabelPdf {
  readonly taal: string
  readonly titel: string
  readonly gemaakt: Date
  /** First of all, in a box: what somebody has to do. */
  readonly vak?: { readonly kop: string; readonly regels: readonly string[] } | undefined
  /** Above the table. */
  readonly inleiding: readonly string[]
  /** Heading of each column, with its share of the width. */
  readonly kolommen: readonly { readonly kop: string; readonly deel: number }[]
  readonly rijen: readonly (readonly string[])[]
  /** Below the table. */
  readonly slot: readonly string[]
  readonly voet: (pagina: number, van: number) => string
  /** To read from paper rather than to look something up in: larger letters. */
  readonly isBrief?: boolean
}

type Doc = PDFKit.PDFDocument

const rand = 50
const onder = 60
const klein = 9.5
/** Points, in running text and in the table. */
const puntmaten = { gewoon: { tekst: 11, cel: klein }, brief: { tekst: 12, cel: 10.5 } } as const
const maten = ({ isBrief }: TabelPdf) => puntmaten[isBrief ? 'brief' : 'gewoon']
const wit = 3
const vakrand = 12
/** Named limit: after so many rows others get a turn. */
const rijenPerBeurt = 10

/** PDF 1.7 with tags (PDF/UA): language, title, headings, a table with headings of columns, and page numbers apart. */
export async function tabelPdf(model: TabelPdf): Promise<Buffer> {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: rand, left: rand, right: rand, bottom: onder },
    lang: model.taal,
    tagged: true,
    displayTitle: true,
    pdfVersion: '1.7',
    // Newer than the types of the library.
    subset: 'PDF/UA' as 'PDF/A-1',
    bufferPages: true,
    // No letter but our own: a standard one is not embedded.
    font: '',
    info: { Title: model.titel, CreationDate: model.gemaakt, Producer: 'Voordeur', Creator: 'Voordeur' },
  })
  const delen: Buffer[] = []
  const klaar = Promise.withResolvers<void>()
  doc.on('data', (deel: Uint8Array) => delen.push(Buffer.from(deel)))
  doc.on('end', klaar.resolve)
  doc.on('error', klaar.reject)
  const { gewoon, vet } = letters()
  doc.registerFont('gewoon', gewoon)
  doc.registerFont('vet', vet)

  const geheel = doc.struct('Document')
  doc.addStructure(geheel)
  const { tekst: maat } = maten(model)
  zin(doc, geheel, { soort: 'H1', tekst: model.titel, maat: 20 })
  if (model.vak !== undefined) vak(doc, geheel, model.vak, maat)
  for (const tekst of model.inleiding) zin(doc, geheel, { soort: 'P', tekst, maat })
  doc.moveDown(0.5)
  await tabel(doc, geheel, model)
  doc.moveDown(1)
  for (const tekst of model.slot) zin(doc, geheel, { soort: 'P', tekst, maat })
  geheel.end()
  nummer(doc, model)
  doc.end()
  await klaar.promise
  return Buffer.concat(delen)
}

interface Zin {
  readonly soort: 'H1' | 'H2' | 'P'
  readonly tekst: string
  readonly maat: number
  readonly links?: number
}

function zin(doc: Doc, geheel: PDFKit.PDFStructureElement, { soort, tekst, maat, links = rand }: Zin): void {
  const isKop = soort !== 'P'
  geheel.add(
    doc.struct(soort, {}, [
      () => {
        doc
          .font(isKop ? 'vet' : 'gewoon')
          .fontSize(maat)
          .text(drukbaar(tekst), links, doc.y, { width: breedteVan(doc) - 2 * (links - rand) })
          .moveDown(soort === 'H1' ? 0.5 : 0.3)
      },
    ]),
  )
}

/** A heading and a list, with a line around it; on a page of its own when it does not fit on this one. */
function vak(
  doc: Doc,
  geheel: PDFKit.PDFStructureElement,
  { kop, regels }: NonNullable<TabelPdf['vak']>,
  maat: number,
): void {
  const [links, boven] = [rand + vakrand, doc.y]
  doc.y += vakrand
  zin(doc, geheel, { soort: 'H2', tekst: kop, maat: maat + 2, links })
  const lijst = doc.struct('L')
  geheel.add(lijst)
  for (const regel of regels) {
    const punt = doc.struct('LI')
    lijst.add(punt)
    const tekst = doc.struct('LBody')
    punt.add(tekst)
    zin(doc, tekst, { soort: 'P', tekst: `– ${regel}`, maat, links })
    tekst.end()
    punt.end()
  }
  lijst.end()
  doc.y += vakrand / 2
  doc.markContent('Artifact', { type: 'Layout' })
  if (doc.y > boven)
    doc
      .roundedRect(rand, boven, breedteVan(doc), doc.y - boven, 5)
      .lineWidth(1.5)
      .stroke('#12352f')
  doc.endMarkedContent()
  doc.fillColor('black')
  doc.y += vakrand
}

async function tabel(doc: Doc, geheel: PDFKit.PDFStructureElement, model: TabelPdf): Promise<void> {
  if (model.rijen.length === 0) return
  const deel = doc.struct('Table')
  geheel.add(deel)
  const koppen = model.kolommen.map(({ kop }) => kop)
  rij(doc, deel, model, { cellen: koppen, soort: 'TH' })
  for (const [i, cellen] of model.rijen.entries()) {
    rij(doc, deel, model, { cellen, soort: 'TD' })
    if (i % rijenPerBeurt === rijenPerBeurt - 1) await setImmediate()
  }
  deel.end()
}

/** A row stays on one page. On a new page the headings are there again for who looks; who listens hears them once. */
function rij(
  doc: Doc,
  deel: PDFKit.PDFStructureElement,
  model: TabelPdf,
  { cellen, soort }: { readonly cellen: readonly string[]; readonly soort: 'TH' | 'TD' },
): void {
  const letter = soort === 'TH' ? 'vet' : 'gewoon'
  const teksten = cellen.map(drukbaar)
  const { cel } = maten(model)
  doc.font(letter).fontSize(cel)
  const breedtes = kolombreedtes(doc, model)
  const hoogte = Math.max(
    ...teksten.map((t, i) => doc.heightOfString(t, { width: (breedtes[i] ?? 0) - 2 * wit })),
  )
  if (doc.y + hoogte + 2 * wit > doc.page.height - onder) {
    doc.addPage()
    if (soort === 'TD') herhaalKoppen(doc, model)
    doc.font(letter).fontSize(cel)
  }
  const boven = doc.y
  const rijdeel = doc.struct('TR')
  deel.add(rijdeel)
  let links = rand
  for (const [i, tekst] of teksten.entries()) {
    const breedte = breedtes[i] ?? 0
    const plaats = { x: links + wit, y: boven + wit, breedte: breedte - 2 * wit }
    const schrijf = () => doc.text(tekst, plaats.x, plaats.y, { width: plaats.breedte })
    // `scope` is newer than the types of the library.
    const opties = soort === 'TH' ? ({ scope: 'Column' } as object) : {}
    rijdeel.add(doc.struct(soort, opties, [() => void schrijf()]))
    links += breedte
  }
  rijdeel.end()
  lijn(doc, boven + hoogte + 2 * wit)
  doc.y = boven + hoogte + 2 * wit
}

function herhaalKoppen(doc: Doc, model: TabelPdf): void {
  const breedtes = kolombreedtes(doc, model)
  doc.markContent('Artifact', { type: 'Layout' })
  doc.font('vet').fontSize(maten(model).cel)
  const boven = doc.y
  let links = rand
  for (const [i, { kop }] of model.kolommen.entries()) {
    doc.text(drukbaar(kop), links + wit, boven + wit, { width: (breedtes[i] ?? 0) - 2 * wit })
    links += breedtes[i] ?? 0
  }
  doc.endMarkedContent()
  doc.y = boven + doc.currentLineHeight(true) + 2 * wit
  lijn(doc, doc.y)
}

function lijn(doc: Doc, y: number): void {
  doc.markContent('Artifact', { type: 'Layout' })
  doc
    .moveTo(rand, y)
    .lineTo(doc.page.width - rand, y)
    .lineWidth(0.5)
    .stroke('#5d6b66')
  doc.endMarkedContent()
  doc.fillColor('black')
}

function nummer(doc: Doc, { voet }: TabelPdf): void {
  const { start, count } = doc.bufferedPageRange()
  for (let i = 0; i < count; i++) {
    doc.switchToPage(start + i)
    // Below the margin, where text would otherwise begin a new page.
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination' })
    const tekst = drukbaar(voet(i + 1, count))
    doc
      .font('gewoon')
      .fontSize(klein)
      .text(tekst, rand, doc.page.height - 40, { width: breedteVan(doc), align: 'right' })
    doc.endMarkedContent()
  }
}

function breedteVan(doc: Doc): number {
  return doc.page.width - 2 * rand
}

function kolombreedtes(doc: Doc, { kolommen }: TabelPdf): readonly number[] {
  const samen = kolommen.reduce((som, { deel }) => som + deel, 0)
  return kolommen.map(({ deel }) => (breedteVan(doc) * deel) / samen)
}

/** The letter has the signs of Western Europe; another letter loses its accent, and what then remains is a question mark. */
function drukbaar(tekst: string): string {
  return [...tekst]
    .map((teken) => (heeftLetter.test(teken) ? teken : (teken.normalize('NFD')[0] ?? '?')))
    .map((teken) => (heeftLetter.test(teken) ? teken : '?'))
    .join('')
}

const heeftLetter = /^[\u0020-\u007e\u00a0-\u00ff\u0131\u0152\u0153\u2013\u2014\u2018-\u201e\u2026\u20ac]$/
