/** The plan as sentences, as the resident reads it: for a letter, a message and a document. Words, no markup. */
import { type Gelezen, isAf, type ZichtbareStap } from '../../../loket/index.ts'
import type { Ketenscherm } from './scherm.ts'
import {
  aanspreekpunt,
  dagVan,
  eigenaarnaam,
  organisatienaam,
  standwoord,
  stapnummer,
  staptitel,
  stapuitleg,
  vasteNummers,
  woordenVan,
} from './woorden.ts'
import { aanZet, geweigerdZin, isVanInwoner, zindelen } from './zin.ts'

type Stap = ZichtbareStap<Gelezen>

/** What was asked and what is wanted, as they said it; then with whom it lies. */
export function vooraf(scherm: Ketenscherm): readonly string[] {
  const { t } = scherm.verzoek.context.spraak
  const { zicht } = scherm.beeld
  const van = (id: string) => woordenVan(scherm, zicht.onderdelen.find((een) => een.id === id)?.tekst)
  return [
    t('loket.planpost.vraag', { vraag: van('vraag') }),
    t('loket.planpost.doel', { doel: van('uitkomst') }),
    ...(zicht.stand === 'open' ? [zindelen(scherm).regels.join(' ')] : []),
  ]
}

/** What they do themselves now; what has to be done first stands first. */
export function zelfDoen(scherm: Ketenscherm): readonly Stap[] {
  const nu = new Set(scherm.beeld.zin.nu.filter(isVanInwoner).map(({ stap }) => stap))
  return scherm.beeld.zicht.stappen
    .filter(({ stap }) => nu.has(stap))
    .toSorted((a, b) => a.termijn.localeCompare(b.termijn))
}

export function doezin(scherm: Ketenscherm, stap: Stap): string {
  const { t, datum } = scherm.verzoek.context.spraak
  return t('loket.planpost.doen', { stap: staptitel(scherm, stap).tekst, dag: datum(stap.termijn) })
}

/** Always a person, with a number, and whose number it is. */
export function belzin(scherm: Ketenscherm): string {
  const { verzoek, beeld } = scherm
  const { organisatie } = beeld.zicht.regie
  return verzoek.context.spraak.t('loket.planpost.bel', {
    wie: vasteNummers(aanspreekpunt(scherm)),
    organisatie: organisatienaam(verzoek, organisatie).tekst,
  })
}

/** One step in a paragraph: what, who, by when or how it stands, what it waits for, what is needed. */
export function stapzin(scherm: Ketenscherm, stap: Stap): string {
  const { t } = scherm.verzoek.context.spraak
  const n = stapnummer(scherm, stap.stap)
  const titel = staptitel(scherm, stap).tekst
  const wie = eigenaarnaam(scherm, stap.eigenaar)
  const kop =
    stap.stand === 'geweigerd'
      ? t('loket.planpost.stap_geweigerd', { n, titel })
      : stap.eigenaar.soort === 'inwoner'
        ? t('loket.planpost.stap_u', { n, titel })
        : t('loket.planpost.stap', { n, titel, wie })
  return [kop, wanneer(scherm, stap), ...erbij(scherm, stap)].join(' ')
}

export function wanneer(scherm: Ketenscherm, stap: Stap): string {
  const { stand, termijn, eigenaar } = stap
  const { t, datum } = scherm.verzoek.context.spraak
  if (stand === 'geweigerd')
    return geweigerdZin(scherm, { wie: eigenaar, wat: staptitel(scherm, stap).tekst })
  const hoever = t('loket.planpost.hoever', { stand: standwoord(scherm, stap) })
  if (isAf(stand)) return hoever
  const isLaat = termijn < dagVan(scherm.verzoek.nu)
  const dag = t(`loket.planpost.${isLaat ? 'was' : 'voor'}`, { dag: datum(termijn) })
  return eigenaar.soort === 'inwoner' ? dag : `${dag} ${hoever}`
}

export function erbij(scherm: Ketenscherm, { stap, stand, nodig, titel, eigenaar }: Stap): readonly string[] {
  const { t } = scherm.verzoek.context.spraak
  if (isAf(stand)) return []
  const uitleg =
    eigenaar.soort === 'inwoner' && titel !== undefined ? stapuitleg(scherm.verzoek, titel) : undefined
  return [
    ...(uitleg === undefined ? [] : [uitleg.wat.tekst]),
    ...scherm.beeld.zin.wachten
      .filter((een) => een.stap === stap)
      .map(({ op }) =>
        t('loket.mijn.wacht_op', {
          n: stapnummer(scherm, op.stap),
          wie: eigenaarnaam(scherm, aanZet(scherm, op)),
        }),
      ),
    ...(nodig === undefined ? [] : [t('loket.planpost.nodig', { wat: nodig })]),
  ]
}
