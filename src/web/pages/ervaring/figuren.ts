/** Where people stop, and how it goes per week, drawn on the server. The numbers stand in a table beneath. */
import type { Stapuitkomst, Weekuitkomst } from '../../../ervaring/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Context } from '../../ui/context.ts'
import { type Maat, tekenfiguur } from '../../ui/figuur/figuur.ts'
import { lineair, plek, rondEinde, rondeTreden } from '../../ui/figuur/schaal.ts'
import { hoogteAs } from '../../ui/figuur/tekenen.ts'
import { zeg } from './woorden.ts'

/** In the units of the drawing, as the letters. */
const RIJ = 78
const BALK = 22
const RAND = 4

/**
 * One bar for each step, as long as so many came: solid for who went on, hatched for who stopped. What it says stands
 * on the bar's own line, so that it can be read without colour.
 */
export function stapfiguur(
  context: Context,
  reis: string,
  naam: string,
  stappen: readonly Stapuitkomst[],
): Html {
  const { t } = context.spraak
  const hoogste = Math.max(1, ...stappen.map(({ lengte }) => lengte?.gekomen ?? 0))
  return tekenfiguur({
    id: `stappen-${reis}`,
    titel: t('ervaring.figuur.titel', { reis: naam }),
    beschrijving: stappen.map((een) => zin(context, een)).join(' '),
    hoogte: () => stappen.length * RIJ + RAND,
    teken: (maat, id) =>
      html`${stappen.map((een, i) => staprij(context, een, { i, maat, id, schaal: lineair([0, hoogste], [0, maat.breedte - 2 * RAND]) }))}`,
    onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('ervaring.figuur.verder')}</li><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('ervaring.figuur.gestopt')}</li></ul>`,
  })
}

interface Plaats {
  readonly i: number
  readonly maat: Maat
  readonly id: string
  readonly schaal: (n: number) => number
}

function staprij(context: Context, een: Stapuitkomst, { i, maat, id, schaal }: Plaats): Html {
  const { t } = context.spraak
  const boven = i * RIJ + maat.letters + RAND
  const balk = boven + 6
  const onder = balk + BALK + maat.letters + 3
  return html`<text class="vd-beeld__label" x="${RAND}" y="${plek(boven)}">${i + 1}. ${t(`ervaring.stap.${een.stap.id}`)}</text>
${balkVan(een, { y: balk, breed: maat.breedte - 2 * RAND, id, schaal })}
<text class="vd-beeld__as" x="${RAND}" y="${plek(onder)}">${regel(context, een)}</text>`
}

/** Dashed where too few came, or too few of them to tell apart; plain where the journey ends. */
function balkVan(
  { lengte, isEinde }: Stapuitkomst,
  plaats: {
    readonly y: number
    readonly breed: number
    readonly id: string
    readonly schaal: (n: number) => number
  },
): Html {
  const { y, id, schaal } = plaats
  const rechthoek = (soort: string, breed: number, vulling = ''): Html =>
    html`<rect class="${soort}" x="${RAND}" y="${plek(y)}" width="${plek(Math.max(2, breed))}" height="${BALK}"${vulling !== '' && html` fill="url(#${id}-${vulling})"`}/>`
  if (lengte === undefined) return rechthoek('vd-ervaring__leeg', plaats.breed)
  // How many of them went on is not said: the bar has its length and no parts.
  if (lengte.verder === undefined) return rechthoek('vd-ervaring__leeg', schaal(lengte.gekomen))
  if (isEinde) return rechthoek('vd-ervaring__einde', schaal(lengte.gekomen))
  return html`${rechthoek('vd-beeld__misschien', schaal(lengte.gekomen), 'streep')}${lengte.verder > 0 && rechthoek('vd-beeld__zeker', schaal(lengte.verder))}`
}

/** Short, below the bar. */
function regel(context: Context, een: Stapuitkomst): string {
  const { t } = context.spraak
  const gekomen = zeg(context, een.gekomen)
  if (een.isEinde) return t('ervaring.figuur.regel_einde', { gekomen })
  if (een.lengte === undefined) return t('ervaring.figuur.regel_klein', { gekomen })
  if (een.verder === undefined) return t('ervaring.figuur.regel_deels', { gekomen })
  return t(een.stap.kanKlaar ? 'ervaring.figuur.regel_klaar' : 'ervaring.figuur.regel', {
    gekomen,
    verder: zeg(context, een.verder),
    gestopt: zeg(context, een.gestopt),
  })
}

function zin(context: Context, een: Stapuitkomst): string {
  const { t } = context.spraak
  return `${t(`ervaring.stap.${een.stap.id}`)}: ${regel(context, een)}.`
}

const LINKS = 46
const ONDER = 26
const WEEK_HOOGTE = 190

/** A bar for each week: how many came. A week of too few has none, and an outline says so. */
export function weekfiguur(
  context: Context,
  reis: string,
  naam: string,
  weken: readonly Weekuitkomst[],
): Html {
  const { t, datum } = context.spraak
  const n = ({ gekomen }: Weekuitkomst) => (gekomen.soort === 'getal' ? gekomen.n : 0)
  const hoogste = rondEinde(Math.max(4, ...weken.map(n)), 4)
  return tekenfiguur({
    id: `weken-${reis}`,
    titel: t('ervaring.figuur.weken_titel', { reis: naam }),
    beschrijving: weken.map((een) => `${datum(een.week)}: ${zeg(context, een.gekomen)}.`).join(' '),
    hoogte: () => WEEK_HOOGTE,
    teken: (maat) => weekstaven(context, weken, maat, { hoogste, n }),
  })
}

function weekstaven(
  context: Context,
  weken: readonly Weekuitkomst[],
  maat: Maat,
  { hoogste, n }: { readonly hoogste: number; readonly n: (een: Weekuitkomst) => number },
): Html {
  const { datum, getal } = context.spraak
  const [boven, grond, rechts] = [12, WEEK_HOOGTE - ONDER, maat.breedte - RAND]
  const y = lineair([0, hoogste], [grond, boven])
  const vak = (rechts - LINKS) / Math.max(1, weken.length)
  const lucht = vak * 0.15
  const eerste = weken.at(0)?.week
  const laatste = weken.at(-1)?.week
  return html`${hoogteAs({ treden: rondeTreden([0, hoogste], 4), schaal: y, tekst: (w) => getal(w) }, [LINKS, rechts])}
${weken.map((een, i) => {
  const x = plek(LINKS + i * vak + lucht)
  const breed = plek(vak - 2 * lucht)
  if (een.gekomen.soort === 'klein')
    return html`<rect class="vd-ervaring__leeg" x="${x}" y="${plek(grond - 8)}" width="${breed}" height="8"/>`
  return html`<rect class="vd-beeld__zeker" x="${x}" y="${plek(y(n(een)))}" width="${breed}" height="${plek(grond - y(n(een)))}"/>`
})}
${eerste !== undefined && html`<text class="vd-beeld__as" x="${LINKS}" y="${plek(grond + 19)}">${datum(eerste)}</text>`}
${laatste !== undefined && laatste !== eerste && html`<text class="vd-beeld__as" x="${plek(rechts)}" y="${plek(grond + 19)}" text-anchor="end">${datum(laatste)}</text>`}`
}
