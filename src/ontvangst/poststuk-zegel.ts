/** Between what is kept and what is read: everything somebody wrote is sealed in the place where it stands. */
import { ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import { POSTSOORTEN, type Postsoort } from '../corpus/index.ts'
import type { Toeval } from '../domain/index.ts'
import type { Berichtinhoud } from '../kanalen/index.ts'
import { type Inkomweg, inkomwegen } from './inkomweg.ts'
import {
  type Afzender,
  type Bijlage,
  type Kennisgeving,
  type NieuwPoststuk,
  type Postgebeurtenis,
  type Poststuk,
  sha256,
  type Weigergrond,
} from './poststuk.ts'
import type { BijlageRij, KennisRij, PoststukRij, VolledigeRij } from './poststuk-store.ts'
import type { Bevestiging, Triage } from './triage.ts'

/** What is sealed of an item, beside its attachments. */
interface Inhoud {
  readonly afzender: Extract<Afzender, { soort: 'onbekend' }> | undefined
  readonly onderwerp: string
  readonly tekst: string
  readonly waar: string | undefined
  readonly bijlagen: Poststuk['bijlagen']
  readonly triage: Triage
  readonly bevestiging: Bevestiging
}

interface Kennisinhoud {
  readonly bericht: Berichtinhoud
  readonly reden?: Weigergrond
  /** Where it goes by itself, and what it says there: nothing of what they wrote. */
  readonly email?: { readonly adres: string; readonly onderwerp: string; readonly tekst: string }
}

export interface Zegelaar {
  readonly ring: Sleutelring
  readonly toeval: Toeval
}

export function verzegelStuk(
  { ring, toeval }: Zegelaar,
  rij: Omit<PoststukRij, 'kid' | 'cijfer'>,
  nieuw: NieuwPoststuk,
  { triage, bevestiging }: Pick<Inhoud, 'triage' | 'bevestiging'>,
): { readonly rij: PoststukRij; readonly bijlagen: readonly BijlageRij[] } {
  const { afzender, onderwerp, tekst, waar } = nieuw
  const inhoud: Inhoud = {
    afzender: afzender.soort === 'onbekend' ? afzender : undefined,
    onderwerp,
    tekst,
    waar,
    bijlagen: nieuw.bijlagen.map(({ naam, formaat, inhoud: bytes }) => ({
      naam,
      formaat,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
    triage,
    bevestiging,
  }
  const bijlagen = nieuw.bijlagen.map(({ inhoud: bytes }, volgnummer) => ({
    volgnummer,
    ...verzegel(ring, bijlageplek(rij.id, volgnummer), Buffer.from(bytes).toString('base64'), { toeval }),
  }))
  return {
    rij: { ...rij, ...verzegel(ring, stukplek(rij.id), JSON.stringify(inhoud), { toeval }) },
    bijlagen,
  }
}

export function verzegelKennis(
  { ring, toeval }: Zegelaar,
  rij: Omit<KennisRij, 'kid' | 'cijfer'>,
  inhoud: Kennisinhoud,
): KennisRij {
  return { ...rij, ...verzegel(ring, kennisplek(rij.id), JSON.stringify(inhoud), { toeval }) }
}

export function ontzegelKennis(ring: Sleutelring, rij: KennisRij): Kennisinhoud {
  // Sealed by us with the place as a part of it: what opens is what was written. So are the two below.
  return JSON.parse(ontzegel(ring, kennisplek(rij.id), rij)) as Kennisinhoud
}

export function ontzegelBijlage(
  ring: Sleutelring,
  { id, bijlagen }: Poststuk,
  rij: BijlageRij,
): Bijlage | undefined {
  const wat = bijlagen[rij.volgnummer]
  if (wat === undefined) return undefined
  const inhoud = Buffer.from(ontzegel(ring, bijlageplek(id, rij.volgnummer), rij), 'base64')
  return { naam: wat.naam, formaat: wat.formaat, inhoud }
}

export function ontzegelStuk(ring: Sleutelring, { rij, kennis, doorgezonden }: VolledigeRij): Poststuk {
  const inhoud = JSON.parse(ontzegel(ring, stukplek(rij.id), rij)) as Inhoud
  const { onderwerp, tekst, waar, bijlagen, triage, bevestiging } = inhoud
  const { id, nummer, organisatie, bij, ontvangen, vastgelegd, gereed } = rij
  return {
    id,
    nummer,
    afzender: afzenderVan(rij, inhoud),
    organisatie,
    bij,
    soort: soortVan(rij.soort),
    weg: wegVan(rij.weg),
    ontvangen,
    vastgelegd,
    ...(gereed !== undefined && { gereed }),
    onderwerp,
    tekst,
    ...(waar !== undefined && { waar }),
    bijlagen,
    triage,
    bevestiging,
    gebeurd: kennis
      .toSorted((a, b) => a.op.getTime() - b.op.getTime())
      .map((een) => gebeurtenisVan(ring, een, doorgezonden)),
  }
}

function afzenderVan({ persoon, door }: PoststukRij, { afzender }: Inhoud): Afzender {
  if (persoon !== undefined) return { soort: 'persoon', persoon, ...(door !== undefined && { door }) }
  return afzender ?? { soort: 'onbekend' }
}

function gebeurtenisVan(
  ring: Sleutelring,
  rij: KennisRij,
  doorgezonden: VolledigeRij['doorgezonden'],
): Postgebeurtenis {
  const { id, soort, hoe, op, bezorgd } = rij
  const kennisgeving: Kennisgeving = { id, soort, hoe, op, ...(bezorgd !== undefined && { bezorgd }) }
  switch (soort) {
    case 'ontvangen':
    case 'verkeerde-weg':
    case 'toch-aangenomen':
      return { soort, kennisgeving }
    case 'geweigerd': {
      const { reden = 'onevenredig-belastend' } = ontzegelKennis(ring, rij)
      return { soort, reden, kennisgeving }
    }
    case 'doorgezonden': {
      const weg = doorgezonden.find((een) => een.kennisgeving === id)
      if (weg === undefined) throw new Error('een kennisgeving van een doorzending die er niet is')
      return { soort, van: weg.van, naar: weg.naar, kennisgeving }
    }
  }
}

function soortVan(tekst: string): Postsoort {
  const soort = POSTSOORTEN.find((een) => een === tekst)
  if (soort === undefined) throw new Error('een poststuk van een onbekende soort')
  return soort
}

function wegVan(tekst: string): Inkomweg {
  const weg = inkomwegen.find((een) => een === tekst)
  if (weg === undefined) throw new Error('een poststuk langs een onbekende weg')
  return weg
}

const stukplek = (id: string) => ({ tabel: 'poststuk', rij: id, doel: 'inhoud' })
const bijlageplek = (id: string, nr: number) => ({
  tabel: 'poststuk_bijlage',
  rij: `${id}/${nr}`,
  doel: 'inhoud',
})
const kennisplek = (id: string) => ({ tabel: 'poststuk_kennisgeving', rij: id, doel: 'inhoud' })
