/**
 * Letters that are asked about before they leave. Whoever closes the pile needs no database, and cannot ask: it lays down
 * a question, whoever has the database answers it per letter, and what nobody answered about stays on the pile.
 */
import { randomBytes } from 'node:crypto'
import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import type { Ligoordeel } from '../index.ts'
import { leesStuk, type Mappen, namenIn } from './mappen.ts'
import type { Stuk } from './stuk.ts'
import { leesAls, schrijfVast, tenzijWeg } from './vast-schrijven.ts'

/** Named limit: so often is looked whether everything was answered. */
const kijkMs = 100

/** The name of one question: what was answered to another one, or some time ago, says nothing about now. */
export type Vraagnaam = string

/** Asks about everything that has to be asked about, and waits for it so long. `undefined`: there is nothing of that kind. */
export async function vraagNaarStukken(mappen: Mappen, geduldMs: number): Promise<Vraagnaam | undefined> {
  if ((await tevragen(mappen)).length === 0) return undefined
  const naam = randomBytes(8).toString('hex')
  await schrijfVast(vraagpad(mappen), naam)
  for (let gewacht = 0; gewacht < geduldMs; gewacht += kijkMs) {
    const antwoorden = await Promise.all(
      (await tevragen(mappen)).map(({ naam: stuk }) => isBeantwoord(mappen, stuk, naam)),
    )
    if (antwoorden.every(Boolean)) break
    await pauze(kijkMs)
  }
  return naam
}

/** Whether this letter may go with a batch: nobody has to be asked, or the answer to this very question was yes. */
export async function magMee(mappen: Mappen, naam: string, stuk: Stuk, vraag: Vraagnaam | undefined) {
  if (stuk.kijk === undefined) return true
  return vraag !== undefined && (await isBeantwoord(mappen, naam, vraag))
}

/** Answers what was asked, if anything was. What may not leave is taken off the pile; what is not known stays there. */
export async function kijkNa(mappen: Mappen, oordeel: Ligoordeel): Promise<void> {
  const vraag = (await leesAls(vraagpad(mappen)))?.toString('utf8')
  if (vraag === undefined) return
  for (const { naam, stuk } of await tevragen(mappen)) {
    if (stuk.kijk === undefined || (await isBeantwoord(mappen, naam, vraag))) continue
    const antwoord = await oordeel(stuk.zending, stuk.kijk)
    if (antwoord === 'juist') await schrijfVast(antwoordpad(mappen, naam), vraag)
    // Its description first: from then on it is no letter any more.
    if (antwoord !== 'weg') continue
    await tenzijWeg(unlink(join(mappen.open, `${naam}.json`)))
    await tenzijWeg(unlink(join(mappen.open, stuk.bestand)))
  }
}

/** After closing: an answer is of no use a second time. */
export async function sluitVraag(mappen: Mappen, vraag: Vraagnaam | undefined): Promise<void> {
  if (vraag === undefined) return
  for (const naam of await namenIn(mappen.gezien))
    await tenzijWeg(unlink(join(mappen.gezien, `${naam}.json`)))
  if ((await leesAls(vraagpad(mappen)))?.toString('utf8') === vraag) await tenzijWeg(unlink(vraagpad(mappen)))
}

async function tevragen(mappen: Mappen): Promise<readonly { readonly naam: string; readonly stuk: Stuk }[]> {
  const uit: { readonly naam: string; readonly stuk: Stuk }[] = []
  for (const naam of await namenIn(mappen.open)) {
    const stuk = await leesStuk(mappen.open, naam)
    if (stuk?.kijk !== undefined) uit.push({ naam, stuk })
  }
  return uit
}

async function isBeantwoord(mappen: Mappen, naam: string, vraag: Vraagnaam): Promise<boolean> {
  return (await leesAls(antwoordpad(mappen, naam)))?.toString('utf8') === vraag
}

function vraagpad({ gezien }: Mappen): string {
  return join(gezien, 'vraag')
}

function antwoordpad({ gezien }: Mappen, naam: string): string {
  return join(gezien, `${naam}.json`)
}
