import { onthul, type PersoonId, parseBsn } from '../../domain/index.ts'
import { type Bron, leesSpoor } from '../../platform/bron/index.ts'
import { eisZoekbewijs, type PersonenBij } from '../kluistoegang.ts'
import { registerMislukt } from '../register.ts'
import {
  isZelfdeGeslachtsnaam,
  type PersonenZoekregister,
  type Registervraag,
  type Treffer,
} from '../zoekregister.ts'
import { type BrpGevondene, zoekAntwoord, zoekvelden } from './haal-centraal.ts'
import { deeldatumVan, geheimhoudingVan, isOverleden, naamDelen, type Zwijgen } from './vertaal.ts'

/**
 * Looking somebody up over Haal Centraal BRP personen bevragen 2.x, in three of the ways that the standard has for it.
 * People who died come along: at a desk they are asked about. No number leaves this folder.
 */
export function brpZoekregister(
  bron: Bron,
  personenBij: PersonenBij,
  zwijgt: Zwijgen = 'onbekend',
): PersonenZoekregister {
  return {
    async zoek(bewijs, vraag) {
      eisZoekbewijs(bewijs)
      const nummer = vraag.soort === 'bsn' ? onthul(vraag.bsn) : undefined
      const antwoord = await bron.vraag({
        handeling: 'inwoner zoeken',
        methode: 'POST',
        pad: 'personen',
        json: { ...zoekenMet(vraag), fields: zoekvelden },
        isHerhaalbaar: true,
        vorm: zoekAntwoord,
        pastBij: ({ type, personen }) =>
          type === zoekenMet(vraag).type &&
          (nummer === undefined || personen.every((een) => een.burgerservicenummer === nummer)),
        spoor: leesSpoor(bewijs.traceparent),
      })
      // 400 with our own checks before it: the register found more people than it may give.
      if (antwoord.status === 'fout' && antwoord.http === 400 && vraag.soort !== 'bsn')
        return { status: 'te-veel' }
      if (antwoord.status === 'fout') return registerMislukt(antwoord)
      if (antwoord.status !== 'ok') return { status: 'ok', treffers: [] }
      const gevonden = antwoord.inhoud.personen.flatMap((een) => {
        // Before anybody gets a place in the vault: who else lives there was not asked about.
        if (
          vraag.soort === 'adres' &&
          !isZelfdeGeslachtsnaam(een.naam?.geslachtsnaam ?? '', vraag.geslachtsnaam)
        )
          return []
        const bsn = parseBsn(een.burgerservicenummer)
        // A number that fails the eleven test is no BSN, and nobody can be helped under it.
        return bsn === undefined ? [] : [{ een, bsn }]
      })
      const personen = await personenBij(gevonden.map(({ bsn }) => bsn))
      const treffers = personen.flatMap((persoon, i) => {
        const een = gevonden[i]?.een
        return een === undefined ? [] : [trefferVan(een, persoon, zwijgt)]
      })
      return { status: 'ok', treffers }
    },
  }
}

function zoekenMet(vraag: Registervraag) {
  if (vraag.soort === 'bsn')
    return { type: 'RaadpleegMetBurgerservicenummer', burgerservicenummer: [onthul(vraag.bsn)] } as const
  if (vraag.soort === 'adres') {
    const { postcode, huisnummer } = vraag
    const type = 'ZoekMetPostcodeEnHuisnummer'
    return { type, postcode, huisnummer, inclusiefOverledenPersonen: true } as const
  }
  const { geslachtsnaam, voornamen, geboren } = vraag
  return {
    type: 'ZoekMetGeslachtsnaamEnGeboortedatum',
    geslachtsnaam,
    geboortedatum: geboren,
    ...(voornamen !== undefined && { voornamen }),
    inclusiefOverledenPersonen: true,
  } as const
}

function trefferVan(gevonden: BrpGevondene, persoon: PersoonId, zwijgt: Zwijgen): Treffer {
  const geheim = geheimhoudingVan(gevonden, zwijgt)
  return {
    persoon,
    naam: naamDelen(gevonden.naam),
    geboren: deeldatumVan(gevonden.geboorte?.datum),
    // Where somebody lives who asked for secrecy, or may have, is left out here, so that no page can show it.
    woonplaats: geheim === 'nee' ? gevonden.gemeenteVanInschrijving?.omschrijving : undefined,
    geheim,
    isOverleden: isOverleden(gevonden),
  }
}
