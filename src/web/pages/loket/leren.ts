/** What chains learned, for who looks after a service: pictures with their numbers beneath. */

import { parseOrganisatieId } from '../../../domain/index.ts'
import { AFGEROND, KLEINSTE } from '../../../ervaring/index.ts'
import { type Datum, datumOp, plusMaanden } from '../../../kalender/index.ts'
import {
  type Ketenuitkomst,
  type Leerkijker,
  leeruitkomsten,
  type Paaruitkomst,
  type Wachttijd,
  ZONDER_KETEN,
} from '../../../loket/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { datatabel, type Maat, tekenfiguur } from '../../ui/figuur/figuur.ts'
import { lineair, plek } from '../../ui/figuur/schaal.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { baliePagina } from '../balie/kader.ts'
import { zeg } from '../ervaring/woorden.ts'
import { organisatienaam } from './woorden.ts'

/** Named limits: so far back; and no more pairs in one picture than can be read. */
const MAANDEN = 12
const HOOGSTENS_PAREN = 12

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const { loket, nu, context } = verzoek
  if (loket?.lering === undefined) throw new PlatformError('niet-gevonden')
  const { t, datum } = context.spraak
  const { medewerker, organisatie, rollen } = eisWerker(verzoek).werker.subject
  const kijker: Leerkijker = rollen.includes('installatiebeheerder')
    ? { soort: 'installatie' }
    : { soort: 'organisatie', medewerker, organisatie }
  // Counted by month: the first of them counts whole.
  const [maand] = datumOp(nu, 'Europe/Amsterdam').split(/-\d\d$/)
  const vanaf = plusMaanden(`${maand}-01` as Datum, -MAANDEN)
  const ketens = leeruitkomsten(await loket.lering.lering(kijker, vanaf))
  const inhoud = html`<p class="vd-lead">${t('loket.leren.inleiding')}</p>
<p class="vd-note">${t('loket.leren.tellers', { dag: datum(vanaf) })} ${t('ervaring.overzicht.klein', { n: KLEINSTE, stap: AFGEROND })}</p>
${ketens.length === 0 && html`<p>${t('loket.leren.niets')}</p>`}
${ketens.map((keten) => ketendeel(verzoek, keten))}`
  const pagina = baliePagina(verzoek, {
    titel: t('loket.leren.titel'),
    inhoud,
    zonderGrond: true,
    breed: true,
    stijl: ['figuur.css', 'ervaring.css'],
    terug: { adres: adres(context.taal, 'balie'), tekst: t('balie.titel') },
  })
  return { soort: 'pagina', pagina }
}

function ketendeel(verzoek: Verzoek, { keten, aantal, verteld, paren }: Ketenuitkomst): Html {
  const { context, bronnen } = verzoek
  const { t } = context.spraak
  const naam =
    keten === ZONDER_KETEN
      ? t('loket.leren.zonder_keten')
      : (bronnen.gebeurtenissen().get(keten)?.titel[context.taal] ?? keten)
  const kop = (sleutel: string) => t(`loket.leren.kop.${sleutel}`)
  return html`<section class="vd-section vd-ervaring" id="keten-${keten}"><h2>${naam}</h2>
<h3>${t('loket.leren.wacht')}</h3>
${paren.some(({ wacht }) => wacht !== undefined) ? wachtfiguur(verzoek, keten, naam, paren) : html`<p>${t('loket.leren.te_weinig', { n: KLEINSTE })}</p>`}
${tabel(
  t('loket.leren.wacht'),
  ['tussen', 'klaar', 'mediaan', 'p90', 'gemist', 'geweigerd', 'overdracht', 'doorgestuurd'].map(kop),
  paren.map((paar) => [
    paarnaam(verzoek, paar),
    zeg(context, paar.klaar),
    dagen(verzoek, paar.wacht?.mediaan),
    dagen(verzoek, paar.wacht?.p90),
    ...[paar.gemist, paar.geweigerd, paar.overdracht, paar.doorgestuurd].map((een) => zeg(context, een)),
  ]),
)}
<h3>${t('loket.leren.zaken')}</h3>
${tabel(
  t('loket.leren.zaken'),
  [kop('wat'), kop('aantal')],
  [
    ...(
      ['geopend', 'niet-opgelost', 'heropend', 'opgelost-ja', 'opgelost-deels', 'opgelost-nee'] as const
    ).map((soort) => [t(`loket.leren.soort.${soort}`), zeg(context, aantal[soort])]),
    [t('loket.leren.soort.verteld'), verteldTekst(verzoek, verteld)],
  ],
)}</section>`
}

function dagen({ context: { spraak } }: Verzoek, n: number | undefined): string {
  return n === undefined ? spraak.t('ervaring.getal.niet_te_zeggen') : spraak.t('loket.leren.dagen', { n })
}

function verteldTekst({ context: { spraak } }: Verzoek, verteld: Wachttijd | undefined): string {
  if (verteld === undefined) return spraak.t('ervaring.getal.niet_te_zeggen')
  return spraak.t('loket.leren.keer', { mediaan: verteld.mediaan, p90: verteld.p90 })
}

function wie(verzoek: Verzoek, id: string): string {
  const { t } = verzoek.context.spraak
  if (id === 'inwoner' || id === 'partij') return t(`loket.wie.${id}`)
  const organisatie = parseOrganisatieId(id)
  return organisatie === undefined ? id : organisatienaam(verzoek, organisatie).tekst
}

function paarnaam(verzoek: Verzoek, { van, naar }: Pick<Paaruitkomst, 'van' | 'naar'>): string {
  const { t } = verzoek.context.spraak
  return van === naar
    ? wie(verzoek, van)
    : t('loket.leren.paar', { van: wie(verzoek, van), naar: wie(verzoek, naar) })
}

const RIJ = 78
const BALK = 22
const RAND = 4

/** One bar for each pair: solid as long as half of them waited at most, hatched for nine in ten. */
function wachtfiguur(verzoek: Verzoek, keten: string, naam: string, paren: readonly Paaruitkomst[]): Html {
  const { t } = verzoek.context.spraak
  const metWacht = paren.flatMap(({ wacht, ...paar }) => (wacht === undefined ? [] : [{ ...paar, wacht }]))
  const op = metWacht.slice(0, HOOGSTENS_PAREN)
  const hoogste = Math.max(1, ...op.map(({ wacht }) => wacht.p90))
  const regel = ({ mediaan, p90 }: Wachttijd) => t('loket.leren.regel', { mediaan, p90 })
  return tekenfiguur({
    id: `wacht-${keten}`,
    titel: t('loket.leren.figuur', { keten: naam }),
    beschrijving: op.map((paar) => `${paarnaam(verzoek, paar)}: ${regel(paar.wacht)}.`).join(' '),
    hoogte: (maat) => op.length * rijhoogte(maat) + RAND,
    teken: (maat, id) => html`${op.map((paar, i) => balk(paar, { maat, id, i }))}`,
    onderschrift: html`<ul class="vd-legenda"><li><span class="vd-legenda__vak vd-legenda__vak--zeker"></span>${t('loket.leren.kop.mediaan')}</li><li><span class="vd-legenda__vak vd-legenda__vak--misschien"></span>${t('loket.leren.kop.p90')}</li></ul>`,
  })

  function rijhoogte(maat: Maat): number {
    const isLang = op.some((paar) => inRegels(paarnaam(verzoek, paar), maat).length > 1)
    return RIJ + (isLang ? maat.letters + 3 : 0)
  }

  function balk(
    paar: Paaruitkomst & { readonly wacht: Wachttijd },
    { maat, id, i }: { readonly maat: Maat; readonly id: string; readonly i: number },
  ): Html {
    const schaal = lineair([0, hoogste], [0, maat.breedte - 2 * RAND])
    const regels = inRegels(paarnaam(verzoek, paar), maat)
    const begin = i * rijhoogte(maat) + maat.letters + RAND
    const boven = begin + (regels.length - 1) * (maat.letters + 3)
    const rechthoek = (soort: string, n: number, vulling?: string) =>
      html`<rect class="${soort}" x="${RAND}" y="${plek(boven + 6)}" width="${plek(Math.max(2, schaal(n)))}" height="${BALK}"${vulling !== undefined && html` fill="url(#${id}-${vulling})"`}/>`
    return html`${regels.map((tekst, n) => html`<text class="vd-beeld__label" x="${RAND}" y="${plek(begin + n * (maat.letters + 3))}">${tekst}</text>`)}
${rechthoek('vd-beeld__misschien', paar.wacht.p90, 'streep')}${rechthoek('vd-beeld__zeker', paar.wacht.mediaan)}
<text class="vd-beeld__as" x="${RAND}" y="${plek(boven + 6 + BALK + maat.letters + 3)}">${regel(paar.wacht)}</text>`
  }
}

/** Two lines where one would leave the picture: a bold letter is some six tenths as wide as it is high. */
function inRegels(tekst: string, { breedte, letters }: Maat): readonly string[] {
  const past = Math.floor((breedte - 2 * RAND) / (letters * 0.6))
  const breuk = tekst.lastIndexOf(' ', past)
  return tekst.length <= past || breuk < 1 ? [tekst] : [tekst.slice(0, breuk), tekst.slice(breuk + 1)]
}

/** Wide tables scroll by themselves on a phone, and can be reached with a key. */
function tabel(naam: string, koppen: readonly string[], rijen: readonly (readonly string[])[]): Html {
  return html`<div class="vd-scroll" role="region" tabindex="0" aria-label="${naam}">${datatabel({ naam, koppen, rijen })}</div>`
}
