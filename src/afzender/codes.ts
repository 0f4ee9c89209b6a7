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

/** The same message is the same code, however often and by however many ways it is asked for. */
export interface NieuweCode {
  /** Who sends it. */
  readonly organisatie: OrganisatieId
  readonly datum: Datum
  /** A class and not the subject: it is shown to whoever has the code. */
  readonly onderwerp: Codeonderwerp
  /** Id of the message. */
  readonly bericht: string
}

export interface GemaakteCode {
  readonly code: Controlecode
  /** As it stands on paper: `K7M2-9QTD-4XV`. */
  readonly geschreven: string
  /** Behind the address of this website: `/echt/K7M29QTD4XV`. */
  readonly pad: string
  /** For the QR code: the path, and behind `#`, which no browser sends, what the sender signed. Signed when read. */
  readonly qrpad: string
}

/** What somebody without a login is told. */
export interface Codeantwoord extends Pick<Coderij, 'organisatie' | 'datum' | 'onderwerp' | 'bericht'> {}

export interface Controlecodes {
  /**
   * By message; each is made once, whoever asks and however often, also after the keys changed. With one statement for
   * all of them. One of which the key is not on the ring any more is not in it.
   */
  readonly maakControlecodes: (nieuw: readonly NieuweCode[]) => Promise<ReadonlyMap<string, GemaakteCode>>
  /** Unknown, taken back and made up are one answer, after the same work. */
  readonly zoek: (code: Controlecode, jws?: string) => Promise<Codeantwoord | undefined>
  readonly trekIn: (code: Controlecode) => Promise<boolean>
  readonly sleutellog: () => Promise<readonly Sleutelregel[]>
}

/** Named limits: one in seven codes cannot be used, and two hardly ever collide; so many tries fail never. */
const maxPogingen = 60
const maxRondes = 10

export function openControlecodes(onderdelen: Codeonderdelen): Controlecodes {
  const { codes, sleutels, ring, nu } = onderdelen
  const hashesVan = (code: Controlecode) => ring.kids().map((kid) => hashVan(ring, kid, code))
  const meldSleutels = sleutelmelder(onderdelen)
  return {
    async maakControlecodes(nieuw) {
      const kid = ring.actief()
      await meldSleutels(kid, new Set(nieuw.map(({ organisatie }) => organisatie)))
      const open = new Map(nieuw.map((een) => [een.bericht, een]))
      const uit = new Map<string, GemaakteCode>()
      for (let ronde = 0; open.size > 0; ronde++) {
        if (ronde === maxRondes) throw new Error('er is geen vrije controlecode gevonden')
        const rijen = [...open.values()].map((een) => ({
          ...een,
          ...keuze(ring, kid, een, ronde),
          gemaakt: nu(),
        }))
        for (const [bericht, rij] of await codes.perBericht(rijen)) {
          const vraag = open.get(bericht)
          const code = vraag && codeBij(ring, vraag, rij)
          open.delete(bericht)
          if (vraag !== undefined && code !== undefined)
            uit.set(bericht, gemaakteCode(ring, rij.kid, vraag, code))
        }
      }
      return uit
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

/** The codes that this message may have under a key, in order. Nobody can guess them without the ring. */
function* mogelijk(
  ring: Sleutelring,
  kid: Kid,
  { organisatie, bericht }: NieuweCode,
): Generator<Controlecode> {
  const sleutel = ring.leid(kid, 'controlecode maken')
  for (let poging = 0; poging < maxPogingen; poging++) {
    const hmac = createHmac('sha256', sleutel).update(`${organisatie}\n${bericht}\n${poging}`)
    const code = codeUit(hmac.digest())
    if (code !== undefined) yield code
  }
}

/** The next one when those before it are somebody else's. */
function keuze(ring: Sleutelring, kid: Kid, nieuw: NieuweCode, ronde: number): Pick<Coderij, 'hash' | 'kid'> {
  for (const code of mogelijk(ring, kid, nieuw).drop(ronde)) return { hash: hashVan(ring, kid, code), kid }
  throw new Error('er is geen vrije controlecode gevonden')
}

/** What is kept is a hash: the code is made again, with the key of then. */
function codeBij(
  ring: Sleutelring,
  nieuw: NieuweCode,
  { hash, kid }: Pick<Coderij, 'hash' | 'kid'>,
): Controlecode | undefined {
  if (!ring.heeft(kid)) return undefined
  return mogelijk(ring, kid, nieuw).find((code) => hashVan(ring, kid, code).equals(hash))
}

/** Signing costs a tenth of a millisecond, and only paper shows it. */
function gemaakteCode(
  ring: Sleutelring,
  kid: Kid,
  { organisatie, datum, onderwerp }: NieuweCode,
  code: Controlecode,
): GemaakteCode {
  const pad = `/echt/${code}`
  return {
    code,
    geschreven: schrijfControlecode(code),
    pad,
    get qrpad() {
      return `${pad}#${onderteken(ring, kid, { code, organisatie, datum, onderwerp })}`
    },
  }
}

function hashVan(ring: Sleutelring, kid: Kid, code: Controlecode): Buffer {
  return ring.merk(kid, 'controlecode', code)
}

/** A key is published before anything is signed with it; what this process saw in the log stays in it. */
function sleutelmelder(onderdelen: Codeonderdelen) {
  const gemeld = new Set<string>()
  return async (kid: Kid, organisaties: ReadonlySet<OrganisatieId>): Promise<void> => {
    for (const organisatie of organisaties) {
      const sleutel = `${kid} ${organisatie}`
      if (gemeld.has(sleutel)) continue
      await meldSleutel(onderdelen, kid, organisatie)
      gemeld.add(sleutel)
    }
  }
}

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
