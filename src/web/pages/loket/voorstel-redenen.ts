/** Why somebody is proposed, in plain words; and what the proposal does not know. */
import type { Voorstelreden } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { opsomming } from '../../ui/spraak.ts'
import type { Verzoek } from '../../verzoek.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { regelingtekst } from '../rechten/zinnen.ts'
import { maakScherm } from '../zaken/scherm.ts'
import { titelVan } from '../zaken/woorden.ts'
import { ernaast } from './kennislinks.ts'
import type { Voorstelbeeld } from './voorstel.ts'
import { organisatienaam, titeltekst } from './woorden.ts'

/** Named limit: so many schemes of one kind are named; of more it is said how many. */
const NOEM_REGELINGEN = 4

/** One sentence per kind of reason, the firmest first. */
export function redenzinnen(
  verzoek: Verzoek,
  voorstel: Voorstelbeeld,
  redenen: readonly Voorstelreden[],
): readonly Html[] {
  const { spraak } = verzoek.context
  const { t } = spraak
  const stappen = redenen.flatMap((een) => (een.soort === 'gebeurtenis' ? [een] : []))
  const zaken = redenen.flatMap((een) => (een.soort === 'lopende-zaak' ? [een.zaak] : []))
  const titels = (van: readonly (typeof stappen)[number][]) =>
    van.map((een) => `«${titeltekst(verzoek, { ...een, soort: 'sjabloon' }).tekst}»`)
  // What the resident does there is no step of the organisation.
  const isVanInwoner = ({ stap: id }: (typeof stappen)[number]) =>
    voorstel.stappen.some(({ stap, eigenaar }) => stap === id && eigenaar.soort === 'inwoner')
  const zelf = stappen.filter((een) => !isVanInwoner(een))
  const inwoner = stappen.filter(isVanInwoner)
  return [
    ...(zaken.length > 0 ? [zaakzin(verzoek, voorstel, zaken)] : []),
    ...(zelf.length > 0
      ? [
          html`${t('loket.voorstel.reden.stap', { n: zelf.length, stappen: opsomming(spraak, titels(zelf)) })}`,
        ]
      : []),
    ...(inwoner.length > 0
      ? [html`${t('loket.voorstel.reden.inwoner', { stappen: opsomming(spraak, titels(inwoner)) })}`]
      : []),
    ...(['zeker', 'mogelijk', 'vraag-na'] as const).flatMap((groep) => {
      const ids = redenen.flatMap((een) =>
        een.soort === 'recht' && een.groep === groep ? [een.regeling] : [],
      )
      return ids.length === 0 ? [] : [rechtzin(verzoek, voorstel, groep, ids)]
    }),
  ]
}

function zaakzin(verzoek: Verzoek, { persoon }: Voorstelbeeld, sleutels: readonly string[]): Html {
  const { taal, spraak } = verzoek.context
  const bekend = persoon?.zaken.soort === 'gekeken' ? persoon.zaken.zaken : undefined
  const scherm = maakScherm(verzoek, 'balie')
  const gevonden = sleutels.flatMap((sleutel) => bekend?.get(sleutel) ?? [])
  const merken = gevonden.map(({ titel }) => JSON.stringify(titel))
  const links = gevonden.flatMap((zaak, i) => {
    const { bron, uuid } = zaak.ref
    const titel = titelVan(scherm, zaak)
    // Two of one name are told apart by the day they began, and by their number.
    const isDubbel = merken.filter((een) => een === merken[i]).length > 1
    const naam = isDubbel
      ? html`${titel}, ${spraak.t('loket.voorstel.reden.sinds', { dag: spraak.datum(zaak.start) })}${zaak.nummer !== undefined && ` (${zaak.nummer})`}`
      : titel
    return [
      html`<a href="${adres(taal, 'balieZaak', { bron, zaak: uuid })}" target="_blank" rel="noopener">${naam}${ernaast(spraak)}</a>`,
    ]
  })
  return html`${spraak.t('loket.voorstel.reden.zaken', { n: sleutels.length })} ${links.map((link, i) => html`${i > 0 && '; '}${link}`)}`
}

function rechtzin(
  verzoek: Verzoek,
  { persoon }: Voorstelbeeld,
  groep: 'zeker' | 'mogelijk' | 'vraag-na',
  ids: readonly string[],
): Html {
  const { spraak } = verzoek.context
  const regelingen = persoon?.rechten.soort === 'gekeken' ? persoon.rechten.beeld.regelingen : undefined
  const naam = (id: string): string => {
    const regeling = regelingen?.get(id)
    return regeling === undefined ? id : regelingtekst(spraak, regeling).tekst.titel
  }
  const genoemd = ids.slice(0, NOEM_REGELINGEN).map(naam)
  const meer = ids.length - genoemd.length
  const lijst = meer > 0 ? [...genoemd, spraak.t('loket.voorstel.en_meer', { n: meer })] : genoemd
  return html`${spraak.t(`loket.voorstel.reden.${groep}`, { regelingen: opsomming(spraak, lijst) })}`
}

/** What was not asked or did not answer: then that part of the proposal is not there, and nothing follows from it. */
export function bronzinnen(verzoek: Verzoek, { persoon }: Voorstelbeeld): readonly string[] {
  const { spraak } = verzoek.context
  const { t } = spraak
  if (persoon === undefined) return []
  const { zaken, rechten } = persoon
  const zinnen: string[] = []
  if (zaken.soort === 'mag-niet') zinnen.push(t('loket.voorstel.bron.zaken_niet'))
  else {
    const namen = zaken.stil.map((id) => organisatienaam(verzoek, id).tekst)
    if (namen.length > 0) zinnen.push(t('loket.voorstel.bron.zaken_stil', { wie: opsomming(spraak, namen) }))
    if (!zaken.isKlaar) zinnen.push(t('loket.voorstel.bron.zaken_bezig'))
  }
  if (rechten.soort !== 'gekeken')
    zinnen.push(t(`loket.voorstel.bron.rechten_${rechten.soort === 'stil' ? 'stil' : 'niet'}`))
  else
    for (const { waarom } of rechten.onbekend)
      zinnen.push(t(`loket.voorstel.bron.inkomen_${waarom === 'stil' ? 'stil' : 'niet'}`))
  return zinnen
}

export function gebeurtenisnaam({ context, beeld }: Verzoek, id: string): string {
  const titel = beeld.gebeurtenissen.get(id)?.titel
  return titel === undefined ? '' : woorden(context.spraak, titel).tekst
}
