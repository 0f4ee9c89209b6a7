/** Between words and what is kept of them: sealed at the place where they stand, with the salt of their hash. */
import { ontzegel, type Sleutelring, verzegel } from '../audit/index.ts'
import { maakUuid7, type Toeval } from '../domain/index.ts'
import { type Bestand, HOOGSTENS_BESTAND, maakBestand } from './bestand.ts'
import type { Opdrachtmerk, Tekstrij } from './ketenzaak-store.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import {
  HOOGSTENS_WOORDEN,
  type Tekstverwijzing,
  tekstverwijzing,
  vervangVerwijzingen,
  vervangWoorden,
  type Woorden,
} from './woorden.ts'

export interface Tekstdelen {
  readonly ring: Sleutelring
  readonly toeval: Toeval
  readonly nu: () => Date
}

const zoutBytes = 16

/** Too long, or nothing at all where something was asked. */
export function keurWoorden(opdracht: Opdracht<Woorden>): Weigering | undefined {
  const bestand = 'bestand' in opdracht ? opdracht.bestand : undefined
  let fout = bestand && keurBestand(bestand)
  const { bestand: _, ...rest } = { bestand, ...opdracht }
  vervangWoorden(rest, (woorden) => {
    if (woorden.length > HOOGSTENS_WOORDEN) fout ??= { reden: 'te-lang', hoogstens: HOOGSTENS_WOORDEN }
    if (woorden.trim() === '') fout ??= { reden: 'leeg' }
  })
  return fout
}

/** What it says it is, and not too large. */
function keurBestand({ soort, omvang, inhoud }: Bestand<Woorden>): Weigering | undefined {
  if (omvang > HOOGSTENS_BESTAND || inhoud.woorden.length > HOOGSTENS_BESTAND * 1.4)
    return { reden: 'te-lang', hoogstens: HOOGSTENS_BESTAND }
  const is = maakBestand(soort, Buffer.from(inhoud.woorden, 'base64'))
  return is?.omvang === omvang ? undefined : { reden: 'leeg' }
}

/** The command with references in the place of its words, and the words sealed. */
export function verzegelWoorden(
  { ring, toeval, nu }: Tekstdelen,
  ketenzaak: string,
  opdracht: Opdracht<Woorden>,
): { readonly opdracht: Opdracht<Tekstverwijzing>; readonly teksten: ReadonlyMap<string, Tekstrij> } {
  const teksten = new Map<string, Tekstrij>()
  const met = vervangWoorden(opdracht, (woorden) => {
    const id = maakUuid7(nu(), toeval)
    const zout = toeval(zoutBytes)
    const inhoud = JSON.stringify({ zout: Buffer.from(zout).toString('hex'), woorden })
    teksten.set(id, { id, ...verzegel(ring, plek(ketenzaak, id), inhoud, { toeval }) })
    return tekstverwijzing(id, zout, woorden)
  })
  // The same command: only what is `Woorden` became what is `Tekstverwijzing`.
  return { opdracht: met as Opdracht<Tekstverwijzing>, teksten }
}

/** What refers to words, with the words; those that were erased are not there. Words that are not what was said throw. */
export function metWoorden(
  ring: Sleutelring,
  ketenzaak: string,
  waarde: unknown,
  rijen: readonly Tekstrij[],
): unknown {
  const bij = new Map(rijen.map((rij) => [rij.id, rij]))
  return vervangVerwijzingen(waarde, ({ tekst, hash }) => {
    const rij = bij.get(tekst)
    if (rij === undefined) return undefined
    // Sealed by us with the place as a part of it.
    const open = JSON.parse(ontzegel(ring, plek(ketenzaak, tekst), rij)) as { zout: string; woorden: string }
    const { hash: nu } = tekstverwijzing(tekst, Buffer.from(open.zout, 'hex'), open.woorden)
    if (nu !== hash) throw new Error('een tekst van een ketenzaak is een andere dan er stond')
    return open.woorden
  })
}

/** Keyed, so that nobody who has the row can try out what the words were. */
export function opdrachtmerk(
  ring: Sleutelring,
  opdracht: Opdracht<Woorden>,
  kid = ring.actief(),
): Opdrachtmerk {
  return { kid, merk: ring.merk(kid, 'loket_opdracht', JSON.stringify(opdracht)) }
}

const plek = (ketenzaak: string, id: string) => ({
  tabel: 'loket_tekst',
  rij: `${ketenzaak}/${id}`,
  doel: 'woorden',
})
