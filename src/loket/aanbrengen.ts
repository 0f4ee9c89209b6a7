import type { OrganisatieId } from '../domain/index.ts'
import { beslis } from '../toegang/index.ts'
import { ingangshash, maakUitnodigingscode } from './code.ts'
import { speelAf } from './evolve.ts'
import type { Aanbreng, Aangebracht, Loketvrager, Opdrachtkop } from './loket.ts'
import { type Uitvoerdelen, voerUit } from './uitvoeren.ts'
import { kijkerVan, type Toegangsdelen, vandaag } from './vrager.ts'

/** Whoever stands before people at a library or a bank. From here on they see their own step, and by its code alone. */
export async function brengAan(
  delen: Uitvoerdelen & Toegangsdelen & { readonly ontvangers: () => readonly OrganisatieId[] },
  { subject, voor }: Loketvrager,
  kop: Omit<Opdrachtkop, 'verwacht'>,
  { vraag, uitkomst, aanspreekpunt, partij, ...wie }: Aanbreng,
): Promise<Aangebracht> {
  const nu = delen.nu()
  const toegang = { subject, voor, handeling: 'geven', voorwerp: { soort: 'intakekaart' }, nu } as const
  const doener = kijkerVan({ subject, voor })
  const mag = beslis(delen.register(), { ...toegang, vandaag: vandaag(nu) }).mag
  if (!mag || doener === undefined) return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
  // Owned by who cannot see it here it would lie with nobody.
  if (!delen.ontvangers().includes(wie.aan)) return { status: 'geweigerd', weigering: { reden: 'niet-hier' } }
  const code = maakUitnodigingscode(delen.toeval)
  const lezer = { soort: 'taak' } as const
  const uitslag = await voerUit(
    delen,
    // The id is new, or nothing is done: of what exists already nothing is told.
    { doener, lezer, mag: (stand) => stand === undefined },
    { ...kop, verwacht: 0 },
    {
      ...{ soort: 'open', vraag, uitkomst, aanspreekpunt, betrokkene: { soort: 'anoniem' } },
      ingang: partij === 'bank' ? 'partner' : 'informatiepunt',
      aanbrenger: { partij, codehash: ingangshash('code', code), ...wie },
    },
  )
  if (uitslag.status === 'conflict') return { status: 'geweigerd', weigering: { reden: 'bestaat-al' } }
  if (uitslag.status === 'geweigerd') return uitslag
  const { voorvallen } = await delen.store.laad(lezer, kop.ketenzaak)
  return { status: 'ok', nummer: speelAf(kop.ketenzaak, voorvallen)?.nummer ?? '', code }
}
