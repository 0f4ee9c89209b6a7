import type { Relatie } from '../kluistoegang.ts'
import type { BrpBewoner, BrpGezag, BrpNaam, BrpPersoon } from './haal-centraal.ts'
import { geheimhoudingVan, type Zwijgen } from './vertaal.ts'

/** Somebody else in the answers about one person. Without a BSN the register names nobody we could write it down for. */
export interface InAntwoord {
  readonly nummer: string
  readonly relatie: Relatie
  readonly naam?: string
  /** Partner now, and registered at the same address. */
  readonly isPartnerThuis?: boolean
  readonly gegevens: readonly string[]
}

/**
 * Whose data came along, each once, with what the person is to them and what they may know of it:
 *
 * - a partner at the same address reads the name, what it was part of and who fetched it;
 * - a partner who lives elsewhere and a child, of whatever age, read the name and no more;
 * - who only lives there, and who has custody, reads that it was somebody they live with, or their child;
 * - who was partner once, and who only shares custody, reads that it happened and nothing more;
 * - when the person asked for secrecy, or nobody can say that they did not, so does everybody who is not registered at the same address.
 */
export function meegekomenMet(
  persoon: BrpPersoon,
  bewoners: readonly BrpBewoner[],
  zwijgt: Zwijgen,
): readonly InAntwoord[] {
  const ik = persoon.burgerservicenummer
  const opAdres = new Set(bewoners.map((een) => een.burgerservicenummer))
  // Unknown is not «no».
  const isGeheim = geheimhoudingVan(persoon, zwijgt) !== 'nee'
  const samen = new Map<string, InAntwoord>()
  for (const { nummer, relatie, gegevens } of inAntwoorden(persoon, bewoners)) {
    if (nummer === undefined || nummer === ik) continue
    // The nearest relation came first.
    const eerder = samen.get(nummer)
    const isVerborgen = isGeheim && !opAdres.has(nummer)
    samen.set(nummer, {
      nummer,
      relatie: eerder?.relatie ?? (isVerborgen ? 'afgeschermd' : relatie),
      gegevens: [...new Set([...(eerder?.gegevens ?? []), ...gegevens])],
    })
  }
  const naam = naamVan(persoon.naam)
  return [...samen.values()].map((een) => ({
    ...een,
    ...(naam !== undefined && (een.relatie === 'partner' || een.relatie === 'ouder') && { naam }),
    ...(een.relatie === 'partner' && opAdres.has(een.nummer) && { isPartnerThuis: true }),
  }))
}

function* inAntwoorden(persoon: BrpPersoon, bewoners: readonly BrpBewoner[]) {
  const { partners = [], kinderen = [], gezag = [], burgerservicenummer: ik } = persoon
  const vanPartner = ['naam', 'geboortedatum', 'partner']
  const nu = partners.filter((een) => een.ontbindingHuwelijkPartnerschap === undefined)
  for (const { burgerservicenummer: nummer } of nu) yield rij(nummer, 'partner', vanPartner)
  for (const { burgerservicenummer: nummer } of kinderen)
    yield rij(nummer, 'ouder', ['naam', 'geboortedatum'])
  for (const een of gezag.filter(({ minderjarige }) => minderjarige?.burgerservicenummer === ik))
    for (const nummer of metGezag(een)) yield rij(nummer, 'kind', ['gezag'])
  for (const { burgerservicenummer: nummer } of bewoners)
    yield rij(nummer, 'medebewoner', ['geboortedatum', 'huishouden'])
  for (const { burgerservicenummer: nummer } of partners) yield rij(nummer, 'afgeschermd', vanPartner)
  for (const een of gezag)
    for (const nummer of [een.minderjarige?.burgerservicenummer, ...metGezag(een)])
      yield rij(nummer, 'afgeschermd', ['gezag'])
}

function rij(nummer: string | undefined, relatie: Relatie, gegevens: readonly string[]) {
  return { nummer, relatie, gegevens }
}

function metGezag({ ouder, ouders = [] }: BrpGezag): readonly (string | undefined)[] {
  return [ouder, ...ouders].map((een) => een?.burgerservicenummer)
}

function naamVan(naam: BrpNaam | undefined): string | undefined {
  const delen = [naam?.voornamen, naam?.voorvoegsel, naam?.geslachtsnaam].filter((deel) => deel)
  return delen.length === 0 ? undefined : delen.join(' ')
}
