import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import type { Toeval } from '../domain/index.ts'

/** Which key of the ring: follows from the secret itself, so that every machine gives it the same name. */
export type Kid = string

/**
 * The secrets of this installation, newest first. Everything that is sealed carries the `kid` of its key, so that
 * an old seal still opens after a new secret came in front. Keys are derived per use and never stored.
 */
export interface Sleutelring {
  /** The key with which new things are sealed. */
  actief(): Kid
  kids(): readonly Kid[]
  heeft(kid: Kid): boolean
  /** HMAC-SHA-256 of a text under the key for one use: what it says can be found again, and not read. */
  merk(kid: Kid, gebruik: string, tekst: string): Buffer
  /** 32 bytes for one use. With a salt: a key of its own for one row, gone when the row is gone. */
  leid(kid: Kid, gebruik: string, zout?: Uint8Array): Buffer
}

/** A seal of a key that is not (or no longer) on the ring: the operator must give the earlier secret too. */
export class SleutelOntbreekt extends Error {
  override readonly name = 'SleutelOntbreekt'
  readonly kid: Kid

  constructor(kid: Kid) {
    super(`de sleutel ${kid} staat niet aan de sleutelring`)
    this.kid = kid
  }
}

const sleutelBytes = 32
const nonceBytes = 12
const tagBytes = 16
/** Named limit: so many derived keys are remembered. */
const maxAfgeleid = 200

/** `lees` is asked again when a key is missing: another process may just have made a new one. */
export function openSleutelring(lees: () => readonly string[]): Sleutelring {
  let geheimen = leesRing(lees)
  // What has no salt is the same each time. Few uses and few keys, so this stays small.
  const afgeleid = new Map<string, Buffer>()
  // As a key, because making one of bytes each time costs as much as the hash.
  const merksleutels = new Map<string, KeyObject>()
  const vind = (kid: Kid): KeyObject => {
    let geheim = geheimen.get(kid)
    if (geheim === undefined) {
      geheimen = leesRing(lees)
      geheim = geheimen.get(kid)
    }
    if (geheim === undefined) throw new SleutelOntbreekt(kid)
    return geheim
  }
  return {
    actief() {
      const [eerste] = geheimen.keys()
      if (eerste === undefined) throw new Error('een lege sleutelring')
      return eerste
    },
    kids: () => [...geheimen.keys()],
    heeft(kid) {
      if (!geheimen.has(kid)) geheimen = leesRing(lees)
      return geheimen.has(kid)
    },
    merk(kid, gebruik, tekst) {
      const naam = `${kid}|${gebruik}`
      const sleutel = merksleutels.get(naam) ?? createSecretKey(this.leid(kid, gebruik))
      if (merksleutels.size < maxAfgeleid) merksleutels.set(naam, sleutel)
      return createHmac('sha256', sleutel).update(tekst).digest()
    },
    leid(kid, gebruik, zout) {
      if (zout !== undefined) return hkdf(vind(kid), gebruik, zout)
      const bekend = afgeleid.get(`${kid}|${gebruik}`) ?? hkdf(vind(kid), gebruik, 'voordeur')
      if (afgeleid.size < maxAfgeleid) afgeleid.set(`${kid}|${gebruik}`, bekend)
      return Buffer.from(bekend)
    },
  }
}

/** Where a sealed text belongs: moved to another row, or used for something else, it does not open. */
export interface Plek {
  readonly tabel: string
  readonly rij: string
  readonly doel: string
}

export interface Zegel {
  readonly kid: Kid
  /** nonce, cipher text and tag behind each other. */
  readonly cijfer: Buffer
}

/** AES-256-GCM with the place as additional data. */
export function verzegel(
  ring: Sleutelring,
  plek: Plek,
  tekst: string,
  { toeval, zout, kid = ring.actief() }: { toeval: Toeval; zout?: Uint8Array; kid?: Kid },
): Zegel {
  const nonce = toeval(nonceBytes)
  const aes = createCipheriv('aes-256-gcm', sleutelVoor(ring, kid, plek, zout), nonce)
  aes.setAAD(aadVan(plek))
  const cijfer = Buffer.concat([nonce, aes.update(tekst, 'utf8'), aes.final(), aes.getAuthTag()])
  return { kid, cijfer }
}

/** Throws when a bit was changed or the seal comes from another place. */
export function ontzegel(ring: Sleutelring, plek: Plek, { kid, cijfer }: Zegel, zout?: Uint8Array): string {
  const aes = createDecipheriv(
    'aes-256-gcm',
    sleutelVoor(ring, kid, plek, zout),
    cijfer.subarray(0, nonceBytes),
  )
  aes.setAAD(aadVan(plek))
  aes.setAuthTag(cijfer.subarray(-tagBytes))
  const open = [aes.update(cijfer.subarray(nonceBytes, -tagBytes)), aes.final()]
  return Buffer.concat(open).toString('utf8')
}

// A list of a hundred lines opens a hundred seals: with bare bytes Node first tries what kind of key they are not,
// which takes three times as long as the rest.
function sleutelVoor(ring: Sleutelring, kid: Kid, { tabel }: Plek, zout: Uint8Array | undefined): KeyObject {
  return createSecretKey(ring.leid(kid, tabel, zout))
}

function aadVan({ tabel, rij, doel }: Plek): Buffer {
  return Buffer.from(`${tabel}|${rij}|${doel}`, 'utf8')
}

// As a key and not as a text: making a key of a text each time costs more than deriving from it.
function leesRing(lees: () => readonly string[]): Map<Kid, KeyObject> {
  const sleutels = lees().map((geheim) => createSecretKey(geheim, 'utf8'))
  return new Map(sleutels.map((geheim) => [kidVan(geheim), geheim]))
}

function kidVan(geheim: KeyObject): Kid {
  return `k${hkdf(geheim, 'kid', 'voordeur').toString('hex').slice(0, 10)}`
}

function hkdf(geheim: KeyObject, gebruik: string, zout: string | Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', geheim, zout, `voordeur ring ${gebruik}`, sleutelBytes))
}
