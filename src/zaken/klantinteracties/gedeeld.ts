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
  const er = await zoekTaken(bron, contact, spoor)
  if (er.status !== 'ok') return er
  if (er.gegevens.length > 0) return { status: 'ok', gegevens: undefined, op: er.op }
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

/** Tasks of this contact; of a register that ignores the filter no others. */
async function zoekTaken(
  bron: Bron,
  contact: string,
  spoor?: Spoor,
): Promise<RegisterUitkomst<readonly { readonly uuid: string; readonly status?: string | undefined }[]>> {
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
  const gegevens = er.inhoud.results.filter(
    ({ aanleidinggevendKlantcontact: van }) => van == null || van.uuid === contact,
  )
  return { status: 'ok', gegevens, op: er.op }
}

/** What this contact asked is done: its task is nobody's to do any more. What somebody there closed is left as it is. */
export async function rondTaakAf(bron: Bron, contact: string): Promise<RegisterUitkomst<undefined>> {
  const er = await zoekTaken(bron, contact)
  if (er.status !== 'ok') return er
  for (const { uuid } of er.gegevens.filter(({ status }) => status === 'te_verwerken')) {
    const gezet = await bron.vraag({
      handeling: 'taak afronden',
      methode: 'PATCH',
      pad: `internetaken/${uuid}`,
      json: { status: 'verwerkt' },
      isHerhaalbaar: true,
      vorm: interneTaakVorm,
    })
    if (gezet.status !== 'ok') return mislukt(gezet)
  }
  return { status: 'ok', gegevens: undefined, op: er.op }
}

export function mislukt<T>(uitkomst: Exclude<BronUitkomst<unknown>, { status: 'ok' }>): RegisterUitkomst<T> {
  // These collections exist always: one that is not there is an address that is wrong.
  if (uitkomst.status === 'niet-gevonden') return registerMislukt({ soort: 'onbegrepen', sinds: uitkomst.op })
  return registerMislukt(uitkomst)
}
