/**
 * A calendar file as RFC 5545 describes it: whole days, no times, nothing about who asked for it. Without METHOD:
 * with one it would be a message of RFC 5546, which must name an organiser.
 */
import { type Datum, plusDagen } from '../kalender/index.ts'

export interface Afspraak {
  /** The same for the same step, so that a new file replaces the old one; made of ids of the corpus only. */
  readonly id: string
  readonly dag: Datum
  readonly titel: string
  readonly tekst: string
}

export interface Agenda {
  readonly taal: string
  readonly naam: string
  readonly afspraken: readonly Afspraak[]
  readonly nu: Date
}

/** Three days before, enough to make a call on a working day; at nine, because a whole day begins at midnight. */
const VOORAF = '-P2DT15H'
/** RFC 5545, 3.1: without the line break, and a continuation begins with a space that counts. */
const HOOGSTENS_OCTETTEN = 75

export function schrijfAgenda({ taal, naam, afspraken, nu }: Agenda): string {
  const stempel = nu.toISOString().replace(/[-:]|\.\d+/g, '')
  const regels = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Voordeur//Gebeurtenissen//${taal.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${alsTekst(naam)}`,
    ...afspraken.flatMap(({ id, dag, titel, tekst }) => [
      'BEGIN:VEVENT',
      `UID:${id}@voordeur`,
      `DTSTAMP:${stempel}`,
      `DTSTART;VALUE=DATE:${kort(dag)}`,
      `DTEND;VALUE=DATE:${kort(plusDagen(dag, 1))}`,
      `SUMMARY;LANGUAGE=${taal}:${alsTekst(titel)}`,
      `DESCRIPTION;LANGUAGE=${taal}:${alsTekst(tekst)}`,
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${alsTekst(titel)}`,
      `TRIGGER:${VOORAF}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return regels.map((regel) => `${vouw(regel)}\r\n`).join('')
}

function kort(dag: Datum): string {
  return dag.replaceAll('-', '')
}

/** 3.3.11: backslash, semicolon and comma are escaped, a line break is written as \n. */
function alsTekst(tekst: string): string {
  return tekst.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** Between characters, never inside one: a byte too many would cut an é in two. */
function vouw(regel: string): string {
  const delen: string[] = []
  let deel = ''
  let octetten = 0
  for (const teken of regel) {
    const lengte = Buffer.byteLength(teken)
    if (octetten + lengte > HOOGSTENS_OCTETTEN) {
      delen.push(deel)
      deel = ' '
      octetten = 1
    }
    deel += teken
    octetten += lengte
  }
  return [...delen, deel].join('\r\n')
}
