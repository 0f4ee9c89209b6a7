import { HOOGSTENS_VOORVALLEN } from './begrippen.ts'
import { brengAan } from './beslis-aanbrengen.ts'
import * as delen from './beslis-delen.ts'
import * as opschaling from './beslis-opschaling.ts'
import * as regie from './beslis-regie.ts'
import * as stappen from './beslis-stappen.ts'
import * as verzoeken from './beslis-verzoek.ts'
import * as woorden from './beslis-woorden.ts'
import { type Bouw, type Doener, daderVan, type Omgeving, voeg } from './bouw.ts'
import { evolve } from './evolve.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import { NOG_NIEMAND } from './ongenomen.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { isOpenVoor, magDoen } from './rechten.ts'
import type { Voorvalinhoud } from './voorval.ts'
import type { Tekstverwijzing } from './woorden.ts'

export type Beslissing =
  | { readonly soort: 'ok'; readonly voorvallen: readonly Voorvalinhoud[] }
  | { readonly soort: 'geweigerd'; readonly weigering: Weigering }

type T = Tekstverwijzing

/** What happens by a command, or why nothing does. All of it or nothing; reads no clock and writes nowhere. */
export function decide(
  id: string,
  stand: Ketenzaak | undefined,
  opdracht: Opdracht<T>,
  wie: Doener,
  omgeving: Omgeving,
): Beslissing {
  if (opdracht.soort === 'open')
    return stand === undefined ? open(id, opdracht, wie, omgeving) : nee('bestaat-al')
  if (stand === undefined) return nee('niet-gevonden')
  const { nu } = omgeving
  // Somebody who is nothing in this case is not told how it stands.
  if (!magDoen(stand, wie, opdracht, nu)) return nee('mag-niet')
  if (!isOpenVoor(stand, opdracht.soort)) return nee(stand.stand === 'gesloten' ? 'gesloten' : 'mag-niet')
  const bouw: Bouw = { omgeving, door: daderVan(wie), wie, stand, voorvallen: [] }
  const weigering = doe(bouw, opdracht)
  if (weigering !== undefined) return { soort: 'geweigerd', weigering }
  // Time, and what ends a case, always go on.
  const isVol =
    bouw.stand.nr > HOOGSTENS_VOORVALLEN &&
    !['klok', 'wis-woorden'].includes(opdracht.soort) &&
    bouw.stand.stand === 'open'
  if (isVol)
    return {
      soort: 'geweigerd',
      weigering: { reden: 'te-veel', wat: 'voorvallen', hoogstens: HOOGSTENS_VOORVALLEN },
    }
  return { soort: 'ok', voorvallen: bouw.voorvallen }
}

function nee(reden: 'bestaat-al' | 'niet-gevonden' | 'mag-niet' | 'gesloten'): Beslissing {
  return { soort: 'geweigerd', weigering: { reden } }
}

function open(
  id: string,
  opdracht: Extract<Opdracht<T>, { soort: 'open' }>,
  wie: Doener,
  omgeving: Omgeving,
): Beslissing {
  if (wie.soort !== 'medewerker') return nee('mag-niet')
  const { aanbrenger } = opdracht
  // Whoever is government opens it themselves, and owns it.
  if (aanbrenger !== undefined && omgeving.isOverheid(wie.organisatie)) return nee('mag-niet')
  const organisatie = aanbrenger?.aan ?? wie.organisatie
  const medewerker = aanbrenger === undefined ? wie.medewerker : NOG_NIEMAND
  // Chain responsibility is for government; whoever is not asks one of them.
  if (!omgeving.isOverheid(organisatie)) return { soort: 'geweigerd', weigering: { reden: 'geen-overheid' } }
  const {
    ingang,
    vraag,
    uitkomst,
    betrokkene,
    helper,
    aanspreekpunt,
    gebeurtenis,
    stappen: plan = [],
  } = opdracht
  const geopend: Voorvalinhoud = {
    soort: 'geopend',
    nummer: omgeving.nummer(),
    ingang,
    vraag,
    uitkomst,
    betrokkene,
    ...(helper && { helper }),
    regie: { organisatie, medewerker, aanspreekpunt },
    ...(gebeurtenis !== undefined && { gebeurtenis }),
  }
  const door = daderVan(wie)
  const stand = evolve(id, undefined, { nr: 1, op: omgeving.nu, door, opdracht: '', inhoud: geopend })
  const bouw: Bouw = { omgeving, door, wie, stand, voorvallen: [geopend] }
  const weigering =
    (plan.length === 0 ? undefined : stappen.planStappen(bouw, plan)) ??
    (aanbrenger && brengAan(bouw, aanbrenger))
  return weigering === undefined
    ? { soort: 'ok', voorvallen: bouw.voorvallen }
    : { soort: 'geweigerd', weigering }
}

function doe(bouw: Bouw, opdracht: Exclude<Opdracht<T>, { soort: 'open' }>): Weigering | undefined {
  switch (opdracht.soort) {
    case 'maak-bekend': {
      const { persoon, hoe } = opdracht
      if (bouw.stand.betrokkene.soort === 'persoon') return { reden: 'kan-niet-nu', stand: 'bekend' }
      return void voeg(bouw, { soort: 'betrokkene-bekend', persoon, hoe })
    }
    case 'wijzig-uitkomst':
      return void voeg(bouw, { soort: 'uitkomst-gewijzigd', uitkomst: opdracht.uitkomst })
    case 'plan-stappen':
      return stappen.planStappen(bouw, opdracht.stappen)
    case 'wijzig-stap':
      return stappen.wijzigStap(bouw, opdracht)
    case 'vraag-opnieuw':
      return stappen.vraagOpnieuw(bouw, opdracht)
    case 'aanvaard-stap':
    case 'weiger-stap':
    case 'begin-stap':
    case 'rond-stap-af':
    case 'laat-stap-vervallen':
      return stappen.zetStap(bouw, opdracht)
    case 'voeg-organisatie-toe':
      return delen.voegOrganisatieToe(bouw, opdracht)
    case 'haal-deelnemer-weg':
      return delen.haalWeg(bouw, opdracht)
    case 'nodig-uit':
    case 'nodig-opnieuw-uit':
      return delen.nodigUit(bouw, opdracht)
    case 'gebruik-uitnodiging':
      return delen.gebruikUitnodiging(bouw, opdracht)
    case 'beeindig-toegang':
      return delen.beeindigToegang(bouw)
    case 'deel':
      return delen.deel(bouw, opdracht)
    case 'stop-deling':
      return delen.stopDeling(bouw, opdracht)
    case 'maak-bezwaar':
      return delen.maakBezwaar(bouw, opdracht)
    case 'beoordeel-bezwaar':
      return delen.beoordeelBezwaar(bouw, opdracht)
    case 'voeg-werknotitie-toe':
      return woorden.noteer(bouw, opdracht)
    case 'vraag-notities-op':
      return woorden.vraagOp(bouw, opdracht)
    case 'toon-werknotitie':
      return woorden.toonNotitie(bouw, opdracht)
    case 'wis-woorden':
      return woorden.wis(bouw, opdracht)
    case 'voeg-toe':
      return delen.voegToe(bouw, opdracht)
    case 'neem-verzoek-aan':
      return verzoeken.neemAan(bouw, opdracht)
    case 'geef-verzoek-terug':
      return verzoeken.geefTerug(bouw, opdracht)
    case 'handel-teruggave-af':
      return verzoeken.handelAf(bouw, opdracht)
    case 'stuur-door':
      return delen.stuurDoor(bouw, opdracht)
    default:
      return overDeRegie(bouw, opdracht)
  }
}

type Regieopdracht = Extract<
  Opdracht<T>,
  {
    soort:
      | 'bied-overdracht-aan'
      | 'aanvaard-overdracht'
      | 'weiger-overdracht'
      | 'trek-overdracht-in'
      | 'neem-over'
      | 'schaal-op'
      | 'behandel-opschaling'
      | 'breek-door'
      | 'meld-niet-opgelost'
      | 'vraag-sluiting'
      | 'sluit-met-ja'
      | 'sluit-met-reden'
      | 'betwist-sluiting'
      | 'beantwoord-navraag'
      | 'klok'
  }
>

function overDeRegie(bouw: Bouw, opdracht: Regieopdracht): Weigering | undefined {
  switch (opdracht.soort) {
    case 'bied-overdracht-aan':
      return regie.biedAan(bouw, opdracht)
    case 'aanvaard-overdracht':
      return regie.aanvaard(bouw, opdracht)
    case 'weiger-overdracht':
      return regie.weiger(bouw, opdracht)
    case 'trek-overdracht-in':
      return regie.trekIn(bouw, opdracht)
    case 'neem-over':
      return regie.neemOver(bouw, opdracht)
    case 'schaal-op':
      return opschaling.zegVast(bouw, opdracht)
    case 'behandel-opschaling':
      return opschaling.behandel(bouw, opdracht)
    case 'breek-door':
      return regie.breekDoor(bouw, opdracht)
    case 'meld-niet-opgelost':
      voeg(bouw, { soort: 'niet-opgelost', reden: opdracht.reden })
      return void opschaling.meldNietOpgelost(bouw, opdracht)
    case 'vraag-sluiting':
      return void voeg(bouw, { soort: 'sluiting-gevraagd', uitleg: opdracht.uitleg })
    case 'sluit-met-ja':
    case 'sluit-met-reden':
      return regie.sluit(bouw, opdracht)
    case 'betwist-sluiting':
      return regie.betwist(bouw, opdracht)
    case 'beantwoord-navraag':
      return regie.navraag(bouw, opdracht)
    case 'klok':
      return regie.klok(bouw) ?? verzoeken.klok(bouw)
  }
}
