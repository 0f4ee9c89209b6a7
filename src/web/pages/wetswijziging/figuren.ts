/** Who gains and who loses, drawn on the server. Every picture says itself that the people are made up. */
import { type Html, html } from '../../../platform/index.ts'
import { type Groep, gelijk, type Inkomensband, klasgrenzen } from '../../../proactief/index.ts'
import type { Context } from '../../ui/context.ts'
import { datatabel, figuur, type Maat } from '../../ui/figuur/figuur.ts'
import { lineair, plek, rondEinde, rondeTreden } from '../../ui/figuur/schaal.ts'
import { breedteAs, hoogteAs, lijnpad, type Punt } from '../../ui/figuur/tekenen.ts'
import { euro } from '../../ui/grootgeld.ts'
import { beeldmerk, beeldvoet } from '../bevolking/mensen.ts'
import { procent } from './bron.ts'

export interface Groepsregel {
  readonly naam: string
  readonly groep: Groep
  /** Where how many there are of this group is a guess, or what the group is made of. */
  readonly isAangenomen: boolean
}

/** In the units of the drawing, as the letters. */
const RIJ = 72
const BALK = 18
const RAND = 4
/** Room at the bottom for the line that says that the people are made up. */
const VOET = 24

/**
 * A bar for each group over everybody in it: left of the middle who loses (striped), right who gains (solid). What it
 * says stands on the bar's own line, so that it can be read without colour.
 */
export function groepsfiguur(
  context: Context,
  id: string,
  titel: string,
  regels: readonly Groepsregel[],
): Html {
  const { spraak } = context
  const { t } = spraak
  const deel = ({ groep }: Groepsregel, n: number) => (groep.huishoudens === 0 ? 0 : n / groep.huishoudens)
  const hoogste = Math.max(
    0.01,
    ...regels.flatMap((r) => [deel(r, r.groep.vooruit), deel(r, r.groep.achteruit)]),
  )
  return figuur({
    id,
    titel,
    beschrijving: regels.map((r) => `${r.naam}: ${zin(context, r.groep)}`).join(' '),
    rijen: () => 0,
    hoogte: () => regels.length * RIJ + VOET + RAND,
    teken: (maat, eigen) => {
      const x = lineair([0, hoogste], [0, maat.breedte / 2 - RAND])
      return html`${regels.map((r, i) => groepsrij(context, r, { boven: i * RIJ, maat, id: eigen, links: x(deel(r, r.groep.achteruit)), rechts: x(deel(r, r.groep.vooruit)) }))}
${voetregel(
  context,
  maat,
  regels.length * RIJ + VOET - 4,
  regels.some((r) => r.isAangenomen),
)}`
    },
    onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('wetswijziging.achteruit')}</li><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('wetswijziging.vooruit')}</li></ul>${beeldvoet(context)}`,
    tabel: groepstabel(context, titel, regels),
    tabelknop: t('wetswijziging.tabel'),
  })
}

function groepsrij(
  context: Context,
  { naam, groep, isAangenomen }: Groepsregel,
  plaats: {
    readonly boven: number
    readonly maat: Maat
    readonly id: string
    readonly links: number
    readonly rechts: number
  },
): Html {
  const { boven, maat, id, links, rechts } = plaats
  const midden = maat.breedte / 2
  const tekst = boven + maat.letters + RAND
  const balk = tekst + 5
  return html`<text class="vd-beeld__label" x="${RAND}" y="${plek(tekst)}">${naam}${isAangenomen && ' *'}</text>
${groep.achteruit > 0 && html`<rect class="vd-beeld__misschien" x="${plek(midden - Math.max(1, links))}" y="${plek(balk)}" width="${plek(Math.max(1, links))}" height="${BALK}" fill="url(#${id}-streep)"/>`}
${groep.vooruit > 0 && html`<rect class="vd-beeld__zeker" x="${plek(midden)}" y="${plek(balk)}" width="${plek(Math.max(1, rechts))}" height="${BALK}"/>`}
<path class="vd-beeld__grond" d="M${plek(midden)} ${plek(balk - 3)}v${BALK + 6}"/><text class="vd-beeld__as" x="${RAND}" y="${plek(balk + BALK + maat.letters)}">${kort(context, groep, maat)}</text>`
}

/** Only the sides that there are. */
function kort({ spraak }: Context, g: Groep, maat: Maat): string {
  const vorm = maat.naam === 'smal' ? 'smal' : 'regel'
  const kant = (soort: 'achteruit' | 'vooruit', n: number, centen: number) =>
    n === 0
      ? []
      : [
          spraak.t(`wetswijziging.figuur.${soort}_${vorm}`, {
            deel: procent(spraak, n, g.huishoudens),
            bedrag: euro(spraak, centen / n),
          }),
        ]
  const delen = [...kant('achteruit', g.achteruit, -g.verlies), ...kant('vooruit', g.vooruit, g.winst)]
  return delen.length === 0 ? spraak.t('wetswijziging.figuur.niemand') : delen.join(' · ')
}

function zin(context: Context, g: Groep): string {
  return `${kort(context, g, { naam: 'breed', breedte: 0, hoogte: 0, letters: 0 })}.`
}

function voetregel(context: Context, maat: Maat, y: number, metSter = false): Html {
  return html`<text class="vd-beeld__as" x="${RAND}" y="${plek(y)}">${beeldmerk(context, maat, metSter)}</text>`
}

export function groepstabel(context: Context, naam: string, regels: readonly Groepsregel[]): Html {
  const { spraak } = context
  const { t, getal } = spraak
  return datatabel({
    naam,
    eindigtInWoorden: true,
    koppen: [
      t('wetswijziging.kolom.groep'),
      t('wetswijziging.kolom.huishoudens'),
      t('wetswijziging.vooruit'),
      t('wetswijziging.achteruit'),
      t('wetswijziging.gelijk'),
      t('wetswijziging.onbekend'),
      t('wetswijziging.kolom.verschil'),
      t('wetswijziging.kolom.zekerheid'),
    ],
    rijen: regels.map(({ naam: wie, groep: g, isAangenomen }) => [
      wie,
      getal(g.huishoudens),
      getal(g.vooruit),
      getal(g.achteruit),
      getal(gelijk(g)),
      getal(g.onbekend),
      euro(spraak, g.straks - g.nu),
      t(isAangenomen ? 'wetswijziging.aangenomen' : 'wetswijziging.geteld'),
    ]),
  })
}

const [LINKS, ONDER, HOOG] = [58, 46, 250]

/** A bar for each size of gain or loss; who keeps the same is said beside it, else nothing else could be seen. */
export function klassenfiguur(context: Context, klassen: readonly number[]): Html {
  const { spraak } = context
  const { t, getal } = spraak
  const delen = klassen.flatMap((n, i) => {
    const { van, tot } = klasgrenzen(i)
    return van === 0 && tot === 0 ? [] : [{ n, naam: klasnaam(context, i), isMin: (tot ?? 1) <= 0 }]
  })
  const hoogste = rondEinde(Math.max(4, ...delen.map(({ n }) => n)), 4)
  return figuur({
    id: 'klassen',
    titel: t('wetswijziging.klassen.titel'),
    beschrijving: delen.map(({ n, naam }) => `${naam}: ${getal(n)}.`).join(' '),
    rijen: () => 0,
    hoogte: () => delen.length * 30 + VOET,
    teken: (maat, id) => {
      const links = maat.naam === 'smal' ? 190 : 230
      const x = lineair([0, hoogste], [links, maat.breedte - 80])
      return html`${delen.map(({ n, naam, isMin }, i) => {
        const y = i * 30 + 4
        return html`<text class="vd-beeld__as" x="${RAND}" y="${plek(y + 15)}">${naam}</text><rect class="vd-beeld__${isMin ? 'misschien' : 'zeker'}" x="${links}" y="${y}" width="${plek(Math.max(1, x(n) - links))}" height="20"${isMin && html` fill="url(#${id}-streep)"`}/><text class="vd-beeld__as" x="${plek(x(n) + 6)}" y="${plek(y + 15)}">${getal(n)}</text>`
      })}${voetregel(context, maat, delen.length * 30 + VOET - 4)}`
    },
    onderschrift: beeldvoet(context),
    tabel: datatabel({
      naam: t('wetswijziging.klassen.titel'),
      koppen: [t('wetswijziging.klassen.kolom'), t('wetswijziging.kolom.huishoudens')],
      rijen: klassen.map((n, i) => [klasnaam(context, i), getal(n)]),
    }),
    tabelknop: t('wetswijziging.tabel'),
  })
}

function klasnaam({ spraak }: Context, i: number): string {
  const { van, tot } = klasgrenzen(i)
  const geld = (euros: number) => spraak.geld(Math.abs(euros) * 100, 'EUR')
  const { t } = spraak
  if (van === 0 && tot === 0) return t('wetswijziging.gelijk')
  if (van === undefined) return t('wetswijziging.klassen.min_meer', { bedrag: geld(tot ?? 0) })
  if (tot === undefined) return t('wetswijziging.klassen.plus_meer', { bedrag: geld(van) })
  return van < 0
    ? t('wetswijziging.klassen.min', { van: geld(tot), tot: geld(van) })
    : t('wetswijziging.klassen.plus', { van: geld(van), tot: geld(tot) })
}

/** Of a thousand euros more, what schemes take back: before (dashed) and after, along the income. */
export function drukfiguur(context: Context, banden: readonly Inkomensband[]): Html {
  const { spraak } = context
  const { t, getal, geld } = spraak
  // Too few households for an average are no line.
  const zichtbaar = banden.filter((b) => b.tot !== undefined && b.huishoudens >= 20)
  const euros = (centen: number) => centen / 100
  const hoogste = rondEinde(
    Math.max(100, ...zichtbaar.flatMap((b) => [euros(b.druk.nu), euros(b.druk.straks)])),
    4,
  )
  const einde = zichtbaar.at(-1)?.tot ?? 1
  return figuur({
    id: 'druk',
    titel: t('wetswijziging.druk.titel'),
    beschrijving: zichtbaar
      .filter((_, i) => i % 5 === 0)
      .map((b) =>
        t('wetswijziging.druk.zin', {
          inkomen: geld(b.van * 100, 'EUR'),
          nu: euro(spraak, b.druk.nu),
          straks: euro(spraak, b.druk.straks),
        }),
      )
      .join(' '),
    rijen: () => 0,
    hoogte: () => HOOG + VOET,
    teken: (maat) => {
      const rechts = maat.breedte - 10
      const x = lineair([0, einde], [LINKS, rechts])
      const y = lineair([0, hoogste], [HOOG - ONDER, 12])
      const lijn = (kant: 'nu' | 'straks') =>
        lijnpad(
          zichtbaar.map((b): Punt => [x(b.van + ((b.tot ?? b.van) - b.van) / 2), y(euros(b.druk[kant]))]),
        )
      return html`${hoogteAs({ treden: rondeTreden([0, hoogste], 5), schaal: y, tekst: (w) => geld(w * 100, 'EUR') }, [LINKS, rechts])}
${breedteAs({ treden: rondeTreden([0, einde], maat.naam === 'smal' ? 4 : 7), schaal: x, tekst: (w) => geld(w * 100, 'EUR') }, HOOG - ONDER, [LINKS, rechts], maat.letters)}
<path class="vd-beeld__lijn vd-beeld__lijn--misschien" d="${lijn('nu')}"/><path class="vd-beeld__lijn" d="${lijn('straks')}"/>${voetregel(context, maat, HOOG + VOET - 6)}`
    },
    onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__lijn vd-legenda__lijn--misschien"></span>${t('wetswijziging.nu')}</li><li><span class="vd-legenda__lijn"></span>${t('wetswijziging.straks')}</li></ul><p>${t('wetswijziging.druk.uitleg')}</p>${beeldvoet(context)}`,
    tabel: datatabel({
      naam: t('wetswijziging.druk.titel'),
      koppen: [
        t('wetswijziging.druk.inkomen'),
        t('wetswijziging.kolom.huishoudens'),
        t('wetswijziging.druk.minder_nu'),
        t('wetswijziging.druk.minder_straks'),
        t('wetswijziging.druk.rand_nu'),
        t('wetswijziging.druk.rand_straks'),
      ],
      rijen: banden.map((b) => [
        b.tot === undefined
          ? t('wetswijziging.vanaf', { van: geld(b.van * 100, 'EUR') })
          : t('wetswijziging.tot', { van: geld(b.van * 100, 'EUR'), tot: geld(b.tot * 100, 'EUR') }),
        getal(b.huishoudens),
        euro(spraak, b.druk.nu),
        euro(spraak, b.druk.straks),
        getal(som(b.randen.nu)),
        getal(som(b.randen.straks)),
      ]),
    }),
    tabelknop: t('wetswijziging.tabel'),
  })
}

export function som(rij: readonly number[]): number {
  return rij.reduce((a, b) => a + b, 0)
}
