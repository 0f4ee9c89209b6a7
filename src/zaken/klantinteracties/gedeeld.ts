/** What residents' questions and chain cases both need of Klantinteracties: look first, and make only what is not there. */
import { createHash } from 'node:crypto'
import type { Bron, BronUitkomst, Spoor } from '../../platform/bron/index.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import { interneTaakVorm, interneTakenVorm, type Klantcontact, klantcontactenVorm } from './vormen.ts'

/** Named limits of the standard (Klantinteracties 0.9.0: internetaak.gevraagdeHandeling and .toelichting). */
const maxHandeling = 200
const maxToelichting = 1_000

/**
 * Ten figures (the standard allows no more) that the same thing gives again, and another one's does not. Below half of
 * what there is: a register that numbers by itself takes the highest number and one more.
 */
export function nummerVan(van: string, kenmerk: string): string {
  const getal = createHash('sha256').update(`${van}|${kenmerk}`).digest().readUIntBE(0, 6)
  return String(getal % 5_000_000_000).padStart(10, '0')
}

/** Contacts with this number; of a register that ignores the filter no others. */
export async function zoekOpNummer(
  bron: Bron,
  nummer: string,
  { handeling, spoor }: { readonly handeling: string; readonly spoor?: Spoor | undefined },
): Promise<RegisterUitkomst<readonly Klantcontact[]>> {
  const gevraagd = await bron.vraag({
    handeling,
    methode: 'GET',
    pad: `klantcontacten?${new URLSearchParams({ nummer, expand: 'hadBetrokkenen' })}`,
    isHerhaalbaar: true,
    vorm: klantcontactenVorm,
    spoor,
  })
  if (gevraagd.status !== 'ok') return mislukt(gevraagd)
  const gegevens = gevraagd.inhoud.results.filter((een) => een.nummer === nummer)
  return { status: 'ok', gegevens, op: gevraagd.op }
}

/** One task for whoever answers there: the one that this contact has already, or a new one. */
export async function zorgVoorTaak(
  bron: Bron,
  taak: {
    readonly contact: string
    readonly handeling: string
    readonly toelichting?: string
    readonly behandelaars: string
  },
  spoor?: Spoor,
): Promise<RegisterUitkomst<undefined>> {
  const { contact, handeling, toelichting, behandelaars } = taak
  const er = await bron.vraag({
    handeling: 'taak zoeken',
    methode: 'GET',
    pad: `internetaken?${new URLSearchParams({ aanleidinggevendKlantcontact__uuid: contact })}`,
    isHerhaalbaar: true,
    vorm: interneTakenVorm,
    spoor,
  })
  if (er.status !== 'ok') return mislukt(er)
  // One that says of which contact it came, and of another, is no answer to the question.
  const isEr = er.inhoud.results.some(
    ({ aanleidinggevendKlantcontact: van }) => van == null || van.uuid === contact,
  )
  if (isEr) return { status: 'ok', gegevens: undefined, op: er.op }
  const gemaakt = await bron.vraag({
    handeling: 'taak maken',
    methode: 'POST',
    pad: 'internetaken',
    json: {
      gevraagdeHandeling: handeling.slice(0, maxHandeling),
      aanleidinggevendKlantcontact: { uuid: contact },
      toegewezenAanActoren: [{ uuid: behandelaars }],
      ...(toelichting !== undefined && { toelichting: toelichting.slice(0, maxToelichting) }),
      status: 'te_verwerken',
    },
    isHerhaalbaar: false,
    vorm: interneTaakVorm,
    spoor,
  })
  return gemaakt.status === 'ok' ? { status: 'ok', gegevens: undefined, op: gemaakt.op } : mislukt(gemaakt)
}

export function mislukt<T>(uitkomst: Exclude<BronUitkomst<unknown>, { status: 'ok' }>): RegisterUitkomst<T> {
  // These collections exist always: one that is not there is an address that is wrong.
  if (uitkomst.status === 'niet-gevonden') return registerMislukt({ soort: 'onbegrepen', sinds: uitkomst.op })
  return registerMislukt(uitkomst)
}
