/** That something changed in a chain case, told to the systems of who takes part. Nothing of whom or what. */
import type { OrganisatieId } from '../domain/index.ts'
import type { Zaakgebeurtenis } from '../zgw/index.ts'
import { opschaalfuncties } from './begrippen.ts'
import { evolve, speelAf } from './evolve.ts'
import type { Ketenbericht, MeldKeten } from './ketenbericht.ts'
import type { Ketenzaak } from './ketenzaak.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import { oinVan } from './koppeling.ts'
import type { Koppelingen } from './koppelingen.ts'
import { organisatiesIn } from './leesbeeld.ts'
import type { Uitgaand, UitgaandStore } from './uitgaand-store.ts'
import type { Voorval } from './voorval.ts'
import { zicht } from './zicht.ts'

export interface Meldingdelen {
  readonly store: Pick<KetenzaakStore, 'laad'>
  readonly uitgaand: Pick<UitgaandStore, 'leg'>
  readonly koppelingen: Pick<Koppelingen, 'verbindingen'>
  readonly nu: () => Date
}

/** What stands in the outbox of one message; the rest follows when it is sent. */
export interface Melding {
  readonly nr: number
  readonly type: Zaakgebeurtenis['type']
  readonly time: string
  /** Words may not be read any more: whoever kept what they read shows it no longer. */
  readonly vergeet?: true
  /** Whose case it is. */
  readonly regie: OrganisatieId
}

/**
 * Puts a message in the outbox for each organisation that now sees something else than before: who sees no difference is
 * told nothing, not even that there was one. The same events give the same messages, however often this runs.
 */
export function createMeldingen(delen: Meldingdelen): MeldKeten {
  return async (berichten) => {
    const wie = (await delen.koppelingen.verbindingen()).flatMap(({ koppeling }) =>
      koppeling.meldadres === undefined ? [] : [koppeling.organisatie],
    )
    if (wie.length === 0) return
    for (const [ketenzaak, rij] of Map.groupBy(berichten, ({ subject }) => subject))
      await delen.uitgaand.leg(await meldingenVan(delen, ketenzaak, { rij, wie }))
  }
}

async function meldingenVan(
  { store, nu }: Meldingdelen,
  ketenzaak: string,
  { rij, wie }: { readonly rij: readonly Ketenbericht[]; readonly wie: readonly OrganisatieId[] },
): Promise<readonly Omit<Uitgaand, 'pogingen'>[]> {
  const { voorvallen } = await store.laad({ soort: 'taak' }, ketenzaak)
  const nummers = new Set(rij.map(({ data }) => data.nr))
  const eerste = Math.min(...nummers)
  let stand = speelAf(
    ketenzaak,
    voorvallen.filter(({ nr }) => nr < eerste),
  )
  const op = nu()
  const uit: Omit<Uitgaand, 'pogingen'>[] = []
  for (const voorval of voorvallen.filter(({ nr }) => nr >= eerste)) {
    const voor = stand
    stand = evolve(ketenzaak, stand, voorval)
    if (!nummers.has(voorval.nr)) continue
    for (const organisatie of wie) {
      const type = gebeurtenistype(voor, stand, organisatie, op)
      if (type === undefined) continue
      const inhoud: Melding = {
        nr: voorval.nr,
        type,
        time: voorval.op.toISOString(),
        ...(neemtWeg(voorval) && { vergeet: true }),
        regie: stand.regie.organisatie,
      }
      // In the order in which it happened, also as text.
      const id = `${ketenzaak}/${String(voorval.nr).padStart(5, '0')}/${organisatie}`
      uit.push({ id, soort: 'bericht', naar: organisatie, ketenzaak, op, inhoud })
    }
  }
  return uit
}

/** Of who notices it: something that they read is not theirs to read any more, or is gone. */
function neemtWeg({ inhoud: { soort } }: Voorval): boolean {
  return soort === 'woorden-gewist' || soort === 'deling-gestopt' || soort === 'deling-bezwaar'
}

/** What this organisation notices of the difference; `undefined`: nothing. */
export function gebeurtenistype(
  voor: Ketenzaak | undefined,
  na: Ketenzaak,
  organisatie: OrganisatieId,
  op: Date,
): Melding['type'] | undefined {
  const eerst = beeldVan(voor, organisatie, op)
  const daarna = beeldVan(na, organisatie, op)
  if (eerst === daarna) return undefined
  if (na.stand === 'gesloten' && voor?.stand === 'open') return 'nl.overheid.zaken.zaak-afgesloten'
  if (eerst === undefined) return 'nl.overheid.zaken.zaak-geregistreerd'
  return daarna === undefined ? 'nl.overheid.zaken.zaak-verwijderd' : 'nl.overheid.zaken.zaak-gemuteerd'
}

function beeldVan(stand: Ketenzaak | undefined, organisatie: OrganisatieId, op: Date): string | undefined {
  if (stand === undefined || !doetMee(stand, organisatie)) return undefined
  const kijker = { soort: 'medewerker', organisatie, medewerker: '', functies: opschaalfuncties } as const
  const ziet = zicht(stand, kijker, op)
  if (ziet === undefined) return undefined
  // That there was an event at all is no part of what they see.
  const { nr: _, kan: __, ...beeld } = ziet
  return JSON.stringify(beeld)
}

function doetMee(stand: Ketenzaak, organisatie: OrganisatieId): boolean {
  return stand.regie.organisatie === organisatie || organisatiesIn(stand).includes(organisatie)
}

/** The CloudEvent itself, in the profile of NL GOV: the case by its id, where to read it, and no word of anybody. */
export function zaakgebeurtenis(
  { id, ketenzaak, inhoud }: Pick<Uitgaand, 'id' | 'ketenzaak' | 'inhoud'>,
  van: {
    readonly rsin: string
    readonly zaaktype: string
    readonly catalogus: string
    readonly dataref: string
  },
): Zaakgebeurtenis & { readonly voordeurvergeet?: true } {
  // Written by `meldingenVan`.
  const { type, time, nr, vergeet } = inhoud as Melding
  return {
    specversion: '1.0',
    id: `${ketenzaak}/${nr}/${id.split('/').at(-1) ?? ''}`,
    source: `urn:nld:oin:${oinVan(van.rsin)}:ketenzaken`,
    type,
    subject: ketenzaak,
    time,
    datacontenttype: 'application/json',
    dataref: van.dataref,
    data: {
      bronorganisatie: van.rsin,
      zaaktype: van.zaaktype,
      'zaaktype.catalogus': van.catalogus,
      vertrouwelijkheidaanduiding: 'zaakvertrouwelijk',
    },
    ...(vergeet && { voordeurvergeet: true }),
  }
}
