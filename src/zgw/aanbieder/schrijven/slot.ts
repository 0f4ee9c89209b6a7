import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { heeftScope } from '../rechten.ts'
import { haalDelenWeg, voegSamen } from './bestandsdeel.ts'
import { leesInvoer } from './invoer.ts'
import { fout, haalOp, type Schrijfcontext } from './kern.ts'

export const slotInvoer = z.object({ lock: z.string().max(100).default('') })

/** drc-009: whoever is going to change a document says so first, and gets what nobody can guess. */
export async function vergrendel(context: Schrijfcontext, url: string): Promise<JsonObject> {
  const document = await haalOp(context, 'enkelvoudiginformatieobjecten', url)
  if (document.locked === true) {
    throw ongeldig(fout('nonFieldErrors', 'existing-lock', 'Iemand is al met dit document bezig.'))
  }
  const lock = await zetSlot(context, url)
  await context.schrijver.zet('enkelvoudiginformatieobjecten', { ...document, locked: true })
  return { lock }
}

/** Not the address of the document: what is under that goes when something with that address goes. */
export const slotAdres = (document: string): string => `${document}/lock`

export async function zetSlot({ schrijver, uuid }: Schrijfcontext, url: string): Promise<string> {
  const lock = uuid().replaceAll('-', '')
  await schrijver.zet('documentsloten', { url: slotAdres(url), document: url, lock })
  return lock
}

/** Without the lock only by force; a document of which a part is missing cannot be let go of otherwise. */
export async function ontgrendel(context: Schrijfcontext, url: string): Promise<undefined> {
  const { schrijver } = context
  const document = await haalOp(context, 'enkelvoudiginformatieobjecten', url)
  const { lock } = leesInvoer(slotInvoer, context.json ?? {})
  const isGeforceerd = lock === '' && magForceren(context, document)
  if (!isGeforceerd) await eisSlot(context, url, lock)
  const geheel = isGeforceerd ? await zonderDelen(context, document) : await voegSamen(context, document)
  await schrijver.verwijder('documentsloten', slotAdres(url))
  await schrijver.zet('enkelvoudiginformatieobjecten', { ...geheel, locked: false })
  return undefined
}

/** What did not come in is not there: the document says so, instead of a size that nothing has. */
async function zonderDelen(context: Schrijfcontext, document: Rij): Promise<Rij> {
  if (!Array.isArray(document.bestandsdelen) || document.bestandsdelen.length === 0) return document
  await haalDelenWeg(context, document.url)
  return { ...document, bestandsdelen: [], bestandsomvang: null }
}

export async function eisSlot({ schrijver }: Schrijfcontext, url: string, lock: string): Promise<void> {
  const slot = await schrijver.haal('documentsloten', slotAdres(url))
  if (slot === undefined) {
    throw ongeldig(fout('nonFieldErrors', 'unlocked', 'Vergrendel het document eerst.'))
  }
  if (lock === '') throw ongeldig(fout('nonFieldErrors', 'missing-lock-id', 'Stuur de lock mee.'))
  if (slot.lock !== lock) throw ongeldig(fout('nonFieldErrors', 'incorrect-lock-id', 'Dit is niet de lock.'))
}

function magForceren({ aangemeld }: Schrijfcontext, { informatieobjecttype }: Rij): boolean {
  const scope = 'documenten.geforceerd-unlock'
  return heeftScope(aangemeld, 'drc', { scope, type: String(informatieobjecttype) })
}
