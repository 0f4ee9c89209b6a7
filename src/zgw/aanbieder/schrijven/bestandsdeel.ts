import { z } from 'zod'
import { ongeldig, ZgwFout } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { leesInvoer } from './invoer.ts'
import { fout, gelijk, haalOp, type Schrijfcontext } from './kern.ts'

/** How large a part is, unless whoever makes the kernel says otherwise; the whole stays in memory here. */
const gewoonDeelBytes = 8 * 1024 * 1024
/** Named limit: a document of more parts than this is not for a register that keeps it itself. */
const maxDelen = 512

export const deelInvoer = z.object({ inhoud: z.instanceof(Uint8Array), lock: z.string() })

/** Parts for this many bytes, numbered from 1. What the document shows of them holds no lock. */
export async function maakDelen(
  context: Schrijfcontext,
  informatieobject: string,
  omvang: number,
): Promise<JsonObject[]> {
  const { schrijver, adressen, uuid, deelBytes = gewoonDeelBytes } = context
  const aantal = Math.ceil(omvang / deelBytes)
  if (aantal > maxDelen) {
    throw ongeldig(fout('bestandsomvang', 'file-size', `Hoogstens ${maxDelen * deelBytes} bytes.`))
  }
  const delen: JsonObject[] = []
  for (let nr = 1; nr <= aantal; nr++) {
    const deel: Rij = {
      url: adressen.van('bestandsdelen', uuid()),
      volgnummer: nr,
      omvang: nr < aantal ? deelBytes : omvang - (aantal - 1) * deelBytes,
      voltooid: false,
      lock: '',
    }
    await schrijver.zet('bestandsdelen', { ...deel, informatieobject })
    delen.push(deel)
  }
  return delen
}

/** One part, as a form with a file. Sent again it takes the place of what came before. */
export async function zetDeel(context: Schrijfcontext, url: string): Promise<JsonObject> {
  const { schrijver } = context
  const deel = await haalOp(context, 'bestandsdelen', url)
  const { inhoud, lock } = leesInvoer(deelInvoer, await leesFormulier(context))
  const document = String(deel.informatieobject)
  const slot = await schrijver.haal('documentsloten', `${document}/lock`)
  if (slot?.lock !== lock) throw ongeldig(fout('nonFieldErrors', 'incorrect-lock-id', 'Dit is niet de lock.'))
  if (inhoud.length !== deel.omvang) {
    const reden = `Dit deel is ${String(deel.omvang)} bytes, en niet ${inhoud.length}.`
    throw ongeldig(fout('nonFieldErrors', 'file-size', reden))
  }
  const klaar: Rij = { ...deel, voltooid: true }
  await schrijver.zet('bestandsdelen', klaar)
  await schrijver.zetInhoud(url, inhoud)
  const rij = await schrijver.haal('enkelvoudiginformatieobjecten', document)
  if (rij !== undefined) await schrijver.zet('enkelvoudiginformatieobjecten', metKlaar(rij, url))
  return { ...klaar, lock }
}

function metKlaar(document: Rij, url: string): Rij {
  const delen = Array.isArray(document.bestandsdelen) ? document.bestandsdelen : []
  const bestandsdelen = delen.map((deel) => (deel.url === url ? { ...deel, voltooid: true } : deel))
  return { ...document, bestandsdelen }
}

/** All parts in order make the document; one that did not come keeps it locked. */
export async function voegSamen(context: Schrijfcontext, document: Rij): Promise<Rij> {
  const { schrijver, opslag } = context
  const voorwaarden = gelijk('informatieobject', document.url)
  const { rijen } = await schrijver.zoek('bestandsdelen', { voorwaarden })
  if (rijen.length === 0) return document
  const stukken: Uint8Array[] = []
  for (const deel of rijen.toSorted((a, b) => Number(a.volgnummer) - Number(b.volgnummer))) {
    const stuk = deel.voltooid === true ? await opslag.inhoud(deel.url) : undefined
    if (stuk === undefined) {
      throw ongeldig(fout('nonFieldErrors', 'file-size', 'Nog niet alle bestandsdelen zijn er.'))
    }
    stukken.push(stuk)
  }
  await schrijver.zetInhoud(document.url, Buffer.concat(stukken))
  await haalDelenWeg(context, document.url)
  const inhoud = `${document.url}/download?versie=${String(document.versie)}`
  return { ...document, inhoud, bestandsdelen: [] }
}

export async function haalDelenWeg({ schrijver }: Schrijfcontext, document: string): Promise<void> {
  const { rijen } = await schrijver.zoek('bestandsdelen', {
    voorwaarden: gelijk('informatieobject', document),
  })
  for (const { url } of rijen) await schrijver.verwijder('bestandsdelen', url)
}

async function leesFormulier({ verzoek }: Schrijfcontext): Promise<object> {
  const soort = verzoek.koppen['content-type'] ?? ''
  if (!/^multipart\/form-data\s*;/i.test(soort)) {
    throw new ZgwFout(415, 'unsupported_media_type', 'Stuur multipart/form-data.')
  }
  const bytes = new Uint8Array(verzoek.bytes ?? Buffer.from(verzoek.lichaam, 'utf8'))
  try {
    const formulier = await new Response(bytes, { headers: { 'content-type': soort } }).formData()
    const [inhoud, lock] = [formulier.get('inhoud'), formulier.get('lock')]
    return {
      ...(inhoud === null ? {} : { inhoud: await bytesUit(inhoud) }),
      ...(typeof lock === 'string' ? { lock } : {}),
    }
  } catch {
    throw ongeldig(fout('nonFieldErrors', 'parse_error', 'Dit is geen formulier.'))
  }
}

async function bytesUit(deel: string | Blob): Promise<Uint8Array> {
  return typeof deel === 'string' ? Buffer.from(deel, 'utf8') : new Uint8Array(await deel.arrayBuffer())
}
