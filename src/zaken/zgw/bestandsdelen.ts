import { randomUUID } from 'node:crypto'
import type { BronFout, BronUitkomst } from '../../platform/bron/index.ts'
import { informatieobjecten } from './documenten.ts'
import type { Gang, Klant } from './klant.ts'
import { type InformatieobjectVorm, informatieobjectVorm } from './vormen.ts'

/**
 * A large document: announced without its bytes, then sent in the parts that the source names, then unlocked. Only then
 * is it there.
 */
export async function inDelen(
  klant: Klant,
  gang: Gang,
  gegevens: object,
  inhoud: Uint8Array,
): Promise<BronUitkomst<InformatieobjectVorm>> {
  const begonnen = await klant.maak(gang, 'drc', informatieobjecten, {
    handeling: 'document aankondigen',
    json: { ...gegevens, inhoud: null },
    vorm: informatieobjectVorm,
  })
  if (begonnen.status !== 'ok') return begonnen
  const { lock, bestandsdelen, url } = begonnen.inhoud
  const delen = [...bestandsdelen].sort((a, b) => a.volgnummer - b.volgnummer)
  const mis = (): BronFout => ({ status: 'fout', soort: 'onleesbaar', sinds: begonnen.op })
  // Parts that together are another size than the document would make another document.
  if (lock === '' || delen.reduce((tot, { omvang }) => tot + omvang, 0) !== inhoud.length) return mis()
  let vanaf = 0
  for (const { url: deelUrl, omvang } of delen) {
    const stuk = inhoud.subarray(vanaf, vanaf + omvang)
    vanaf += omvang
    const uuid = klant.adressen.uuidIn('drc', 'bestandsdelen', deelUrl)
    if (uuid === undefined) return mis()
    const gestuurd = await klant.stuur(gang, 'drc', {
      handeling: 'bestandsdeel sturen',
      methode: 'PUT',
      pad: `bestandsdelen/${uuid}`,
      lichaam: alsFormulier(stuk, lock, randomUUID()),
      // The same part twice is the same part.
      isHerhaalbaar: true,
    })
    if (gestuurd.status !== 'ok') return gestuurd
  }
  const uuid = klant.adressen.uuidIn('drc', informatieobjecten, url)
  if (uuid === undefined) return mis()
  const open = await klant.stuur(gang, 'drc', {
    handeling: 'document vrijgeven',
    methode: 'POST',
    pad: `${informatieobjecten}/${uuid}/unlock`,
    json: { lock },
    isHerhaalbaar: false,
  })
  return open.status === 'ok' ? begonnen : open
}

/** RFC 7578; the boundary is chance, so that no file can hold it. */
export function alsFormulier(inhoud: Uint8Array, lock: string, grens: string) {
  const kop = (naam: string, meer: string) =>
    `--${grens}\r\nContent-Disposition: form-data; name="${naam}"${meer}\r\n\r\n`
  const bytes = Buffer.concat([
    Buffer.from(kop('inhoud', '; filename="deel"\r\nContent-Type: application/octet-stream')),
    inhoud,
    Buffer.from(`\r\n${kop('lock', '')}${lock}\r\n--${grens}--\r\n`),
  ])
  return { soort: `multipart/form-data; boundary=${grens}`, bytes }
}
