import type { Gegevensoort, Persoonsgegevens, Terugmelding } from '../../../inwoner/index.ts'
import { soortVan, type VoorSoort } from '../../../toegang/index.ts'
import type { Wie } from './wie.ts'

/**
 * Who sees where somebody lives who asked to keep it secret: they themselves, and whom a court
 * appointed to care or to decide for them. Nothing that we read says that it holds for others, so it does not: not for
 * who has a mandate, and not for a parent, who may be the one it is kept from.
 */
const zietGeheimAdres: ReadonlySet<VoorSoort> = new Set(['zelf', 'bewind', 'mentorschap', 'curatele'])

const verraadtAdres: ReadonlySet<Gegevensoort> = new Set(['adres', 'medebewoners'])
const niets: ReadonlySet<Gegevensoort> = new Set()

/**
 * Which data stay off the page for whoever looks; as for a professional, who lives there is one of them. Where it is not
 * known whether it is secret, it is kept as if it were.
 */
export function verborgenVoor(
  { voor }: Pick<Wie, 'voor'>,
  { geheimhouding }: Pick<Persoonsgegevens, 'geheimhouding'>,
): ReadonlySet<Gegevensoort> {
  return geheimhouding === 'nee' || zietGeheimAdres.has(soortVan(voor)) ? niets : verraadtAdres
}

/**
 * Which sentence stands there about secrecy. Who may not see a secret address reads the same when it is secret and when
 * that is not known: the sentence itself would tell them.
 */
export function geheimZin(
  { voor }: Pick<Wie, 'voor'>,
  { geheimhouding }: Pick<Persoonsgegevens, 'geheimhouding'>,
): 'geheim' | 'geheim_ander' | 'geheim_verborgen' | undefined {
  const soort = soortVan(voor)
  if (!zietGeheimAdres.has(soort)) return geheimhouding === 'nee' ? undefined : 'geheim_verborgen'
  if (geheimhouding !== 'ja') return undefined
  return soort === 'zelf' ? 'geheim' : 'geheim_ander'
}

/**
 * What whoever looks reads of a report, without asking the register whether the address is secret. Who may not see a
 * secret one hears nothing of what another said about where somebody lives, and of other reports no words but their
 * own. What the source says about an address may be the address. `undefined`: not even that there is a report.
 */
export function teLezen(
  { voor, subject }: Pick<Wie, 'voor' | 'subject'>,
  { gegeven, door }: Pick<Terugmelding, 'gegeven' | 'door'>,
): { readonly isEigen: boolean; readonly toelichting: boolean; readonly uitleg: boolean } | undefined {
  const isEigen = door === subject.persoon
  if (zietGeheimAdres.has(soortVan(voor))) return { isEigen, toelichting: true, uitleg: true }
  const isOverAdres = verraadtAdres.has(gegeven)
  if (isOverAdres && !isEigen) return undefined
  return { isEigen, toelichting: isEigen, uitleg: isEigen && !isOverAdres }
}
