import type { Rij } from '../../../zgw/aanbieder/index.ts'
import type { Zaakregister } from '../register.ts'

/** A running or closed case as the desk and the task list of the same organisation know it. */
export interface Eigenzaak {
  readonly uuid: string
  readonly naam: string
  readonly start: string
  readonly isOpen: boolean
  /** What the present step is called; empty before the first. */
  readonly stap: string
}

/** Named limit: nobody here has more. */
const maxRollen = 100

/** The cases in which this person has a role, the oldest first. */
export async function zakenVan(register: Zaakregister, bsn: string): Promise<readonly Eigenzaak[]> {
  const { rijen } = await register.zoek('rollen', {
    voorwaarden: [{ op: 'is', veld: 'betrokkeneIdentificatie.inpBsn', waarde: bsn }],
    aantal: maxRollen,
  })
  const urls = [...new Set(rijen.map(({ zaak }) => String(zaak)))]
  const zaken = await Promise.all(urls.map((url) => lees(register, url)))
  return zaken.filter((een) => een !== undefined).sort((a, b) => a.start.localeCompare(b.start))
}

async function lees(register: Zaakregister, url: string): Promise<Eigenzaak | undefined> {
  const zaak = await register.haal('zaken', url)
  if (zaak === undefined) return undefined
  const type = await register.haal('zaaktypen', String(zaak.zaaktype))
  const status = typeof zaak.status === 'string' ? await register.haal('statussen', zaak.status) : undefined
  const stap = status && (await register.haal('statustypen', String(status.statustype)))
  return {
    uuid: String(zaak.uuid),
    naam: tekst(type, 'omschrijving'),
    start: String(zaak.startdatum),
    isOpen: zaak.einddatum === null,
    stap: tekst(stap, 'omschrijving'),
  }
}

function tekst(rij: Rij | undefined, veld: string): string {
  const waarde = rij?.[veld]
  return typeof waarde === 'string' ? waarde : ''
}
