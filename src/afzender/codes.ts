import { createHmac } from 'node:crypto'
import type { Kid, Sleutelring } from '../audit/index.ts'
import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Codeonderwerp, Coderij, CodeStore, SleutellogStore } from './code-store.ts'
import { type Controlecode, codeUit, schrijfControlecode } from './controlecode.ts'
import { leesVerklaring, onderteken, publiekeJwk } from './handtekening.ts'
import { type Sleutelregel, volgendeRegel } from './sleutellog.ts'

export interface Codeonderdelen {
  readonly codes: CodeStore
  readonly sleutels: SleutellogStore
  readonly ring: Sleutelring
  readonly nu: () => Date
}

export interface NieuweCode {
  /** Who sends it. */
  readonly organisatie: OrganisatieId
  readonly datum: Datum
  /** A class and not the subject: it is shown to whoever has the code. */
  readonly onderwerp: Codeonderwerp
  /** The same mark is the same code, however often it is asked for: the id of the item that is sent. */
  readonly kenmerk: string
  /** Id of the message in the inbox, for its addressee. */
  readonly bericht?: string
}

export interface GemaakteCode {
  readonly code: Controlecode
  /** As it stands on paper: `K7M2-9QTD-4XV`. */
  readonly geschreven: string
  /** Behind the address of this website: `/echt/K7M29QTD4XV`. */
  readonly pad: string
  /** For the QR code: the path, and behind `#`, which no browser sends, what the sender signed. */
  readonly qrpad: string
}

/** What somebody without a login is told. */
export interface Codeantwoord extends Pick<Coderij, 'organisatie' | 'datum' | 'onderwerp' | 'bericht'> {}

export interface Controlecodes {
  readonly maakControlecode: (nieuw: NieuweCode) => Promise<GemaakteCode>
  /** Unknown, taken back and made up are one answer, after the same work. */
  readonly zoek: (code: Controlecode, jws?: string) => Promise<Codeantwoord | undefined>
  readonly trekIn: (code: Controlecode) => Promise<boolean>
  readonly sleutellog: () => Promise<readonly Sleutelregel[]>
}

/** Named limit: one in seven codes cannot be used, and two hardly ever collide; so many tries fail never. */
const maxPogingen = 60

export function openControlecodes(onderdelen: Codeonderdelen): Controlecodes {
  const { codes, sleutels, ring, nu } = onderdelen
  const hashesVan = (code: Controlecode) => ring.kids().map((kid) => hashVan(ring, kid, code))
  return {
    async maakControlecode(nieuw) {
      const kid = ring.actief()
      await meldSleutel(onderdelen, kid, nieuw.organisatie)
      for (let poging = 0; poging < maxPogingen; poging++) {
        const code = codeUit(bytesVoor(ring, kid, nieuw, poging))
        if (code === undefined) continue
        const { organisatie, datum, onderwerp, bericht } = nieuw
        const rij = {
          organisatie,
          datum,
          onderwerp,
          bericht,
          hash: hashVan(ring, kid, code),
          kid,
          gemaakt: nu(),
        }
        if ((await codes.plaats(rij)) === 'bezet') continue
        const pad = `/echt/${code}`
        const qrpad = `${pad}#${onderteken(ring, kid, { code, organisatie, datum, onderwerp })}`
        return { code, geschreven: schrijfControlecode(code), pad, qrpad }
      }
      throw new Error('er is geen vrije controlecode gevonden')
    },

    async zoek(code, jws) {
      const [rij, log] = await Promise.all([
        codes.vind(hashesVan(code)),
        jws === undefined ? [] : sleutels.regels(),
      ])
      if (rij === undefined) return undefined
      if (jws !== undefined) {
        const gelezen = leesVerklaring(jws, log)
        const klopt =
          gelezen?.c === code &&
          gelezen.iss === rij.organisatie &&
          gelezen.d === rij.datum &&
          gelezen.o === rij.onderwerp
        if (!klopt) return undefined
      }
      const { organisatie, datum, onderwerp, bericht } = rij
      return { organisatie, datum, onderwerp, bericht }
    },

    trekIn: (code) => codes.trekIn(hashesVan(code), nu()),

    sleutellog: () => sleutels.regels(),
  }
}

/** Nobody can guess it without the ring, and who asks twice for one item gets the same. */
function bytesVoor(
  ring: Sleutelring,
  kid: Kid,
  { organisatie, kenmerk }: NieuweCode,
  poging: number,
): Buffer {
  return createHmac('sha256', ring.leid(kid, 'controlecode maken'))
    .update(`${organisatie}\n${kenmerk}\n${poging}`)
    .digest()
}

function hashVan(ring: Sleutelring, kid: Kid, code: Controlecode): Buffer {
  return createHmac('sha256', ring.leid(kid, 'controlecode')).update(code).digest()
}

/** A key is published before anything is signed with it. */
async function meldSleutel(
  { sleutels, ring, nu }: Codeonderdelen,
  kid: Kid,
  organisatie: OrganisatieId,
): Promise<void> {
  const jwk = publiekeJwk(ring, kid, organisatie)
  for (let poging = 0; poging < maxPogingen; poging++) {
    const regels = await sleutels.regels()
    if (regels.some((regel) => regel.jwk.kid === jwk.kid)) return
    if (await sleutels.voegToe(volgendeRegel(regels.at(-1), { organisatie, jwk, sinds: nu() }))) return
  }
  throw new Error('de sleutel kon niet worden gepubliceerd')
}
