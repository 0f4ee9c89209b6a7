// A page of a chain case hears that something changed, and fetches itself again with its own rights. What somebody types
// stays as it is. Without this the page says what it said until it is opened again.
import { isBegonnen, vervang } from './vervang.js'

const bron = document.querySelector('[data-verrijk="levend"]')
/**
 * Named limits, in milliseconds: what comes together is one look, at once where somebody waits for a call; who comes back
 * after a break comes later each time.
 */
const SAMEN = 400
const EERST = 1000
const HOOGSTENS = 60_000
/** Nobody touched the page for so long: it says that something changed, and asks for nothing (that would be a click). */
const STIL = 5 * 60_000
/** As the server says it (platform/http/levend-volger.ts): there is nothing to come back for. */
const VOORBIJ = [1008, 4401]

if (bron instanceof HTMLElement) volg(bron)

/** @param {HTMLElement} plek */
function volg(plek) {
  const { kant = '', soort = '', id = '', altijd } = plek.dataset
  // Where somebody waits for a call there is always a look: that nobody touched the page means nothing.
  const moetZien = altijd !== undefined
  let wacht = EERST
  let laatst = Date.now()
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let straks
  const raakt = () => {
    laatst = Date.now()
  }
  for (const wat of ['pointerdown', 'keydown']) addEventListener(wat, raakt)

  /** The newest that was heard of; and whether it is being fetched, so that there is one look at a time. */
  let gehoord = 0
  let isBezig = false
  const kijk = async () => {
    straks = undefined
    isBezig = true
    const nr = gehoord
    await haalOp().finally(() => {
      isBezig = false
    })
    if (gehoord > nr) hoor()
  }
  const haalOp = async () => {
    // Nobody looks: nobody is asked, and nothing is written down as seen. It goes on when they are back.
    if (document.hidden && !moetZien) {
      document.addEventListener('visibilitychange', () => plan(), { once: true })
      return
    }
    if (Date.now() - laatst > STIL && !moetZien) return zeg(plek, plek.dataset.iets)
    const nieuw = await haal()
    const verser = nieuw?.querySelector('[data-verrijk="levend"]')
    if (nieuw === undefined || !(verser instanceof HTMLElement)) return zeg(plek, plek.dataset.iets)
    const isAnders = vervang(document.body, nieuw, isInGebruik)
    // On a page with one form there are no parts to renew: what is typed there is all there is.
    if (isAnders || document.querySelector('[data-deel]') === null) zeg(plek, verser.dataset.nieuws)
    plek.dataset.nr = verser.dataset.nr
  }
  const plan = () => {
    if (!isBezig) straks ??= setTimeout(() => void kijk(), moetZien ? 0 : SAMEN)
  }
  const hoor = () => {
    if (gehoord > Number(plek.dataset.nr)) plan()
  }
  const verbind = () => {
    const adres = new URL(`/levend?kant=${kant}`, location.href)
    adres.protocol = adres.protocol === 'https:' ? 'wss:' : 'ws:'
    const draad = new WebSocket(adres)
    draad.onopen = () => {
      wacht = EERST
      draad.send(JSON.stringify({ volg: { soort, id } }))
    }
    draad.onmessage = ({ data }) => {
      const bericht = JSON.parse(String(data))
      gehoord = bericht.weg === true ? Infinity : bericht.nr
      hoor()
    }
    draad.onclose = ({ code }) => {
      if (VOORBIJ.includes(code)) {
        if (plek.dataset.weg) zeg(plek, plek.dataset.weg)
        return
      }
      setTimeout(verbind, wacht)
      wacht = Math.min(HOOGSTENS, wacht * 2)
    }
  }
  verbind()
  // A page that is left for another one is not there any more.
  addEventListener('pagehide', () => clearTimeout(straks))
}

/** @returns {Promise<HTMLElement | undefined>} */
async function haal() {
  try {
    const antwoord = await fetch(location.pathname + location.search.replace(/[?&]gedaan=[^&]*/, ''), {
      headers: { accept: 'text/html' },
    })
    if (!antwoord.ok) return undefined
    // It is somewhere else now: a call was answered.
    if (antwoord.redirected && new URL(antwoord.url).pathname !== location.pathname) {
      location.assign(antwoord.url)
      return undefined
    }
    return new DOMParser().parseFromString(await antwoord.text(), 'text/html').body
  } catch {
    return undefined
  }
}

/**
 * @param {HTMLElement} plek
 * @param {string | undefined} zin
 */
function zeg(plek, zin) {
  plek.textContent = ''
  const alinea = document.createElement('p')
  alinea.className = 'vd-notice'
  alinea.textContent = zin ?? ''
  plek.append(alinea)
}

/**
 * What is typed and not yet sent, and where the cursor is.
 * @param {Element} deel @param {Element | null} actief
 */
function isInGebruik(deel, actief) {
  return isBegonnen(deel) || actief?.matches('input, select, textarea') === true
}
