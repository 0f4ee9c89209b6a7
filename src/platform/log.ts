/** One line of JSON per event, for people with `grep` and for machines. */
export interface Log {
  readonly info: (bericht: string, velden?: Velden) => void
  readonly waarschuwing: (bericht: string, velden?: Velden) => void
  readonly fout: (bericht: string, velden?: Velden) => void
}

type Velden = Readonly<Record<string, unknown>>
type Niveau = 'info' | 'waarschuwing' | 'fout'

/**
 * Writes to standard error, so that standard output stays free for answers.
 * Numbers that pass the eleven test of a BSN are masked, as a last net: they should not get here.
 */
export function createLog(nu: () => Date, schrijf: (regel: string) => void = naarStandaardfout): Log {
  const op =
    (niveau: Niveau) =>
    (bericht: string, velden: Velden = {}) => {
      const regel = { tijd: nu().toISOString(), niveau, bericht, ...velden }
      schrijf(maskeerBsn(JSON.stringify(regel, zonderFoutobjecten)))
    }
  return { info: op('info'), waarschuwing: op('waarschuwing'), fout: op('fout') }
}

export const stilLog: Log = { info: () => {}, waarschuwing: () => {}, fout: () => {} }

export function maskeerBsn(tekst: string): string {
  return tekst.replace(/(?<![\w.-])\d{9}(?![\w.-])/g, (getal) => (isElfproef(getal) ? '#########' : getal))
}

function isElfproef(getal: string): boolean {
  const som = [...getal].reduce((tot, cijfer, i) => tot + Number(cijfer) * (i === 8 ? -1 : 9 - i), 0)
  return som % 11 === 0
}

// JSON.stringify(new Error('x')) is '{}': the one thing a log line must not lose.
function zonderFoutobjecten(_sleutel: string, waarde: unknown): unknown {
  if (!(waarde instanceof Error)) return waarde
  return { naam: waarde.name, melding: waarde.message, stapel: waarde.stack, oorzaak: waarde.cause }
}

function naarStandaardfout(regel: string): void {
  process.stderr.write(`${regel}\n`)
}
