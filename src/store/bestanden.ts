import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, parse } from 'node:path'
import { maakMap, meldingVan, PlatformError } from '../platform/index.ts'

/** The system user under which PostgreSQL runs; `undefined` means: as ourselves. */
export interface Systeemgebruiker {
  readonly naam: string
  readonly uid: number
  readonly gid: number
}

/** What stands in the data directory. The cluster itself belongs to the database user, the rest to us. */
export interface Datamap {
  readonly map: string
  readonly cluster: string
  readonly logboek: string
  readonly wachtwoord: string
  readonly slot: string
  readonly gebruikers: string
  readonly programma: string
}

/**
 * PostgreSQL refuses to run as root, so root needs another user. An existing `postgres` is best; else we
 * make it; else `nobody`, which is on every Unix (initdb wants a user with a name).
 */
export function kiesSysteemgebruiker(): Systeemgebruiker | undefined {
  if (process.getuid?.() !== 0) return undefined
  gekozen ??= kiesVoorRoot()
  return gekozen
}

/** Asked once: each look-up starts two programs, and a start asks four times. */
let gekozen: Systeemgebruiker | undefined

function kiesVoorRoot(): Systeemgebruiker {
  const bestaand = zoekGebruiker('postgres')
  if (bestaand !== undefined) return bestaand
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'postgres',
  ])
  const gebruiker = zoekGebruiker('postgres') ?? zoekGebruiker('nobody')
  if (gebruiker !== undefined) return gebruiker
  throw new PlatformError('databank-start-mislukt', {
    detail:
      'PostgreSQL mag niet als root draaien en er is geen andere gebruiker. Maak een gebruiker "postgres".',
  })
}

/**
 * Without VOORDEUR_DATA: `.voordeur` in the working directory, so that a checkout keeps its own data.
 * Root with a checkout that the database user cannot reach (under a home of mode 700) gets
 * `/var/lib/voordeur/<hash of the checkout>` instead.
 */
export function kiesDatamap(gevraagd: string | undefined, gebruiker: Systeemgebruiker | undefined): string {
  if (gevraagd !== undefined) return gevraagd
  const inCheckout = join(process.cwd(), '.voordeur')
  if (gebruiker === undefined || onbereikbareMap(dirname(inCheckout)) === undefined) return inCheckout
  const naam = createHash('sha256').update(process.cwd()).digest('hex').slice(0, 12)
  return join('/var/lib/voordeur', naam)
}

/** Makes the directory and says precisely what stands in the way when that fails. */
export function maakDatamap(map: string, gebruiker: Systeemgebruiker | undefined): Datamap {
  const gebruikers = join(map, 'gebruikers')
  try {
    maakMap(gebruikers, 0o755)
    accessSync(map, constants.W_OK)
  } catch (fout) {
    throw onbruikbaar(map, `De map is niet te maken of niet te beschrijven (${meldingVan(fout)}).`)
  }
  const dicht = gebruiker === undefined ? undefined : onbereikbareMap(map)
  if (dicht !== undefined && gebruiker !== undefined) {
    throw onbruikbaar(map, `De gebruiker "${gebruiker.naam}" van de databank mag niet door de map ${dicht}.`)
  }
  return {
    map,
    cluster: join(map, 'postgresql'),
    logboek: join(map, 'postgresql.log'),
    wachtwoord: join(map, 'wachtwoord'),
    slot: join(map, 'slot'),
    gebruikers,
    programma: join(map, 'programma'),
  }
}

/** The password of the cluster's own superuser: made once, readable by us alone. */
export function leesWachtwoord({ wachtwoord }: Datamap): string {
  if (!existsSync(wachtwoord))
    writeFileSync(wachtwoord, randomBytes(24).toString('base64url'), { mode: 0o600 })
  return readFileSync(wachtwoord, 'utf8').trim()
}

/** The highest directory on the way that others may not pass through, if there is one. */
export function onbereikbareMap(map: string): string | undefined {
  const { root } = parse(map)
  const delen = map.slice(root.length).split(/[\\/]/)
  for (let i = 1; i <= delen.length; i++) {
    const deel = join(root, ...delen.slice(0, i))
    if (existsSync(deel) && (statSync(deel).mode & 0o001) === 0) return deel
  }
  return undefined
}

function onbruikbaar(map: string, reden: string): PlatformError {
  const detail = `${map}: ${reden} Kies met VOORDEUR_DATA een andere map, bijvoorbeeld VOORDEUR_DATA=/var/lib/voordeur.`
  return new PlatformError('datamap-onbruikbaar', { detail })
}

function zoekGebruiker(naam: string): Systeemgebruiker | undefined {
  const nummer = (vlag: string) => {
    const { status, stdout } = spawnSync('id', [vlag, naam], { encoding: 'utf8' })
    return status === 0 ? Number(stdout) : undefined
  }
  const uid = nummer('-u')
  const gid = nummer('-g')
  return uid === undefined || gid === undefined ? undefined : { naam, uid, gid }
}
