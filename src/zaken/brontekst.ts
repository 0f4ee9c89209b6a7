/**
 * Text that somebody at another organisation wrote, made fit to be shown: no control characters, nothing invisible
 * that turns the direction of what follows, no halves of characters, cut at a limit. It stays text: a tag in it is
 * five characters that people read. Whoever adapts a source passes every text through here, once.
 */
export function brontekst(ruw: string, maxTekens: number): string {
  return kort(zonderOnzichtbaar(begin(ruw, maxTekens).replace(/\s+/g, ' ')).trim(), maxTekens)
}

/** The same, with its line breaks: for what is longer than a line. */
export function bronalinea(ruw: string, maxTekens: number): string {
  const regels = begin(ruw, maxTekens)
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((regel) => zonderOnzichtbaar(regel.replace(/\s+/g, ' ')).trim())
  return kort(
    regels
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    maxTekens,
  )
}

/** Ten million characters are not gone through to keep eighty. */
function begin(ruw: string, maxTekens: number): string {
  return ruw.slice(0, maxTekens * 8 + 64)
}

/** The joiners stay: words and emoji need them. Every other mark that nobody sees goes. */
function zonderOnzichtbaar(tekst: string): string {
  return tekst.replace(/(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
}

function kort(tekst: string, maxTekens: number): string {
  const tekens = [...tekst]
  return tekens.length <= maxTekens
    ? tekst
    : `${tekens
        .slice(0, maxTekens - 1)
        .join('')
        .trimEnd()}…`
}
