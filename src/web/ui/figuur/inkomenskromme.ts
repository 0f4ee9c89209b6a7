import { type Html, html } from '../../../platform/index.ts'
import { type FiguurDelen, figuur, type Maat, RIJHOOGTE } from './figuur.ts'
import { type Label, rijenNodig } from './labels.ts'
import { lineair, plek, rondEinde, rondeTreden, type Schaal } from './schaal.ts'
import { breedteVan } from './schrift.ts'
import { breedteAs, hoogteAs, labelgroep, labelkader, lijnpad, type Punt, vlakpad } from './tekenen.ts'

export interface KrommeDelen extends Omit<FiguurDelen, 'teken' | 'rijen'> {
  readonly punten: readonly { readonly x: number; readonly van: number; readonly tot: number }[]
  readonly eigen: { readonly x: number; readonly tekst: string }
  /** Where something stops or falls; `hoogte` is the value before it. */
  readonly randen: readonly {
    readonly x: number
    readonly voor: number
    readonly na: number
    readonly tekst: string
    /** In a narrow picture; the whole text then stands in a list below. */
    readonly kort: string
  }[]
  readonly bedrag: (waarde: number) => string
  readonly asnaam: string
}

const LINKS = 62
const RECHTS = 10
const ONDER = 46
const HOOGSTENS_RIJEN = 5

/** A line over all incomes, the own one marked; where a scheme ends stands on the line itself. */
export function inkomenskromme(delen: KrommeDelen): Html {
  const rijen = (maat: Maat): number =>
    rijenNodig(labelsVan(delen, maat), labelkader(maat), Math.min(HOOGSTENS_RIJEN, delen.randen.length + 1))
  const onderschrift = html`${delen.randen.length > 0 && html`<ul class="vd-list vd-beeld__smalle-lijst">${delen.randen.map((r) => html`<li>${r.tekst}</li>`)}</ul>`}${delen.onderschrift}`
  return figuur({ ...delen, onderschrift, rijen, teken: (maat, id) => teken(delen, maat, id, rijen(maat)) })
}

/** The own place first, then each edge; all on the ground. */
function labelsVan(delen: KrommeDelen, maat: Maat): readonly Label[] {
  const x = breedteschaal(delen, maat)
  const y = maat.hoogte
  return [
    { tekst: delen.eigen.tekst, x: x(delen.eigen.x), y },
    ...delen.randen.map((r) => ({ tekst: maat.naam === 'smal' ? r.kort : r.tekst, x: x(r.x), y })),
  ]
}

function breedteschaal({ punten }: KrommeDelen, maat: Maat): Schaal {
  return lineair([punten[0]?.x ?? 0, punten.at(-1)?.x ?? 1], [LINKS, maat.breedte - RECHTS])
}

function teken(delen: KrommeDelen, maat: Maat, id: string, rijen: number): Html {
  const { punten, randen, eigen } = delen
  const boven = 16 + rijen * RIJHOOGTE
  const grond = maat.hoogte - ONDER
  const eindeX = maat.breedte - RECHTS
  const laag = punten[0]?.x ?? 0
  const hoog = punten.at(-1)?.x ?? 1
  const hoogste = rondEinde(Math.max(...punten.map((p) => p.tot)), 4)
  const x = breedteschaal(delen, maat)
  const trede = breedteVan(delen.bedrag(hoog), maat.letters) + 14
  const y = lineair([0, hoogste], [grond, boven])
  const lijn = (kant: 'van' | 'tot'): readonly Punt[] => punten.map((p) => [x(p.x), y(p[kant])])
  const bodem: readonly Punt[] = [
    [LINKS, grond],
    [eindeX, grond],
  ]
  const heeftBand = punten.some((p) => p.tot > p.van)
  const eigenY = y(hoogteOp(punten, eigen.x))
  const labels = labelsVan(delen, maat).map((label, i) => {
    const rand = randen[i - 1]
    return { ...label, y: rand ? y(rand.voor) - 5 : eigenY }
  })
  return html`${hoogteAs({ treden: rondeTreden([0, hoogste], 5), schaal: y, tekst: delen.bedrag }, [LINKS, eindeX])}
${heeftBand && html`<path class="vd-beeld__misschien" d="${vlakpad(lijn('tot'), lijn('van'))}" fill="url(#${id}-streep)"/>`}
<path class="vd-beeld__vlakte" d="${vlakpad(lijn('van'), bodem)}"/>
${heeftBand && html`<path class="vd-beeld__lijn vd-beeld__lijn--misschien" d="${lijnpad(lijn('tot'))}"/>`}
<path class="vd-beeld__lijn" d="${lijnpad(lijn('van'))}"/>
${randen.map((r) => html`<path class="vd-beeld__rand" d="M${plek(x(r.x))} ${plek(y(r.voor))}V${plek(y(r.na))}"/><circle class="vd-beeld__stip" cx="${plek(x(r.x))}" cy="${plek(y(r.voor))}" r="4"/>`)}
<path class="vd-beeld__eigen" d="M${plek(x(eigen.x))} ${plek(eigenY)}V${grond}"/>
<circle class="vd-beeld__eigen-stip" cx="${plek(x(eigen.x))}" cy="${plek(eigenY)}" r="6"/>
${breedteAs({ treden: rondeTreden([laag, hoog], Math.max(2, Math.floor((eindeX - LINKS) / trede))), schaal: x, tekst: delen.bedrag }, grond, [LINKS, eindeX], maat.letters)}
<text class="vd-beeld__as" x="${eindeX}" y="${plek(grond + 39)}" text-anchor="end">${delen.asnaam}</text>
${labelgroep(labels, { ...labelkader(maat), rijen })}`
}

/** The value of the line at an income between two of its points. */
function hoogteOp(punten: KrommeDelen['punten'], waar: number): number {
  const na = punten.findIndex((p) => p.x >= waar)
  const [a, b] = [punten[Math.max(0, na - 1)], punten[Math.max(0, na)]]
  if (!a || !b) return 0
  return b.x === a.x ? b.tot : a.tot + ((b.tot - a.tot) * (waar - a.x)) / (b.x - a.x)
}
