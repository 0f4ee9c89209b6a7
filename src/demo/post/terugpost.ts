import type { Gedrag } from './gedrag.ts'

export interface Terugpost {
  /** The return path of what was sent. */
  readonly aan: string
  readonly ontvanger: string
  readonly op: Date
  /** The headers of what was sent. */
  readonly koppen: string
  readonly envid: string | undefined
}

/** What a mail server sends back for this behaviour, as RFC 3464 and 3834 have it; `undefined`: nothing. */
export function terugpost(gedrag: Gedrag, post: Terugpost): string | undefined {
  if (gedrag === 'terug')
    return bezorgbericht(post, {
      onderwerp: 'Undelivered Mail Returned to Sender',
      actie: 'failed',
      status: '5.1.1',
      uitleg: `550 5.1.1 <${post.ontvanger}>: mailbox does not exist`,
    })
  if (gedrag === 'vertraagd')
    return bezorgbericht(post, {
      onderwerp: 'Delayed Mail (still being retried)',
      actie: 'delayed',
      status: '4.4.1',
      uitleg: 'connection timed out',
    })
  if (gedrag === 'afwezig')
    return regels(
      ...kop(post, post.ontvanger, 'Afwezig: Re: uw bericht'),
      'Auto-Submitted: auto-replied',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Ik ben er niet. Vanaf 10 maart lees ik mijn post weer.',
    )
  return undefined
}

interface Bezorging {
  readonly onderwerp: string
  readonly actie: string
  readonly status: string
  readonly uitleg: string
}

function bezorgbericht(post: Terugpost, { onderwerp, actie, status, uitleg }: Bezorging): string {
  return regels(
    ...kop(post, 'MAILER-DAEMON@mx.proef.example', onderwerp),
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="deel"',
    '',
    '--deel',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'This is the mail system at host mx.proef.example.',
    '',
    uitleg,
    '',
    '--deel',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.proef.example',
    ...(post.envid === undefined ? [] : [`Original-Envelope-Id: ${post.envid}`]),
    '',
    `Final-Recipient: rfc822; ${post.ontvanger}`,
    `Action: ${actie}`,
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${uitleg}`,
    '',
    '--deel',
    'Content-Type: text/rfc822-headers',
    '',
    post.koppen.trimEnd(),
    '',
    '--deel--',
  )
}

function kop({ aan, op }: Terugpost, van: string, onderwerp: string): readonly string[] {
  return [
    'Return-Path: <>',
    `From: <${van}>`,
    `To: <${aan}>`,
    `Subject: ${onderwerp}`,
    `Date: ${op.toUTCString()}`,
    'MIME-Version: 1.0',
  ]
}

function regels(...alle: readonly string[]): string {
  return `${alle.join('\r\n')}\r\n`
}
