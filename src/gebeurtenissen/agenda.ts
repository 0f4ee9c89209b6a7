/**
 * A calendar file as RFC 5545 describes it: nothing about who asked for it. Without METHOD:
 * with one it would be a message of RFC 5546, which must name an organiser.
 */
import { type Datum, plusDagen } from '../kalender/index.ts'

export interface Afspraak {
  /** The same for the same step, so that a new file replaces the old one; made of ids of the corpus only. */
  readonly id: string
  readonly dag: Datum
  /** From when to when; without it the whole day, that nobody keeps free for it. */
  readonly tussen?: { readonly begin: Date; readonly einde: Date }
  readonly titel: string
  readonly tekst: string
  readonly plek?: string
  /** Which version of it, from 0 (RFC 5545, 3.8.7.4): an older file that comes later changes nothing back. */
  readonly versie?: number
}

export interface Agenda {
  readonly taal: string
  readonly naam: string
  readonly afspraken: readonly Afspraak[]
  readonly nu: Date
}

/** Three days before, enough to make a call on a working day; at nine, because a whole day begins at midnight. */
const VOORAF = '-P2DT15H'
/** Of an appointment with a time: a day before. */
const VOORAF_MET_TIJD = '-P1D'
/** RFC 5545, 3.1: without the line break, and a continuation begins with a space that counts. */
const HOOGSTENS_OCTETTEN = 75

export function schrijfAgenda({ taal, naam, afspraken, nu }: Agenda): string {
  const stempel = moment(nu)
  const regels = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Voordeur//Gebeurtenissen//${taal.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${alsTekst(naam)}`,
    ...afspraken.flatMap(({ id, dag, tussen, titel, tekst, plek, versie }) => [
      'BEGIN:VEVENT',
      `UID:${id}@voordeur`,
      `DTSTAMP:${stempel}`,
      ...(versie === undefined ? [] : [`SEQUENCE:${versie}`]),
      ...(tussen
        ? [`DTSTART:${moment(tussen.begin)}`, `DTEND:${moment(tussen.einde)}`]
        : [`DTSTART;VALUE=DATE:${kort(dag)}`, `DTEND;VALUE=DATE:${kort(plusDagen(dag, 1))}`]),
      `SUMMARY;LANGUAGE=${taal}:${alsTekst(titel)}`,
      `DESCRIPTION;LANGUAGE=${taal}:${alsTekst(tekst)}`,
      ...(plek === undefined ? [] : [`LOCATION:${alsTekst(plek)}`]),
      `TRANSP:${tussen ? 'OPAQUE' : 'TRANSPARENT'}`,
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      `DESCRIPTION:${alsTekst(titel)}`,
      `TRIGGER:${tussen ? VOORAF_MET_TIJD : VOORAF}`,
      'END:VALARM',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return regels.map((regel) => `${vouw(regel)}\r\n`).join('')
}

/** In universal time, so that no table of zones has to go along. */
function moment(op: Date): string {
  return op.toISOString().replace(/[-:]|\.\d+/g, '')
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
