import type { Bron } from '../../platform/bron/index.ts'
import { maxOnderwerp } from '../contactbron.ts'
import { type Klantwerk, ketenkanaal, type NieuwKlantwerk } from '../klantwerk.ts'
import { type RegisterUitkomst, registerMislukt } from '../register.ts'
import type { BronId } from '../zaakgegevens.ts'
import { mislukt, nummerVan, rondTaakAf, zoekOpNummer, zorgVoorTaak } from './gedeeld.ts'
import { gemaakteVorm, type Klantcontact } from './vormen.ts'

/** Named limit: so many numbers are tried when others have ours. */
const maxNummers = 4
/** Not known in which language people spoke: ISO 639-2 has a code for that. */
const onbekendeTaal = 'und'

/**
 * Contacts and internal tasks of chain cases at one organisation, over Klantinteracties 0.9.0. A number made of the mark
 * is looked for before anything is made, and the register takes each number once; so two who write at the same time, and
 * one who does not know whether it arrived, write it once. Nothing of whom it is about goes along: no `betrokkene`.
 */
export function klantinteractiesWerk({
  id,
  bron,
  behandelaars,
}: {
  readonly id: BronId
  readonly bron: Bron
  /** Who answers there, by the uuid of an `actor`. */
  readonly behandelaars?: string
}): Klantwerk {
  return {
    id,
    neemtTaken: behandelaars !== undefined,
    rondAf: async (oud) => {
      const contact = await vindContact(bron, oud)
      if (contact.status !== 'ok') return contact
      const { eigen } = contact.gegevens
      return eigen === undefined
        ? { status: 'ok', gegevens: undefined, op: contact.op }
        : rondTaakAf(bron, eigen.uuid)
    },
    leg: async (nieuw) => {
      const contact = await zorgVoorContact(bron, nieuw)
      if (contact.status !== 'ok') return contact
      const { uuid, nummer, isVerbonden } = contact.gegevens
      const object = isVerbonden ? contact : await verbind(bron, uuid, nieuw.zaak)
      if (object.status !== 'ok') return object
      if (nieuw.taak === undefined || behandelaars === undefined)
        return { status: 'ok', gegevens: { nummer }, op: object.op }
      const taak = await zorgVoorTaak(bron, { ...nieuw.taak, contact: uuid, behandelaars })
      return taak.status === 'ok' ? { status: 'ok', gegevens: { nummer }, op: taak.op } : taak
    },
  }
}

interface Gelegd {
  readonly uuid: string
  readonly nummer: string
  /** It says already which case it was about. */
  readonly isVerbonden: boolean
}

async function zorgVoorContact(bron: Bron, nieuw: NieuwKlantwerk): Promise<RegisterUitkomst<Gelegd>> {
  const er = await vindContact(bron, nieuw)
  if (er.status !== 'ok') return er
  const { eigen, nummer } = er.gegevens
  if (eigen === undefined) return maakContact(bron, nummer, nieuw)
  const isVerbonden = eigen.gingOverOnderwerpobjecten.length > 0
  return { status: 'ok', gegevens: { uuid: eigen.uuid, nummer, isVerbonden }, op: er.op }
}

/** What we laid; or the first of our numbers that nobody has. */
async function vindContact(
  bron: Bron,
  nieuw: Omit<NieuwKlantwerk, 'taak'>,
): Promise<RegisterUitkomst<{ readonly nummer: string; readonly eigen: Klantcontact | undefined }>> {
  for (let keer = 0; keer < maxNummers; keer++) {
    const nummer = nummerVan(nieuw.zaak, keer === 0 ? nieuw.kenmerk : `${nieuw.kenmerk}|${keer}`)
    const er = await zoekOpNummer(bron, nummer, { handeling: 'contact zoeken' })
    if (er.status !== 'ok') return er
    const eigen = er.gegevens.find((een) => isOns(een, nieuw))
    if (eigen !== undefined || er.gegevens.length === 0)
      return { status: 'ok', gegevens: { nummer, eigen }, op: er.op }
  }
  return registerMislukt({ soort: 'ander-antwoord', sinds: nieuw.op })
}

/** Somebody there may have written another subject, or another moment; not both. */
function isOns(
  { kanaal, onderwerp, plaatsgevondenOp }: Klantcontact,
  nieuw: Omit<NieuwKlantwerk, 'taak'>,
): boolean {
  if (kanaal !== ketenkanaal) return false
  const isDan = plaatsgevondenOp != null && Date.parse(plaatsgevondenOp) === nieuw.op.getTime()
  return isDan || onderwerp === nieuw.onderwerp.slice(0, maxOnderwerp)
}

async function maakContact(
  bron: Bron,
  nummer: string,
  { onderwerp, op }: NieuwKlantwerk,
): Promise<RegisterUitkomst<Gelegd>> {
  const gemaakt = await bron.vraag({
    handeling: 'contact maken',
    methode: 'POST',
    pad: 'klantcontacten',
    json: {
      nummer,
      kanaal: ketenkanaal,
      onderwerp: onderwerp.slice(0, maxOnderwerp),
      taal: onbekendeTaal,
      vertrouwelijk: true,
      plaatsgevondenOp: op.toISOString(),
    },
    isHerhaalbaar: false,
    vorm: gemaakteVorm,
  })
  if (gemaakt.status !== 'ok') return mislukt(gemaakt)
  return {
    status: 'ok',
    gegevens: { uuid: gemaakt.inhoud.uuid, nummer, isVerbonden: false },
    op: gemaakt.op,
  }
}

async function verbind(bron: Bron, contact: string, zaak: string): Promise<RegisterUitkomst<undefined>> {
  const gemaakt = await bron.vraag({
    handeling: 'contact met zaak verbinden',
    methode: 'POST',
    pad: 'onderwerpobjecten',
    json: {
      klantcontact: { uuid: contact },
      wasKlantcontact: null,
      onderwerpobjectidentificator: {
        codeObjecttype: 'zaak',
        codeRegister: 'voordeur',
        codeSoortObjectId: 'uuid',
        objectId: zaak,
      },
    },
    isHerhaalbaar: false,
    vorm: gemaakteVorm,
  })
  return gemaakt.status === 'ok' ? { status: 'ok', gegevens: undefined, op: gemaakt.op } : mislukt(gemaakt)
}
