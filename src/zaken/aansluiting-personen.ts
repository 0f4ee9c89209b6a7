import { type Bsn, type PersoonId, parseBsn } from '../domain/index.ts'
import type { Aansluitfout, Proefpersoon } from './aansluiting.ts'

/**
 * Numbers that are handed out to nobody: those of the test sets of the registers begin with 9999 and pass the eleven
 * test. Only with such a number may somebody look without a resident before them.
 */
export function isProefnummer(nummer: string): boolean {
  return /^9999\d{5}$/.test(nummer) && parseBsn(nummer) !== undefined
}

/**
 * Who is a test person is decided here and nowhere later: by a number that belongs to nobody, or because they were one
 * already. A person whom somebody names otherwise could be a resident.
 */
export function keurProefpersonen(
  nummers: readonly string[],
  genoemd: readonly Proefpersoon[],
  waren: readonly Proefpersoon[],
): readonly Aansluitfout[] {
  const einden = new Map(waren.map(({ persoon, einde }) => [persoon, einde]))
  const isGoed =
    nummers.every(isProefnummer) && genoemd.every(({ persoon, einde }) => einden.get(persoon) === einde)
  return isGoed ? [] : [{ veld: 'proefpersonen', code: 'geen-proefpersoon' }]
}

/** Named limit: so much of a number tells whoever wrote it down which one it is. */
const zichtbaarEinde = 3

/** The vault takes the numbers; what is left is who they are. Only after `keurProefpersonen`. */
export async function geefAanKluis(
  nummers: readonly string[],
  personenBij: (wie: readonly Bsn[]) => Promise<readonly PersoonId[]>,
): Promise<readonly Proefpersoon[]> {
  const verschillend = [...new Set(nummers)]
  const personen = await personenBij(verschillend.flatMap((nummer) => parseBsn(nummer) ?? []))
  return personen.map((persoon, i) => ({ persoon, einde: verschillend[i]?.slice(-zichtbaarEinde) ?? '' }))
}
