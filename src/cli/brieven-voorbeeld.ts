/** `voordeur brieven voorbeeld <soort> [taal] [vorm]`: every text of one kind of message, and its letter as a file. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MEEGELEVERD } from '../corpus/index.ts'
import { datum } from '../kalender/index.ts'
import { createProefzetter, leesBriefwoorden, leestekst } from '../kanalen/brief/index.ts'
import {
  briefVan,
  emailmelding,
  sjabloonsoorten,
  smsLengte,
  smsmelding,
  stelBerichtOp,
  voorbeeldwaarden,
} from '../kanalen/index.ts'
import { createVertaler, loadTeksten, taalvormen, talen } from '../platform/i18n/index.ts'
import type { VoerUit } from './opdracht.ts'

const adres = 'https://voordeur.example/echt'
const controlecode = { code: 'K7M2-9QTD-4XV', adres, qr: `${adres}/K7M29QTD4XV` }
const afzender = { naam: 'Gemeente Rotterdam' }

export const voerUit: VoerUit = async ([gevraagd, taalnaam = 'nl', vorm = 'gewoon'], wereld) => {
  const soort = sjabloonsoorten.find((een) => een === gevraagd)
  const taal = talen.find((een) => een === taalnaam)
  if (soort === undefined || taal === undefined || !['gewoon', 'groot', 'braille'].includes(vorm)) {
    wereld.fout(
      `Kies een soort, een taal (${talen.join(', ')}) en een vorm:\n  ${sjabloonsoorten.join('\n  ')}`,
    )
    return 2
  }
  const map = join(MEEGELEVERD, 'teksten')
  const teksten = loadTeksten(map)
  const spraak = { t: createVertaler(taal, teksten[taal]), datum: taalvormen(taal).datum }
  const melding = {
    ...{ soort, afzender: afzender.naam, uiterlijk: datum('2026-03-17'), site: 'voordeur.example' },
    controlecode,
  }
  const email = emailmelding(spraak, melding)
  const sms = smsmelding(spraak, melding)
  const { schrift, tekens, delen } = smsLengte(sms.tekst)
  wereld.uit(`--- e-mail\n${email.onderwerp}\n\n${email.tekst}`)
  wereld.uit(`--- sms (${tekens} tekens, ${schrift}, ${delen} sms)\n${sms.tekst}\n`)
  const opgesteld = stelBerichtOp({ [taal]: spraak }, soort, voorbeeldwaarden)
  const uitgewerkt = briefVan(opgesteld, taal, {
    ...{ datum: '2026-03-03', kenmerk: 'V-2026-004211', afzender, controlecode },
  })
  // As the message has it: the last day of a task is no part of the text, and stands behind it.
  const dag = spraak.t('berichten.doen.uiterlijk', { dag: spraak.datum(melding.uiterlijk) })
  const brief = soort === 'taak' ? { ...uitgewerkt, doen: `${uitgewerkt.doen} ${dag}` } : uitgewerkt
  const woorden = leesBriefwoorden(map)
  wereld.uit(`--- brief\n${leestekst(brief, { taal, woorden })}`)
  if (vorm === 'braille') return 0
  const adres = ['Mevrouw A. Voorbeeld', 'Straatnaam 1', '1234 AB  Plaats']
  const zetsel = await createProefzetter(woorden, () => new Date('2026-03-03T12:00:00Z'))(brief, {
    taal,
    groot: vorm === 'groot',
    adres,
  })
  if (zetsel.soort !== 'gezet') {
    wereld.fout('De brief is niet te zetten. Zie docs/adr/0022-typst.md.')
    return 1
  }
  const bestand = join(wereld.werkmap, `voorbeeld-${soort}-${taal}-${vorm}.pdf`)
  writeFileSync(bestand, zetsel.pdf)
  wereld.uit(bestand)
  return 0
}
