/** The sentence before every table: with whom it lies, what comes then, and when. */
import type { Gelezen, Verwachting, ZichtbareStap, Zinstap } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Ketenscherm } from './scherm.ts'
import { dagVan, eigenaarnaam, organisatienaam, staptitel } from './woorden.ts'

export function zin(scherm: Ketenscherm): Html {
  const { zicht } = scherm.beeld
  const { t, datum } = scherm.verzoek.context.spraak
  if (zicht.stand === 'gesloten') {
    const dag = zicht.sluiting && datum(zicht.sluiting.op.toISOString().slice(0, 10))
    return html`<p class="vd-zin"><strong>${t('loket.zin.gesloten', { dag: dag ?? '' })}</strong></p>`
  }
  const delen = zindelen(scherm)
  const [eerste, ...rest] = delen.regels
  const soort = delen.isLaat
    ? ' vd-zin--laat'
    : scherm.beeld.zin.nu.length === 0 && rest.length === 0 && ' vd-zin--rust'
  return html`<p class="vd-zin${soort}"><strong>${eerste}</strong> ${rest.join(' ')}</p>`
}

/** The same without markup, for paper and for who reads it out. */
export function zindelen(scherm: Ketenscherm): {
  readonly regels: readonly string[]
  readonly isLaat: boolean
} {
  const { t } = scherm.verzoek.context.spraak
  const { nu, daarna, einde } = scherm.beeld.zin
  const [eerste, ...tegelijk] = nu
  const hoeft = inwonerAanZet(scherm) ? 'moet' : 'hoeft'
  const gemeld = gemeldZin(scherm, eerste)
  if (eerste === undefined)
    return {
      regels: [...(gemeld === undefined ? [] : [gemeld]), t(geenZin(scherm.beeld.zicht))],
      isLaat: false,
    }
  const [volgende] = daarna
  const zietAlles = ['inwoner', 'regie'].includes(scherm.beeld.zicht.als)
  const ook = [...new Set(tegelijk.map((een) => eigenaarnaam(scherm, aanZet(scherm, een))))].filter(
    (naam) => naam !== eigenaarnaam(scherm, aanZet(scherm, eerste)),
  )
  const regels = [
    gemeld,
    ligtBij(scherm, eerste),
    eerste.isTeLaat && t('loket.zin.laat'),
    ook.length > 0 && t('loket.zin.ook', { wie: opsomming(scherm.verzoek.context.spraak, ook) }),
    volgende && daarnaZin(scherm, volgende),
    // Who sees a part of the plan is told nothing about the whole of it.
    zietAlles && einde && eindeZin(scherm, einde),
    zietAlles && t(`loket.zin.${scherm.kant === 'mijn' ? 'mijn' : 'balie'}_${hoeft}`),
  ]
  return {
    regels: regels.flatMap((een) => (een === false || een === undefined || een === '' ? [] : [een])),
    isLaat: nu.some(({ isTeLaat }) => isTeLaat),
  }
}

/** They said that it is not solved, and somebody answers before the first step has to be done: that comes first. */
function gemeldZin({ beeld, verzoek, kant }: Ketenscherm, eerste: Zinstap | undefined): string | undefined {
  const { t, datum } = verzoek.context.spraak
  const { opschalingen, stappen } = beeld.zicht
  const [tot] = opschalingen
    .filter(({ aanleiding, stand }) => aanleiding === 'niet-opgelost' && stand === 'open')
    .map((een) => dagVan(new Date(een.tot.getTime() - 1)))
    .toSorted()
  const termijn = stappen.find(({ stap }) => stap === eerste?.stap)?.termijn
  if (tot === undefined || (termijn !== undefined && termijn <= tot)) return undefined
  const wie = organisatienaam(verzoek, beeld.zicht.regie.organisatie).tekst
  return t(`loket.zin.gemeld_${kant === 'mijn' ? 'u' : 'inwoner'}`, { wie, dag: datum(tot) })
}

/** Who is asked to take a case over, and is shared no step, is not told that there are none. */
function geenZin({ stappen, als }: Ketenscherm['beeld']['zicht']): string {
  if (stappen.length > 0) return 'loket.zin.geen'
  return als === 'aangeboden' || als === 'deelnemer' ? 'loket.stap.geen_gedeeld' : 'loket.stap.geen'
}

export function inwonerAanZet({ beeld }: Ketenscherm): boolean {
  return beeld.zin.nu.some((een) => isVanInwoner(een))
}

export const isVanInwoner = ({ wie, isGeweigerd }: Pick<Zinstap, 'wie' | 'isGeweigerd'>): boolean =>
  wie.soort === 'inwoner' && isGeweigerd !== true

/** Whose turn it is: of a step that was refused it is for who owns the case to find somebody else. */
export function aanZet(
  { beeld }: Pick<Ketenscherm, 'beeld'>,
  { wie, isGeweigerd }: Pick<Zinstap, 'wie' | 'isGeweigerd'>,
): Zinstap['wie'] {
  const { organisatie } = beeld.zicht.regie
  return isGeweigerd ? { soort: 'organisatie', organisatie } : wie
}

/** The same of a step of the plan. */
export function stapAanZet(
  scherm: Pick<Ketenscherm, 'beeld'>,
  { eigenaar: wie, stand }: Pick<ZichtbareStap<Gelezen>, 'eigenaar' | 'stand'>,
): Zinstap['wie'] {
  return aanZet(scherm, { wie, ...(stand === 'geweigerd' && { isGeweigerd: true }) })
}

function ligtBij(scherm: Ketenscherm, een: Zinstap): string {
  const { wie, stap, isGeweigerd } = een
  const { t } = scherm.verzoek.context.spraak
  const wat = titelVan(scherm, stap)
  if (isDicht(scherm, stap)) return t('loket.mijn.bij', { wie: eigenaarnaam(scherm, aanZet(scherm, een)) })
  if (isGeweigerd) return geweigerdZin(scherm, { wie, wat })
  if (wie.soort === 'inwoner')
    return t(scherm.kant === 'mijn' ? 'loket.zin.nu_u' : 'loket.zin.nu_inwoner', { wat })
  return t('loket.zin.nu', { wie: eigenaarnaam(scherm, wie), wat })
}

/** Who cannot do it, and who looks for somebody else. */
export function geweigerdZin(
  scherm: Ketenscherm,
  { wie, wat }: Pick<Zinstap, 'wie'> & { readonly wat: string },
): string {
  const { t } = scherm.verzoek.context.spraak
  const regie = eigenaarnaam(scherm, aanZet(scherm, { wie, isGeweigerd: true }))
  if (wie.soort === 'inwoner')
    return t(scherm.kant === 'mijn' ? 'loket.zin.geweigerd_u' : 'loket.zin.geweigerd_inwoner', { wat, regie })
  const naam = eigenaarnaam(scherm, wie)
  return naam === regie
    ? t('loket.zin.geweigerd_regie', { regie, wat })
    : t('loket.zin.geweigerd', { wie: naam, wat, regie })
}

function daarnaZin(scherm: Ketenscherm, { wie, stap }: Zinstap): string {
  const { t } = scherm.verzoek.context.spraak
  if (isDicht(scherm, stap)) return t('loket.zin.daarna_dicht', { wie: eigenaarnaam(scherm, wie) })
  const wat = titelVan(scherm, stap)
  if (wie.soort === 'inwoner' && scherm.kant === 'mijn') return t('loket.zin.daarna_u', { wat })
  return t('loket.zin.daarna', { wie: eigenaarnaam(scherm, wie), wat })
}

/** Whose turn it is they may know; what happens in it not. */
const isDicht = ({ beeld }: Ketenscherm, id: string): boolean =>
  beeld.zicht.stappen.find(({ stap }) => stap === id)?.titel === undefined

function titelVan(scherm: Ketenscherm, id: string): string {
  const stap = scherm.beeld.zicht.stappen.find((een) => een.stap === id)
  return stap === undefined ? '' : staptitel(scherm, stap).tekst
}

/** Unknown is not a forecast: then only the last day is said. */
function eindeZin({ verzoek }: Ketenscherm, einde: Verwachting): string {
  const { t, datum } = verzoek.context.spraak
  if (einde.soort === 'termijn') return t('loket.zin.einde_termijn', { dag: datum(einde.dag) })
  return t('loket.zin.einde', { dag: datum(einde.dag), vanaf: datum(einde.vanaf), tot: datum(einde.tot) })
}
