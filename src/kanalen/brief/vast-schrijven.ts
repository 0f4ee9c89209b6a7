import { randomBytes } from 'node:crypto'
import { open, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeVan } from '../../platform/index.ts'

/** Written whole or not at all, and still there after the power fails: write, fsync, rename, fsync of the directory. */
export async function schrijfVast(pad: string, inhoud: string | Uint8Array): Promise<void> {
  const deel = `${pad}.${randomBytes(6).toString('hex')}.deel`
  await schrijfEnWacht(deel, inhoud)
  await rename(deel, pad)
  await wachtOpMap(dirname(pad))
}

/** A new file of which the disk says that it has it. Letters are about people: nobody else reads them. */
export async function schrijfEnWacht(pad: string, inhoud: string | Uint8Array): Promise<void> {
  const bestand = await open(pad, 'wx', 0o600)
  try {
    await bestand.writeFile(inhoud)
    await bestand.sync()
  } finally {
    await bestand.close()
  }
}

/** That a name is there is a thing of the directory. Windows has no fsync of one and writes it by itself. */
export async function wachtOpMap(map: string): Promise<void> {
  if (process.platform === 'win32') return
  const open_ = await open(map, 'r')
  try {
    await open_.sync()
  } finally {
    await open_.close()
  }
}

/** `undefined` when it is not there (any more): somebody else may have moved it on. */
export async function leesAls(pad: string): Promise<Buffer | undefined> {
  return tenzijWeg(readFile(pad))
}

/** Another process may have done the same a moment ago. */
export async function tenzijWeg<T>(werk: Promise<T>): Promise<T | undefined> {
  try {
    return await werk
  } catch (fout) {
    if (codeVan(fout) === 'ENOENT') return undefined
    throw fout
  }
}
