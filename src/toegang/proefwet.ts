/** For tests: what the law asks of access, said again in other words than the table uses. */
import type { Toegangsvraag } from './beslis.ts'
import { standVan } from './machtiging.ts'
import { magZonderPersoon, nu, register, vandaag } from './proefbeslis.ts'
import { persoonVan, type Subject } from './wie.ts'

/** What the law asks, said again in other words than the table uses. */
export function magVolgensDeWet(vraag: Toegangsvraag): boolean {
  const { subject, voor, handeling, voorwerp, doel } = vraag
  if (voorwerp.soort === 'openbaar') return true
  if (subject.soort === 'anoniem' || subject.soort === 'helper') return false
  if (subject.soort === 'medewerker') return magMedewerker(vraag, subject)
  if (subject.soort === 'genodigde')
    return (
      voorwerp.soort === 'ketenzaak' &&
      ['bekijken', 'toevoegen'].includes(handeling) &&
      voorwerp.ketenzaak === subject.ketenzaak
    )
  if (doel === undefined || register.vind(doel) === undefined) return false
  if (voorwerp.eigenaar !== persoonVan(subject, voor)) return false
  if (voorwerp.soort !== 'sessie' && subject.herkenning.niveau === 'laag') return false
  const minuten = (nu.getTime() - subject.herkenning.op.getTime()) / 60_000
  if (['toestemmen', 'geven', 'aannemen'].includes(handeling) && minuten > 5) return false
  const isAlleenZelf = voorwerp.soort === 'zaakindex' || handeling === 'geven'
  if (isAlleenZelf && voor.soort !== 'zelf') return false
  // Awb 2:8: the addressee says it. A company does so as a whole; who was appointed by a court only looks.
  if (voorwerp.soort === 'contactvoorkeur' && voor.soort !== 'zelf') {
    const isBenoemd = voor.soort === 'machtiging' && ['bewind', 'curatele'].includes(voor.machtiging.soort)
    const isHeel = voor.soort === 'bedrijf' && (voor.vestiging ?? subject.bedrijf?.vestiging) === undefined
    if (!isHeel && !(isBenoemd && handeling === 'bekijken')) return false
  }
  if (voor.soort === 'bedrijf') {
    const { bedrijf: eigen } = subject
    if (eigen?.persoon !== voor.persoon) return false
    if (eigen.vestiging !== undefined && voor.vestiging !== eigen.vestiging) return false
    return voor.vestiging === undefined || voorwerp.vestiging === voor.vestiging
  }
  if (voor.soort === 'kind') {
    if (voor.meerderjarigOp <= vandaag) return false
    if ((nu.getTime() - voor.gezagOp.getTime()) / 60_000 > 15) return false
    if (!['zaak', 'zaakdocument'].includes(voorwerp.soort)) return true
    // To look and nothing else, and only where the register says that it is no secret.
    return handeling === 'bekijken' && voor.geheimhouding === 'nee'
  }
  if (voor.soort !== 'machtiging') return true
  const { machtiging: m } = voor
  if (m.gemachtigde !== subject.persoon || standVan(m, vandaag) !== 'geldig') return false
  if (m.soort === 'mentorschap') return voorwerp.soort !== 'inkomen' && voorwerp.soort !== 'toestemming'
  if (m.soort !== 'machtiging') return true
  // A court took everything from the giver, so there is nothing that they gave.
  if (m.maatregelen !== undefined) return false
  const isGedekt =
    m.diensten.length === 0 || (voorwerp.dienst !== undefined && m.diensten.includes(voorwerp.dienst))
  return m.organisatie === voorwerp.organisatie && isGedekt && voorwerp.soort !== 'inzagelog'
}

/** The same for whoever helps as for the resident; adding to a case, and what we remember of it, never. */
const zaken = ['zaak', 'zaakdocument', 'hulpbehoefte']

/** Whether they are kept informed, and what changed: for who speaks to them. */
const gevolgd = ['toestemming', 'verandering']

/** What each role may ever see of a person, and whatever else is about nobody. */
const zicht: Readonly<Record<string, readonly string[]>> = {
  balie: ['eigen-gegevens', 'machtiging', 'contactvoorkeur', 'afspraak', ...gevolgd, ...zaken],
  klantcontact: ['eigen-gegevens', 'machtiging', 'contactvoorkeur', 'afspraak', ...gevolgd, ...zaken],
  hulpverlener: ['eigen-gegevens', 'inkomen', 'machtiging', 'hulpaanbod', ...zaken],
  behandelaar: ['eigen-gegevens', 'inkomen', 'machtiging', ...zaken],
}

const helpt: Readonly<Record<string, readonly string[]>> = {
  balie: [
    'inwoner-helpen',
    'machtiging-registreren',
    'contactvoorkeuren',
    'hulp-onthouden',
    'rechten-volgen',
  ],
  klantcontact: ['inwoner-helpen', 'contactvoorkeuren', 'hulp-onthouden', 'rechten-volgen'],
  hulpverlener: ['schuldhulp-geven', 'vroegsignalering'],
  behandelaar: ['regeling-uitvoeren'],
}

/** Works in a chain of organisations: of government, and for residents. */
function isInKeten(rollen: readonly string[]): boolean {
  return rollen.some((rol) => zicht[rol] !== undefined || rol === 'coordinator' || rol === 'doorbreker')
}

function magMedewerker(
  { handeling, voorwerp, doel }: Toegangsvraag,
  { rollen, doelen: heeft, grond: gesteld, organisatie }: Subject & { soort: 'medewerker' },
): boolean {
  const zoekt = rollen.some((rol) => zicht[rol] !== undefined)
  if (voorwerp.soort === 'werkplek') return rollen.length > 0
  if (voorwerp.soort === 'grond') return zoekt && handeling === 'stellen'
  if (voorwerp.soort === 'toezicht')
    return rollen.includes('toezicht') && voorwerp.organisatie === organisatie
  if (voorwerp.soort === 'zaaksignaal')
    return (
      handeling === 'bekijken' &&
      rollen.some((rol) => ['behandelaar', 'beheerder'].includes(rol)) &&
      voorwerp.organisatie === organisatie
    )
  if (voorwerp.soort === 'herstelwerk' && handeling === 'beheren')
    return rollen.includes('installatiebeheerder')
  if (voorwerp.soort === 'vroegsignaalwerk')
    return handeling === 'bekijken' && rollen.includes('hulpverlener') && voorwerp.organisatie === organisatie
  if (['postvak', 'herstelwerk', 'veranderingenwerk'].includes(voorwerp.soort))
    return (
      handeling === 'bekijken' &&
      rollen.some((rol) => ['balie', 'klantcontact'].includes(rol)) &&
      voorwerp.organisatie === organisatie
    )
  if (voorwerp.soort === 'storing')
    return (
      ['bekijken', 'beheren'].includes(handeling) &&
      rollen.includes('beheerder') &&
      voorwerp.organisatie === organisatie
    )
  if (voorwerp.soort === 'ervaring') {
    const isEigen = voorwerp.organisatie === organisatie
    if (handeling === 'registreren') return isEigen && (zoekt || rollen.includes('informatiepunt'))
    if (handeling !== 'bekijken') return false
    return rollen.includes('installatiebeheerder') || (isEigen && rollen.includes('beheerder'))
  }
  const zonderPersoon = magZonderPersoon(voorwerp, handeling, {
    rollen,
    isEigen: voorwerp.organisatie === organisatie,
  })
  if (zonderPersoon !== undefined) return zonderPersoon
  if (voorwerp.soort === 'bron') {
    if (rollen.includes('installatiebeheerder')) return true
    const isEigen = rollen.includes('beheerder') && voorwerp.organisatie === organisatie
    return isEigen && handeling !== 'aansluiten'
  }
  if (voorwerp.soort === 'ketenwerk')
    return handeling === 'bekijken' && isInKeten(rollen) && voorwerp.organisatie === organisatie
  if (voorwerp.soort === 'ketenzaak') {
    if (doel !== 'ketenzaak' || !heeft.includes(doel) || !isInKeten(rollen)) return false
    if (handeling === 'stellen') return voorwerp.organisatie === organisatie
    return (
      ['bekijken', 'toevoegen'].includes(handeling) && voorwerp.deelnemers?.includes(organisatie) === true
    )
  }
  if (gesteld === undefined || doel === undefined || !zoekt) return false
  const minuten = (nu.getTime() - gesteld.gesteldOp.getTime()) / 60_000
  if (minuten < 0 || minuten > 60 || !heeft.includes(doel) || !heeft.includes(gesteld.doel)) return false
  if (voorwerp.soort === 'vroegsignaal')
    return (
      ['bekijken', 'registreren'].includes(handeling) &&
      rollen.includes('hulpverlener') &&
      voorwerp.organisatie === organisatie &&
      doel === 'vroegsignalering' &&
      gesteld.persoon === undefined
    )
  if (voorwerp.soort === 'inwoner') {
    const magTweede = gesteld.doel === 'machtiging-registreren' && gesteld.ander === undefined
    const isHulp = rollen.some((rol) => helpt[rol]?.includes(gesteld.doel) === true)
    if (!isHulp || doel !== 'inwoner-zoeken' || handeling !== 'zoeken') return false
    return gesteld.persoon === undefined || magTweede
  }
  if (voorwerp.soort === 'poststuk') {
    if (
      !rollen.some((rol) => ['balie', 'klantcontact'].includes(rol)) ||
      voorwerp.organisatie !== organisatie
    )
      return false
    if (!['bekijken', 'registreren'].includes(handeling) || doel !== 'inwoner-helpen') return false
    if (gesteld.persoon !== undefined && gesteld.persoon === voorwerp.eigenaar && gesteld.doel === doel)
      return true
    // Of a sender whom nobody recognised: as long as the ground is about nobody, or still looks for the other.
    const magTweede = gesteld.doel === 'machtiging-registreren' && gesteld.ander === undefined
    const isHulp = rollen.some((rol) => helpt[rol]?.includes(gesteld.doel) === true)
    return isHulp && (gesteld.persoon === undefined || magTweede)
  }
  if (gesteld.doel !== doel || gesteld.persoon === undefined || gesteld.persoon !== voorwerp.eigenaar)
    return false
  if (voorwerp.organisatie !== organisatie) return false
  if (voorwerp.soort === 'hulpaanbod')
    return ['bekijken', 'registreren'].includes(handeling) && rollen.includes('hulpverlener')
  if (voorwerp.soort === 'hersteltaak')
    return (
      ['bekijken', 'registreren'].includes(handeling) &&
      doel === 'inwoner-helpen' &&
      rollen.some((rol) => ['balie', 'klantcontact'].includes(rol))
    )
  if (voorwerp.soort === 'toestemming' && doel !== 'rechten-volgen') return false
  if (voorwerp.soort === 'verandering' && doel !== 'inwoner-helpen') return false
  const opgeschreven = ['contactvoorkeur', 'hulpbehoefte', ...gevolgd]
  if (opgeschreven.includes(voorwerp.soort) && handeling === 'registreren')
    return rollen.some((rol) => rol === 'balie' || rol === 'klantcontact')
  if (handeling === 'afspreken')
    return voorwerp.soort === 'afspraak' && rollen.some((rol) => ['balie', 'klantcontact'].includes(rol))
  if (handeling !== 'bekijken') return rollen.includes('balie') && voorwerp.soort === 'machtiging'
  return rollen.some((rol) => zicht[rol]?.includes(voorwerp.soort) === true)
}
