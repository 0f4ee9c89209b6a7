import {
  type Audit,
  eisBewijs,
  type Kid,
  type Sleutelring,
  type Verwerkingsbewijs,
  verzegel,
} from '../audit/index.ts'
import { maakUuid7, type Toeval } from '../domain/index.ts'
import { type Adreswijziging, adreswijziging } from './adreswijziging.ts'
import type { Plaatsing } from './bericht-store.ts'
import {
  type AdresFout,
  codeMinuten,
  codePogingen,
  leesAdres,
  leesAdrescode,
  maakAdrescode,
  maxAdressen,
} from './contactadres.ts'
import type { Adres, Opgemaakt, Verzendweg } from './verzendweg.ts'
import type { Berichttaal } from './voorkeur.ts'
import type { Voorkeurhouder, VoorkeurStore } from './voorkeur-store.ts'
import { adresplek, bewijsVan, openVoorkeuren } from './voorkeuren.ts'

/** Addresses, and the codes that prove them. */
export interface Contactadressen {
  readonly voegToe: (
    houder: Voorkeurhouder,
    adres: Adres,
    bewijs: Verwerkingsbewijs,
  ) => Promise<
    { readonly status: 'ok'; readonly id: string } | { readonly status: 'ongeldig'; readonly fout: AdresFout }
  >
  /** Sends a code there; the one before is of no use any more. `geen-weg`: nothing is connected that can. */
  readonly stuurCode: (
    houder: Voorkeurhouder,
    id: string,
    taal: Berichttaal,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'gestuurd' | 'onbekend' | 'geen-weg' | 'mislukt'>
  readonly bevestig: (
    houder: Voorkeurhouder,
    id: string,
    code: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<'bevestigd' | 'onjuist' | 'verlopen' | 'te-vaak'>
  readonly wis: (houder: Voorkeurhouder, id: string, bewijs: Verwerkingsbewijs) => Promise<boolean>
}

export interface AdresOnderdelen {
  readonly store: VoorkeurStore
  readonly audit: Pick<Audit, 'verzegel'>
  readonly ring: Sleutelring
  readonly nu: () => Date
  readonly toeval: Toeval
  readonly wegen: () => ReadonlyMap<Verzendweg['kanaal'], Verzendweg>
  /** The message that tells them on the way that they had until now, for who writes the change. */
  readonly maakMelding: (houder: Voorkeurhouder, wijziging: Adreswijziging) => Plaatsing | undefined
  /** The words around a code. */
  readonly opstelCode: (code: string, kanaal: 'email' | 'sms', taal: Berichttaal) => Opgemaakt
}

/** How often a code may be asked for is a limit of the door (`web/grenzen.ts`), where it is known who asks. */
export function createContactadressen(onderdelen: AdresOnderdelen): Contactadressen {
  const { store, audit, ring, nu, toeval } = onderdelen
  const regel = (houder: Voorkeurhouder, soort: string, adres: string) => [
    audit.verzegel(bewijsVan(houder, soort, nu(), { adres })),
  ]
  /** Told and changed in one act: what cannot be told does not change. */
  const meldingVan = async (
    houder: Voorkeurhouder,
    wat: Parameters<typeof adreswijziging>[1],
    id: string,
    bewijs: Verwerkingsbewijs,
    nieuw?: Adres,
  ): Promise<Plaatsing | undefined> => {
    const beeld = openVoorkeuren(ring, await store.haal(houder, bewijs))
    const adres = nieuw ?? beeld.adressen.find((een) => een.id === id)?.adres
    const wijziging = adres && adreswijziging(beeld, wat, { id, adres })
    return wijziging && onderdelen.maakMelding(houder, wijziging)
  }
  return {
    async voegToe(houder, ruw, bewijs) {
      const { persoon, door } = houder
      eisBewijs(bewijs, persoon)
      const adres = leesAdres(ruw)
      if (typeof adres === 'string') return { status: 'ongeldig', fout: adres }
      const vanaf = nu()
      const id = maakUuid7(vanaf, toeval)
      const zegel = verzegel(ring, adresplek({ id, persoon }), JSON.stringify(adres), { toeval })
      const rij = {
        id,
        persoon,
        soort: adres.soort,
        ...zegel,
        vanaf,
        door,
        bevestigd: undefined,
        mislukt: 0,
        codeMislukt: undefined,
      }
      const bewijzen = regel(houder, 'contactadres-gegeven', id)
      const melding = await meldingVan(houder, 'gegeven', id, bewijs, adres)
      const isNieuw = await store.voegAdresToe(houder, rij, maxAdressen, bewijzen, melding)
      return isNieuw ? { status: 'ok', id } : { status: 'ongeldig', fout: 'te-veel' }
    },

    stuurCode: (houder, id, taal, bewijs) => stuurCode(onderdelen, { houder, id, taal }, bewijs),

    async bevestig(houder, id, tekst, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      const code = leesAdrescode(tekst)
      if (code === undefined) return 'onjuist'
      const hashes = ring.kids().map((kid) => hashVan(ring, kid, id, code))
      const poging = { hashes, op: nu(), hoogstens: codePogingen }
      const melding = await meldingVan(houder, 'bevestigd', id, bewijs)
      return store.probeerCode(houder, id, poging, regel(houder, 'contactadres-bevestigd', id), melding)
    },

    async wis(houder, id, bewijs) {
      eisBewijs(bewijs, houder.persoon)
      const melding = await meldingVan(houder, 'gewist', id, bewijs)
      return store.wisAdres(houder, id, regel(houder, 'contactadres-gewist', id), melding)
    },
  }
}

async function stuurCode(
  { store, ring, nu, toeval, wegen, opstelCode }: AdresOnderdelen,
  { houder, id, taal }: { houder: Voorkeurhouder; id: string; taal: Berichttaal },
  bewijs: Verwerkingsbewijs,
): ReturnType<Contactadressen['stuurCode']> {
  eisBewijs(bewijs, houder.persoon)
  const { adressen } = openVoorkeuren(ring, await store.haal(houder, bewijs))
  const adres = adressen.find((een) => een.id === id)?.adres
  if (adres === undefined || adres.soort === 'post') return 'onbekend'
  const kanaal = adres.soort === 'email' ? 'email' : 'sms'
  const weg = wegen().get(kanaal)
  if (weg === undefined) return 'geen-weg'
  const op = nu()
  const code = maakAdrescode(toeval)
  const tot = new Date(op.getTime() + codeMinuten * 60_000)
  const zending = maakUuid7(op, toeval)
  // Before it goes: a code that somebody has must be one that we know, and so must what comes back.
  if (!(await store.zetCode(houder, id, { hash: hashVan(ring, ring.actief(), id, code), tot, zending })))
    return 'onbekend'
  const uitslag = await weg.verzend({
    zending,
    poging: 1,
    adres,
    taal,
    vorm: 'gewoon',
    inhoud: opstelCode(code, kanaal, taal),
  })
  // It stands with the address, as it does when a code comes back later.
  if (uitslag.soort === 'blijvend') await store.codeMislukt(houder, id, zending, nu())
  return uitslag.soort === 'verzonden' ? 'gestuurd' : 'mislukt'
}

/** Of one address: the same digits for another are another hash. */
function hashVan(ring: Sleutelring, kid: Kid, id: string, code: string): Buffer {
  return ring.merk(kid, 'adrescode', `${id}|${code}`)
}
