import { isUuid7, type OrganisatieId } from '../domain/index.ts'
import { beslis } from '../toegang/index.ts'
import { ingangshash } from './code.ts'
import { speelAf } from './evolve.ts'
import { metCode, standVanCode } from './herhaalcode.ts'
import type { Aanbreng, Aangebracht, Loketvrager, Opdrachtkop } from './loket.ts'
import { type Uitvoerdelen, voerUit } from './uitvoeren.ts'
import { kijkerVan, type Toegangsdelen, vandaag } from './vrager.ts'

/**
 * Whoever stands before people at a library or a bank. From here on they see their own step, and by its code alone. The
 * same form once more gives them the same number and code, until the code was used.
 */
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
  if (!mag || doener?.soort !== 'medewerker') return { status: 'geweigerd', weigering: { reden: 'mag-niet' } }
  // Owned by who cannot see it here it would lie with nobody.
  if (!delen.ontvangers().includes(wie.aan)) return { status: 'geweigerd', weigering: { reden: 'niet-hier' } }
  const lezer = { soort: 'taak' } as const
  // The id is new, or it is theirs, of this form: of what else exists already nothing is told.
  const isEigen = await isVanHen(delen, kop, doener)
  return metCode(delen.ring, kop, async (code): Promise<Aangebracht> => {
    const codehash = ingangshash('code', code)
    const uitslag = await voerUit(
      delen,
      { doener, lezer, mag: (stand) => stand === undefined || isEigen },
      { ...kop, verwacht: 0 },
      {
        ...{ soort: 'open', vraag, uitkomst, aanspreekpunt, betrokkene: { soort: 'anoniem' } },
        ingang: partij === 'bank' ? 'partner' : 'informatiepunt',
        aanbrenger: { partij, codehash, ...wie },
      },
    )
    if (uitslag.status === 'conflict') return { status: 'geweigerd', weigering: { reden: 'bestaat-al' } }
    if (uitslag.status === 'geweigerd') return uitslag
    const { voorvallen } = await delen.store.laad(lezer, kop.ketenzaak)
    const stand = await standVanCode(delen.store, kop.ketenzaak, codehash)
    if (stand !== 'open') return { status: 'geweigerd', weigering: { reden: 'kan-niet-nu', stand } }
    return { status: 'ok', nummer: speelAf(kop.ketenzaak, voorvallen)?.nummer ?? '', code }
  })
}

async function isVanHen(
  { store }: Pick<Uitvoerdelen, 'store'>,
  { id, ketenzaak }: Omit<Opdrachtkop, 'verwacht'>,
  { organisatie, medewerker }: { readonly organisatie: string; readonly medewerker: string },
): Promise<boolean> {
  if (!isUuid7(id) || !isUuid7(ketenzaak)) return false
  const [geopend] = (await store.laad({ soort: 'taak' }, ketenzaak, id)).voorvallen
  if (geopend?.opdracht !== id || geopend.door.soort !== 'medewerker') return false
  return geopend.door.organisatie === organisatie && geopend.door.medewerker === medewerker
}
